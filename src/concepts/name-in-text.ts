import type { Passage } from '../domain/passage.js'
import { conceptKey } from './concept-key.js'

/** Where a text names a concept, by the keys of its names; linear in the text. */

/** Sentences [from, to] of a passage, both inclusive. */
export interface SentenceRange {
  from: number
  to: number
}

/** Further apart, what stands between them would be most of the text. In sentences. */
const maxDistance = 2

/**
 * The shortest run of sentences that names both, of equals the first; where they stand too far from each other for one,
 * the first sentence that names `second`; without any the first sentence of the passage.
 * @param first, second `conceptKey`s of all names of one concept each
 */
export function findSentencesNamingBoth(
  passage: Pick<Passage, 'text' | 'sentences'>,
  first: readonly string[],
  second: readonly string[],
): SentenceRange {
  const texts = passage.sentences.map(({ from, to }) => keyText(passage.text.slice(from, to)))
  const withFirst = positionsNaming(texts, first)
  const withSecond = positionsNaming(texts, second)
  const ranges = withFirst
    .flatMap((a) => withSecond.map((b) => ({ from: Math.min(a, b), to: Math.max(a, b) })))
    .filter(({ from, to }) => to - from <= maxDistance)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  const fallback = withSecond[0] ?? withFirst[0] ?? 0
  return ranges[0] ?? { from: fallback, to: fallback }
}

/** Spaces around it make words of it whole. */
const keyText = (text: string): string => ` ${conceptKey(text)} `

const positionsNaming = (texts: readonly string[], keys: readonly string[]): number[] =>
  texts.flatMap((text, at) => (keys.some((key) => key !== '' && text.includes(` ${key} `)) ? [at] : []))
