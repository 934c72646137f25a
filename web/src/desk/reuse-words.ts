import type { ReusablePassage } from '../../../client/index.js'
import { countOf } from '../words.js'
import type { ReuseRun } from './reuse-run.js'

/** What was found of a draft, in words. */

const relations: Record<ReusablePassage['relation'], string> = {
  repeats: 'Nearly the same words',
  says: 'Says the same',
  supports: 'On the same matter',
}

export const describeRelation = ({ relation }: Pick<ReusablePassage, 'relation'>): string =>
  relations[relation]

/** `8 of 34 paragraphs`, `5 of 34 paragraphs have passages`; empty before the first answer. */
export function describeRun({ paragraphs, total, next, isBusy, error }: Omit<ReuseRun, 'draft'>): string {
  if (total === null) return ''
  if (total === 0) return 'There is no paragraph in it: headings, code and tables are left out.'
  if (isBusy) return `${paragraphs.length.toLocaleString('en')} of ${countOf(total, 'paragraph')}`
  const found = paragraphs.filter(({ matches }) => matches.length > 0).length
  if (next !== null || error)
    return `Stopped after ${paragraphs.length.toLocaleString('en')} of ${countOf(total, 'paragraph')}.`
  if (found === 0)
    return total === 1
      ? 'Nothing in the library is near enough to it.'
      : `Nothing in the library is near enough to any of its ${total.toLocaleString('en')} paragraphs.`
  return total === 1
    ? 'The paragraph is in the library.'
    : `${found.toLocaleString('en')} of ${countOf(total, 'paragraph')} ${found === 1 ? 'is' : 'are'} in the library.`
}
