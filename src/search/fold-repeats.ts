import type { Hit } from './collapse.js'
import { dropRepeats } from './drop-repeats.js'

/**
 * Hits that say nearly the same words are one: the best, with the others as the last of its `more`, which may then be
 * of other documents. Order is kept; nothing is lost but places.
 * @param hits best first
 * @param texts of the best passages, by passage id: of the first so many hits, the same for each page of a search; hits
 *   without a text stay as they are
 */
export function foldRepeats(hits: readonly Hit[], texts: ReadonlyMap<string, string>): Hit[] {
  return dropRepeats(hits, ({ place }) => texts.get(place.passageId) ?? '').map(({ kept, repeats }) =>
    repeats.length === 0 ? kept : { ...kept, more: [...kept.more, ...repeats.map(({ place }) => place)] },
  )
}
