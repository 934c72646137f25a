import type { Hit } from '../../client/index.js'
import type { NewClip } from './collections-api.js'

/** What is found, as a clip to be added. */

/** What one hears of a hit is what one takes; what has no times is taken by its passage. */
export function clipOfHit({
  document,
  passageId,
  jumpMs,
  startMs,
  endMs,
}: Pick<Hit, 'passageId' | 'jumpMs' | 'startMs' | 'endMs'> & { document: { id: string } }): NewClip {
  const from = jumpMs ?? startMs
  if (from === null || endMs === null || endMs <= from) return { documentId: document.id, passageId }
  return { documentId: document.id, startMs: from, endMs }
}
