import type { ConceptMention } from '../domain/concept.js'
import { minExplanation } from './relate/choose-statements.js'

/** Whether the passage of a mention says what the concept is. */
export const explains = ({ strength }: Pick<ConceptMention, 'strength'>): boolean =>
  strength >= minExplanation
