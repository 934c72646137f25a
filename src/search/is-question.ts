/** A sentence that asks: it says what it is about better than its answer does, and is not what a listener looks for. */
export const isQuestion = (text: string): boolean => /[?？]\s*$/u.test(text)
