import type { CoveredConcept, LongAgoConcept, SearchGroup } from '../../../client/index.js'
import { countOf, formatAgo, formatDate } from '../words.js'

/** What the library lacks, in words. */

/** `2 passages of 1 post`, `12 passages of 3 recordings`. */
export function describePresence(
  gap: Pick<CoveredConcept, 'spoken' | 'written'>,
  side: 'spoken' | 'written',
): string {
  const { passages, documents } = gap[side]
  return `${countOf(passages, 'passage')} of ${countOf(documents, side === 'written' ? 'post' : 'recording')}`
}

/** `Last explained 3 May 2022, in 12 documents since`. */
export function describeLongAgo({
  lastExplainedAt,
  since,
}: Pick<LongAgoConcept, 'lastExplainedAt' | 'since'>): string {
  const last = formatDate(lastExplainedAt)
  return `Last explained ${last}, mentioned in ${countOf(since.documents, 'document')} since`
}

/** `Asked 4 times, the last 3 h ago; nothing fitted`. Times on the clock of this browser. */
export function describeSearches(
  { times, lastAt, foundWell }: Pick<SearchGroup, 'times' | 'lastAt' | 'foundWell'>,
  nowMs: number,
): string {
  const asked = times === 1 ? 'Asked once' : `Asked ${times.toLocaleString('en')} times, the last`
  const fitted = foundWell === 0 ? 'nothing fitted' : `${countOf(foundWell, 'passage')} fitted`
  return `${asked} ${formatAgo(lastAt, nowMs)}; ${fitted}`
}

/** In which other forms it was asked. */
export const otherForms = ({ text, queries }: Pick<SearchGroup, 'text' | 'queries'>): string[] =>
  queries.map((query) => query.text).filter((each) => each !== text)
