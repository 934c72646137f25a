import type { PassagePlace } from '../catalog/catalog.js'
import type { Scored } from '../domain/ranking.js'

/** One result: the best passage of a moment, and the passages beside it that were found too. */
export interface Hit {
  place: PassagePlace
  score: number
  /** Best first. */
  more: PassagePlace[]
}

/**
 * How far a moment reaches from its best passage, in passages of 100 words: 2 are about 80 s of talk. What is further
 * away is not heard by one who plays the best one.
 */
export const momentReach = 2

/** A hit while it grows: the ordinals that it holds. */
interface Moment {
  hit: Hit
  ordinals: Set<number>
}

/**
 * A moment that runs over the borders of passages is one result. Its best passage is a peak of the scores; a passage
 * joins the best hit of its document that it stands directly beside, at the best passage or at one that joined before,
 * so that scores only fall from the peak outwards, at most two passages away from it. A weaker passage between two
 * better ones goes to the better and does not make them one: they were found each for itself. So no document is
 * swallowed, also where every passage of it was found, and the best passages of two hits never stand side by side.
 *
 * What the notes of a recording say of it is evidence for what was said, which can be heard: the best spoken passage of
 * that document that was found stands in their place, and the notes join it. Order is kept.
 * @param fused best first
 * @param places of the fused passages; a passage without one (deleted meanwhile) is left out
 */
export function collapseNeighbours(
  fused: readonly Scored[],
  places: ReadonlyMap<string, PassagePlace>,
): Hit[] {
  const bestSpoken = findBestSpoken(fused, places)
  const hits: Hit[] = []
  const momentsOf = new Map<string, Moment[]>()
  for (const { passageId, score } of fused) {
    const found = places.get(passageId)
    if (!found) continue
    const place = isNote(found) ? (bestSpoken.get(found.documentId) ?? found) : found
    const moments = momentsOf.get(place.documentId) ?? []
    const joined = moments.find((moment) => isBeside(place, moment))
    if (joined) {
      joined.ordinals.add(place.ordinal)
      if (found !== joined.hit.place) joined.hit.more.push(found)
      continue
    }
    const hit: Hit = { place, score, more: found === place ? [] : [found] }
    hits.push(hit)
    momentsOf.set(place.documentId, [...moments, { hit, ordinals: new Set([place.ordinal]) }])
  }
  return hits
}

function isBeside({ ordinal }: PassagePlace, { hit, ordinals }: Moment): boolean {
  if (Math.abs(ordinal - hit.place.ordinal) > momentReach) return false
  return ordinals.has(ordinal) || ordinals.has(ordinal - 1) || ordinals.has(ordinal + 1)
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
