import type { Passage, Sentence } from '../domain/passage.js'

/** Room to take in what is said before the sentence that answers. */
const minLeadMs = 1500
/** More, and the listener wonders why this was played. */
const maxLeadMs = 8000

export interface JumpContext {
  /** The best sentence. */
  sentence: Pick<Sentence, 'startMs'>
  /** What is said before it, in any order, in the same chapter and not an advertisement. */
  earlier: readonly Pick<Sentence, 'startMs'>[]
  /** Playing never begins before: the end of an advertisement, or the beginning. */
  floorMs: number
}

/**
 * Where playing begins: the start of the last earlier sentence that begins at least 1.5 s before the best one and at
 * most 8 s before it, both inclusive; when there is none, the start of the best one itself. Null without times.
 */
export function chooseJumpIn({ sentence, earlier, floorMs }: JumpContext): number | null {
  const { startMs } = sentence
  if (startMs === null) return null
  const inReach = earlier
    .map((candidate) => candidate.startMs)
    .filter((ms) => ms !== null)
    .filter((ms) => ms >= floorMs && ms <= startMs - minLeadMs && ms >= startMs - maxLeadMs)
  return inReach.length > 0 ? Math.max(...inReach) : startMs
}

/**
 * Where playing begins to hear one sentence of a passage. Times are raw.
 * @param before the passage before it in the document
 * @param isHeard whether playing may begin with a sentence before it
 */
export function jumpToSentence(
  passage: Pick<Passage, 'startMs' | 'chapter' | 'ad' | 'sentences'>,
  index: number,
  before: Passage | null,
  isHeard: (sentence: Sentence) => boolean = () => true,
): number | null {
  const isSameChapter = before?.chapter === passage.chapter && before.ad === passage.ad
  return chooseJumpIn({
    sentence: passage.sentences[index] ?? { startMs: passage.startMs },
    earlier: [...(isSameChapter ? before.sentences : []), ...passage.sentences.slice(0, index)].filter(
      isHeard,
    ),
    floorMs: before?.ad && !passage.ad ? (passage.startMs ?? 0) : 0,
  })
}
