/** More than this before the sentence, and the listener wonders why it is played: as `chooseJumpIn` has it. */
const maxLeadMs = 8000

/**
 * How far playing begins from where it may: 0 from 8 s before the marked sentence to its own start, else the distance to the
 * nearer end. What `seekErrorMs` measures from one point, this forgives where the rule of the jump-in point has a choice.
 */
export function leadErrorMs(jumpMs: number, sentenceStartMs: number): number {
  const earliestMs = Math.max(0, sentenceStartMs - maxLeadMs)
  return Math.max(0, earliestMs - jumpMs, jumpMs - sentenceStartMs)
}
