import type { Passage } from '../domain/passage.js'

/** The sentences of a passage, in order. */
export const textsOf = ({ text, sentences }: Pick<Passage, 'text' | 'sentences'>): string[] =>
  sentences.map(({ from, to }) => text.slice(from, to))
