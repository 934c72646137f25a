import type { RepeatPair } from './find-verbatim.js'
import { lengthOf, sharedLength, type RepeatText, type Span } from './repeat-text.js'

/**
 * Pairs of places → groups of places. A group is built around one of its places, and each of the others is like that
 * one by itself: what is only like one that is like one that is like it does not come in, or chains of weak pairs would
 * glue the library together.
 */

export interface PairGroup {
  /** The one that the group is built around. */
  centre: Span
  /** Best first. */
  others: { span: Span; likeness: number }[]
}

interface Spot {
  span: Span
  /** Of other spots, the best of each pair of them. */
  links: Map<Spot, number>
  isTaken: boolean
}

/** Two spans are one place when they share this much of the shorter, and a third of the longer. */
const samePlaceShare = 0.5
const samePlaceShareOfLonger = 1 / 3

export function groupPairs(pairs: readonly RepeatPair[], text: RepeatText): PairGroup[] {
  const spotOf = gatherSpots(pairs, text)
  const spots = new Set<Spot>()
  for (const pair of pairs) {
    const a = spotOf(pair.a)
    const b = spotOf(pair.b)
    spots.add(a).add(b)
    if (a === b) continue
    const likeness = Math.max(pair.likeness, a.links.get(b) ?? 0)
    a.links.set(b, likeness)
    b.links.set(a, likeness)
  }
  const strength = ({ links }: Spot): number =>
    [...links.values()].reduce((sum, likeness) => sum + likeness, 0)
  const inOrder = [...spots]
    .map((spot) => ({ spot, strength: strength(spot) }))
    .sort((x, y) => y.strength - x.strength || x.spot.span.from - y.spot.span.from)
  const groups: PairGroup[] = []
  for (const { spot } of inOrder) {
    if (spot.isTaken || spot.links.size === 0) continue
    // One whose likes all belong to other groups still says what they say: it brings them along.
    const free = [...spot.links].filter(([other]) => !other.isTaken)
    const chosen = free.length > 0 ? free : [...spot.links]
    spot.isTaken = true
    for (const [other] of chosen) other.isTaken = true
    groups.push({
      centre: spot.span,
      others: chosen
        .map(([other, likeness]) => ({ span: other.span, likeness }))
        .sort((x, y) => y.likeness - x.likeness || x.span.from - y.span.from),
    })
  }
  return groups
}

/** Ends of pairs that lie in about the same place are one; its span is the first, the best. */
function gatherSpots(pairs: readonly RepeatPair[], text: RepeatText): (span: Span) => Spot {
  const ofDocument = new Map<number, Spot[]>()
  const spots = new Map<string, Spot>()
  const inOrder = [...pairs].sort(
    (x, y) => y.likeness - x.likeness || x.a.from - y.a.from || x.b.from - y.b.from,
  )
  for (const span of inOrder.flatMap(({ a, b }) => [a, b])) {
    const document = text.sentences[span.from]?.document ?? 0
    const known = ofDocument.get(document) ?? []
    ofDocument.set(document, known)
    let spot = known.find((each) => isSamePlace(each.span, span))
    if (!spot) {
      spot = { span, links: new Map(), isTaken: false }
      known.push(spot)
    }
    spots.set(keyOf(span), spot)
  }
  return (span) => {
    const spot = spots.get(keyOf(span))
    if (!spot) throw new RangeError(`sentences ${span.from} to ${span.to} are of no pair`)
    return spot
  }
}

const keyOf = ({ from, to }: Span): string => `${from}-${to}`

function isSamePlace(a: Span, b: Span): boolean {
  const shared = sharedLength(a, b)
  return (
    shared >= samePlaceShare * Math.min(lengthOf(a), lengthOf(b)) &&
    shared >= samePlaceShareOfLonger * Math.max(lengthOf(a), lengthOf(b))
  )
}
