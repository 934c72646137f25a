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
 * document that stands directly before or after it. Order is kept.
 * @param fused best first
 * @param places of the fused passages; a passage without one (deleted meanwhile) is left out
 */
export function collapseNeighbours(
  fused: readonly Scored[],
  places: ReadonlyMap<string, PassagePlace>,
): Hit[] {
  const hits: Hit[] = []
  const hitsOfDocument = new Map<string, Hit[]>()
  for (const { passageId, score } of fused) {
    const place = places.get(passageId)
    if (!place) continue
    const siblings = hitsOfDocument.get(place.documentId) ?? []
    const joined = siblings.find((hit) => Math.abs(hit.place.ordinal - place.ordinal) === 1)
    if (joined) {
      joined.more.push(place)
      continue
    }
    const hit: Hit = { place, score, more: [] }
    hits.push(hit)
    hitsOfDocument.set(place.documentId, [...siblings, hit])
  }
  return hits
}
