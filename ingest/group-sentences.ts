/** What the grouping of sentences into passages needs to know of each. */
export interface Piece {
  /** At least 1. */
  words: number
  /** Another speaker or another paragraph begins here: a good place for a border. */
  isTurn: boolean
  /** A long silence lies before it: a border, however little there is. */
  mustBreak: boolean
}

/** Measured in FIELD.md: about 100 words find best when the context is put beside them. */
const targetWords = 100
const minWords = 50
const maxWords = 160
/** Less than this at the end of a run joins what is before it. */
const tinyWords = 25
/** What a turn is worth, as a share of the target: a passage may be 30 words off it to end there. */
const turnBonus = 0.3

/**
 * Groups sentences into passages: [from, to) of the pieces, in order, covering all, none across a silence. From the front: each passage ends
 * where its length is nearest to the target, preferring turns, and never leaves a tiny rest if that can be helped.
 * Only a single sentence can be longer than 160 words. Linear.
 */
export function groupSentences(pieces: readonly Piece[]): [from: number, to: number][] {
  const groups: [number, number][] = []
  let from = 0
  while (from < pieces.length) {
    const to = endOfGroup(pieces, from)
    groups.push([from, to])
    from = to
  }
  return groups
}

function endOfGroup(pieces: readonly Piece[], from: number): number {
  let words = pieces[from]?.words ?? 0
  let best = from + 1
  let bestCost = Infinity
  let at = from + 1
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined || piece.mustBreak) break
    if (words + piece.words > maxWords) break
    const cost = costOf(words, piece.isTurn) + (words < minWords ? 2 : 0) + (isTinyRest(pieces, at) ? 1 : 0)
    // Of equals the later: fewer passages.
    if (cost <= bestCost) {
      best = at
      bestCost = cost
    }
    words += piece.words
  }
  // The border that ends the search, by a silence, by length or by the end of the run, is a candidate like the others.
  const isFree = at === pieces.length || pieces[at]?.mustBreak === true
  const cost = costOf(words, isFree || pieces[at]?.isTurn === true) + (isTinyRest(pieces, at) ? 1 : 0)
  return words < minWords || cost <= bestCost ? at : best
}

const costOf = (words: number, isTurn: boolean): number =>
  Math.abs(words - targetWords) / targetWords - (isTurn ? turnBonus : 0)

/** Whether little would be left of the run from here on. */
function isTinyRest(pieces: readonly Piece[], from: number): boolean {
  let words = 0
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at]
    if (piece === undefined || (at > from && piece.mustBreak)) break
    words += piece.words
    if (words >= tinyWords) return false
  }
  return words > 0
}
