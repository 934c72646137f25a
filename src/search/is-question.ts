/**
 * A sentence that asks: it says what it is about better than its answer does, and is not what a listener looks for.
 * Japanese and Chinese ask with their last syllable, and often end with a full stop.
 */
export const isQuestion = (text: string): boolean =>
  /(?:[?？]|(?:です|ます|でした|ました|でしょう|なの)か[。.]?|[吗嗎呢][。.]?)\s*$/u.test(text)
