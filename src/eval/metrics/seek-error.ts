/** What is to be heard before the sentence that answers begins: `chooseJumpIn` leaves no less where it can. */
const leadMs = 1500

/**
 * How far from the right second playing begins: |jumpMs − max(0, sentenceStartMs − leadMs)|, for queries whose answering
 * sentence was marked by hand. The start of a span is not the start of what answers, so spans have no seek error.
 */
export const seekErrorMs = (jumpMs: number, sentenceStartMs: number): number =>
  Math.abs(jumpMs - Math.max(0, sentenceStartMs - leadMs))
