/** What is compared: sentences of a recording and of a post, as stems and as vectors. */

export interface ComparedSentence {
  /** Stems in order, small words included. */
  words: readonly string[]
  /** Quantised, as the catalog keeps it; null when it is not there. */
  vector: Int8Array | null
}

export interface SpokenSentence extends ComparedSentence {
  speaker: string | null
  ad: boolean
  /** Stems of the title of the publisher's chapter that begins with it; null where none begins. */
  chapter: readonly string[] | null
}

/** What is told in one part of a post: a topic, or a paragraph of one. */
export interface WrittenPart {
  /** Stems of what it is called. */
  title: readonly string[]
  /** Of the heading that is said before it begins; empty without one. */
  above: readonly string[]
  sentences: readonly ComparedSentence[]
}
