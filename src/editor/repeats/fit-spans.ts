import { compareSpans, type Likeness, type Measure } from './compare-spans.js'
import { LikenessTable } from './likeness-table.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/** Two windows that are near each other → the two runs of sentences that tell the same. */

export interface FittedSpans {
  a: Span
  b: Span
  likeness: Likeness
}

/** A sentence that has no counterpart this near belongs to something else. */
const counterpart = 0.38
/** Of windows as they are cut; nine in ten that are no repeat are below, one in forty that is. */
const minFirstGlance = 0.4
/** How far a window may grow at each end, in sentences. */
const reach = 4
const maxSteps = 24
/** Shorter is a phrase and no story, in words. */
const minStoryWords = 28
/** One of the two may take so many times the words of the other. */
const maxStretch = 2.6

/**
 * Moves the ends of two runs, a step at a time, to where they tell most of the same: a sentence at an end stays when the
 * other run has its counterpart. Null when too little is left, or at first glance.
 */
export function fitSpans(
  a: Span,
  b: Span,
  measure: Measure,
  isFrame: (sentence: number) => boolean,
): FittedSpans | null {
  const { text, vectors } = measure
  if (new LikenessTable(a, b, text, vectors).mean() < minFirstGlance) return null
  const roomA = grow(a, text, isFrame)
  const roomB = grow(b, text, isFrame)
  const table = new LikenessTable(roomA, roomB, text, vectors)
  let best = { a, b, gain: table.gain(a, b, counterpart), isStory: isStory(a, b, text) }
  for (let step = 0; step < maxSteps; step++) {
    const moves = [
      ...movesOf(best.a, roomA).map((moved) => ({ a: moved, b: best.b })),
      ...movesOf(best.b, roomB).map((moved) => ({ a: best.a, b: moved })),
    ]
    let better = best
    for (const moved of moves) {
      const gain = table.gain(moved.a, moved.b, counterpart)
      if (gain <= better.gain + 1e-6) continue
      const isStillStory = isStory(moved.a, moved.b, text)
      if (isStillStory || !best.isStory) better = { ...moved, gain, isStory: isStillStory }
    }
    if (better === best) break
    best = better
  }
  return best.isStory ? { a: best.a, b: best.b, likeness: compareSpans(best.a, best.b, measure) } : null
}

/** Long enough on both sides, and not a sentence against a chapter. */
function isStory(a: Span, b: Span, text: RepeatText): boolean {
  const [wordsA, wordsB] = [lengthOf(text.wordsOf(a)), lengthOf(text.wordsOf(b))]
  const [shorter, longer] = [Math.min(wordsA, wordsB), Math.max(wordsA, wordsB)]
  return shorter >= minStoryWords && longer <= maxStretch * shorter
}

/** Within its document, and not into a frame. */
function grow({ from, to }: Span, text: RepeatText, isFrame: (sentence: number) => boolean): Span {
  const document = text.documents[text.sentences[from]?.document ?? 0]
  let [first, end] = [from, to]
  while (first > (document?.from ?? 0) && from - first < reach && !isFrame(first - 1)) first--
  while (end < (document?.to ?? to) && end - to < reach && !isFrame(end)) end++
  return { from: first, to: end }
}

/** A sentence more or less at either end, or two more: one that says nothing may stand in between. */
function movesOf({ from, to }: Span, room: Span): Span[] {
  const moves: Span[] = []
  for (const more of [1, 2]) {
    if (from - more >= room.from) moves.push({ from: from - more, to })
    if (to + more <= room.to) moves.push({ from, to: to + more })
  }
  if (to - from > 1) moves.push({ from: from + 1, to }, { from, to: to - 1 })
  return moves
}
