import { lengthOf, type Span } from './repeat-text.js'

/** Two runs of words, compared word by word. */
export interface WordAlignment {
  a: Span
  b: Span
  /** Words that are the same, in the same order. */
  matches: number
}

/** What a word that differs, is missing or was put in costs, where one that is the same gives 1. */
const difference = -1
/** What may be missing on one side between two words that are the same. */
const slack = 24

/**
 * The best local alignment (Smith and Waterman 1981) of two runs of words that are known to lie on about one diagonal:
 * the stretch that has most words in common after every other word has been taken off. Null when nothing is.
 * @param shift how much further into `b` a word stands than into `a`, about
 * Cost: the length of `a` times the breadth of the shift, some 5 ns each.
 */
export function alignWords(
  words: { a: Uint32Array; b: Uint32Array },
  shift: Span = { from: -words.a.length, to: words.b.length },
): WordAlignment | null {
  const { a, b } = words
  const low = Math.max(shift.from - slack, -a.length)
  const breadth = Math.min(shift.to + slack, b.length) - low
  if (breadth <= 0) return null
  // Cell d of a row is the pair (i, i + low + d): the one above it has d + 1, the one to the left d - 1.
  let above = newRow(breadth)
  let row = newRow(breadth)
  let best: (WordAlignment & { score: number }) | null = null
  for (let i = 0; i < a.length; i++) {
    for (let d = 0; d < breadth; d++) {
      const j = i + low + d
      row.score[d] = 0
      if (j < 0 || j >= b.length) continue
      const isSame = a[i] === b[j]
      const diagonal = j > 0 && i > 0 ? (above.score[d] ?? 0) : 0
      const straight = diagonal + (isSame ? 1 : difference)
      const up = d + 1 < breadth ? (above.score[d + 1] ?? 0) + difference : 0
      const left = d > 0 ? (row.score[d - 1] ?? 0) + difference : 0
      const score = Math.max(straight, up, left)
      if (score <= 0) continue
      row.score[d] = score
      if (score === straight && diagonal === 0) {
        row.startA[d] = i
        row.startB[d] = j
        row.matches[d] = 1
      } else {
        const [from, at] = score === straight ? [above, d] : score === up ? [above, d + 1] : [row, d - 1]
        row.startA[d] = from.startA[at] ?? 0
        row.startB[d] = from.startB[at] ?? 0
        row.matches[d] = (from.matches[at] ?? 0) + (score === straight && isSame ? 1 : 0)
      }
      if (score > (best?.score ?? 0))
        best = {
          a: { from: row.startA[d] ?? 0, to: i + 1 },
          b: { from: row.startB[d] ?? 0, to: j + 1 },
          matches: row.matches[d] ?? 0,
          score,
        }
    }
    ;[above, row] = [row, above]
  }
  return best && { a: best.a, b: best.b, matches: best.matches }
}

const newRow = (breadth: number) => ({
  score: new Int32Array(breadth),
  startA: new Int32Array(breadth),
  startB: new Int32Array(breadth),
  matches: new Int32Array(breadth),
})

/** Share of the longer of the two that is the same in both. */
export const shareOf = ({ a, b, matches }: WordAlignment): number =>
  matches / Math.max(1, lengthOf(a), lengthOf(b))
