import type { ConceptStore } from '../catalog/concept-store.js'
import { conceptKey } from '../concepts/concept-key.js'
import { findConceptNames } from '../concepts/find-concept-names.js'
import { analyzeQuery, type QueryTerm } from '../index/analyze.js'

/**
 * Short and long forms that the library's concepts have: a post's heading `Variational Autoencoders` and its table's `VAE`
 * are one idea, though no sentence says that the one stands for the other, by which the index learns abbreviations.
 */

/** In words. */
const longestName = 5
/** More are other ways to write the same. */
const maxOthers = 2

/**
 * For a query that is a short form the long ones of its concept, for a long form the short ones; groups count from 0. One
 * that says more than a name gets none: there other names gave .7228 instead of .7245 on core.dev.
 * @param terms as typed, in order
 * @param languages of the library, as the terms were made for
 */
export async function findOtherNames(
  terms: readonly QueryTerm[],
  languages: readonly string[],
  catalog: Pick<ConceptStore, 'findConceptsByKey' | 'findConceptSummaries'>,
): Promise<QueryTerm[]> {
  if (terms.length > longestName) return []
  const typed = terms.map(({ word }) => word).join(' ')
  const concept = await findConceptNames(typed, catalog)
  if (!concept) return []
  const key = conceptKey(typed)
  const isShort = concept.names.some((name) => isShortForm(name) && conceptKey(name) === key)
  return concept.names
    .filter((name) => conceptKey(name) !== key && isShortForm(name) !== isShort)
    .slice(0, maxOthers)
    .flatMap((name, group) =>
      analyzeQuery(name, languages).map((term) => ({
        ...term,
        standsFor: { group, from: 0, to: terms.length },
      })),
    )
}

/** `VAE`, `nDCG`, `HTLCs`: one word with two capitals or more. */
const isShortForm = (name: string): boolean =>
  name.length <= 10 && !name.includes(' ') && (name.match(/\p{Lu}/gu)?.length ?? 0) >= 2
