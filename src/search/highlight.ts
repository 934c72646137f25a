import { stem, tokenize, type QueryTerm } from '../index/analyze.js'

/** Half-open [from, to) in UTF-16 units. */
export type TextRange = [from: number, to: number]

/** The words of the text that match a term in any of its forms, in order. Words that touch stay apart. */
export function findHighlights(
  text: string,
  terms: readonly QueryTerm[],
  language: string | null,
): TextRange[] {
  const wanted = new Set(terms.flatMap(({ forms }) => forms))
  return tokenize(text)
    .filter(({ token }) => wanted.has(stem(token, language)))
    .map(({ from, to }) => [from, to])
}
