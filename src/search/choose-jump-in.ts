import type { Sentence } from '../domain/passage.js'

/** Room to take in what is said before the sentence that answers. */
const minLeadMs = 1500
/** More, and the listener wonders why this was played. */
const maxLeadMs = 8000
/** Without a sentence to begin with: enough not to cut the first sound off. */
const shortLeadMs = 500

export interface JumpContext {
  /** The best sentence. */
  sentence: Pick<Sentence, 'startMs'>
  /** What is said before it, in order, in the same chapter and not an advertisement. */
  earlier: readonly Pick<Sentence, 'startMs'>[]
  /** Playing never begins before: the end of an advertisement, or the beginning. */
  floorMs: number
}

/**
 * Where playing begins: the start of the last earlier sentence that begins at least 1.5 s before the best one and at
 * most 8 s before it; when there is none, half a second before the best one. Null without times.
 */
export function chooseJumpIn({ sentence, earlier, floorMs }: JumpContext): number | null {
  const { startMs } = sentence
  if (startMs === null) return null
  const inReach = earlier
    .map((candidate) => candidate.startMs)
    .filter((ms) => ms !== null)
    .filter((ms) => ms >= floorMs && ms <= startMs - minLeadMs && ms >= startMs - maxLeadMs)
  return inReach.at(-1) ?? Math.max(Math.min(floorMs, startMs), startMs - shortLeadMs, 0)
}
