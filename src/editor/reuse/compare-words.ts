import { tokenize } from '../../index/tokenize.js'

/** How much of a sentence is in a text word for word, and which names of things it misses. Pure. */

/** Words in a row that are rarely the same by chance. */
const runWords = 4

/** Words of text, folded. */
export const wordsOf = (text: string): string[] => tokenize(text).map(({ token }) => token)

/**
 * Share of the words of a sentence that stand in the text in the same runs of at least four; of a shorter sentence 0.
 * Linear in both.
 */
export function repeatedShare(sentence: readonly string[], text: readonly string[]): number {
  if (sentence.length < runWords) return 0
  const runs = new Set(runsOf(text))
  const repeated = new Set<number>()
  for (const [at, run] of runsOf(sentence).entries())
    if (runs.has(run)) for (let word = at; word < at + runWords; word++) repeated.add(word)
  return repeated.size / sentence.length
}

const runsOf = (words: readonly string[]): string[] =>
  words
    .slice(0, Math.max(0, words.length - runWords + 1))
    .map((_, at) => words.slice(at, at + runWords).join(' '))

/** `27278`, `v0.18.3`, `bip324`: what tells one thing from its neighbour, where all other words are the same. */
const isIdentifier = (word: string): boolean => /\p{N}/u.test(word) && word.length > 1

/** Things that are named by number, each once. */
export const identifiersOf = (words: readonly string[]): string[] => [...new Set(words.filter(isIdentifier))]

/** Whether a sentence names things by number of which the text has none. */
export const missesIdentifiers = (sentence: readonly string[], text: readonly string[]): boolean =>
  identifiersOf(sentence).length > 0 && shareOfIdentifiers(sentence, text) === 0

/** Of the things that a sentence names by number, the share that the text names too; 0 without any. */
export function shareOfIdentifiers(sentence: readonly string[], text: readonly string[]): number {
  const identifiers = identifiersOf(sentence)
  const held = new Set(text)
  const shared = identifiers.filter((identifier) => held.has(identifier)).length
  return identifiers.length === 0 ? 0 : shared / identifiers.length
}
