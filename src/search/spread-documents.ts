import type { Hit } from './collapse.js'

/** As a page has: what is seen at once. */
const windowHits = 10
/** Of one document among them: three show that it is about this, and leave room for others. */
const maxOfDocument = 3

/**
 * A hit makes room for one that scores at least this share of its own: for a question that one episode answers, the
 * fourth answer of it is better than the first non-answer of another.
 */
const comparableShare = 0.75

interface Held {
  hit: Hit
  rank: number
}

/**
 * A page full of one episode hides all others: of any ten hits in a row at most three are of one document, as long as
 * comparable hits of others are left; one in excess comes as soon as there is room again, or what is left is clearly
 * worse. Nothing is dropped or joined, so total and paging stay as they are; the first three hits never move, and the
 * hits of a search in one document keep their order. Pure, over the whole list: a page is a slice of what it gives.
 * Cost: hits times documents held back at once.
 * @param hits best first, scores not below 0
 */
export function spreadDocuments(hits: readonly Hit[]): Hit[] {
  const spread: Hit[] = []
  /** Document id → its hits that are held back, best first, never none. */
  const held = new Map<string, Held[]>()
  const hasRoom = (documentId: string): boolean =>
    spread.slice(1 - windowHits).filter(({ place }) => place.documentId === documentId).length < maxOfDocument
  const release = (isReady: (hit: Hit) => boolean): boolean => {
    const next = findBest(
      [...held.values()].flatMap(([first]) => (first && isReady(first.hit) ? [first] : [])),
    )
    if (!next) return false
    spread.push(next.hit)
    const { documentId } = next.hit.place
    const others = (held.get(documentId) ?? []).slice(1)
    if (others.length > 0) held.set(documentId, others)
    else held.delete(documentId)
    return true
  }
  for (const [rank, hit] of hits.entries()) {
    while (release(({ place, score }) => hasRoom(place.documentId) || comparableShare * score > hit.score));
    const { documentId } = hit.place
    const earlier = held.get(documentId)
    if (earlier) earlier.push({ hit, rank })
    else if (hasRoom(documentId)) spread.push(hit)
    else held.set(documentId, [{ hit, rank }])
  }
  while (release(({ place }) => hasRoom(place.documentId)) || release(() => true));
  return spread
}

function findBest(heads: readonly Held[]): Held | null {
  let best: Held | null = null
  for (const head of heads) if (best === null || head.rank < best.rank) best = head
  return best
}
