import type { PassagePlace } from '../catalog/catalog.js'
import type { Scored } from '../domain/ranking.js'

/** One result: the best passage of a moment, and the passages next to it that were found too. */
export interface Hit {
  place: PassagePlace
  score: number
  /** Best first. */
  more: PassagePlace[]
}

/**
 * A moment that runs over the border of two passages is one result: a passage joins the best-scored hit of its
 * document that stands directly before or after it. What the notes of a recording say of it is evidence for what was
 * said, which can be heard: the best spoken passage of that document that was found stands in their place, and the notes
 * join it. Order is kept.
 * @param fused best first
 * @param places of the fused passages; a passage without one (deleted meanwhile) is left out
 */
export function collapseNeighbours(
  fused: readonly Scored[],
  places: ReadonlyMap<string, PassagePlace>,
): Hit[] {
  const bestSpoken = findBestSpoken(fused, places)
  const hits: Hit[] = []
  const hitsOfDocument = new Map<string, Hit[]>()
  for (const { passageId, score } of fused) {
    const found = places.get(passageId)
    if (!found) continue
    const place = isNote(found) ? (bestSpoken.get(found.documentId) ?? found) : found
    const siblings = hitsOfDocument.get(place.documentId) ?? []
    const joined = siblings.find((hit) => Math.abs(hit.place.ordinal - place.ordinal) <= 1)
    if (joined) {
      if (found !== joined.place) joined.more.push(found)
      continue
    }
    const hit: Hit = { place, score, more: found === place ? [] : [found] }
    hits.push(hit)
    hitsOfDocument.set(place.documentId, [...siblings, hit])
  }
  return hits
}

/** Written of a recording, not said in it. */
const isNote = ({ kind, anchor }: PassagePlace): boolean => kind !== 'post' && anchor !== null

function findBestSpoken(
  fused: readonly Scored[],
  places: ReadonlyMap<string, PassagePlace>,
): Map<string, PassagePlace> {
  const best = new Map<string, PassagePlace>()
  for (const { passageId } of fused) {
    const place = places.get(passageId)
    if (place && !isNote(place) && !best.has(place.documentId)) best.set(place.documentId, place)
  }
  return best
}
