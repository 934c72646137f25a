import { primarySubtag, stem } from '../index/analyze.js'
import { foldWord, tokenize } from '../index/tokenize.js'
import { stopWordLists } from '../index/stop-words.js'

/** Words that carry a topic, in the form in which they are counted. */

const stopWords = new Map(
  Object.entries(stopWordLists).map(([language, words]) => [
    language,
    new Set(words.split(' ').map(foldWord)),
  ]),
)

/** Stemmed, each once; function words of the language are left out. */
export function contentWords(text: string, language: string | null): Set<string> {
  const known = stopWords.get(primarySubtag(language ?? 'en'))
  const tokens = tokenize(text)
    .map(({ token }) => token)
    .filter((token) => !known?.has(token))
  return new Set(tokens.map((token) => stem(token, language ?? 'en')))
}

/**
 * Share of the query's content words that the text has, two decimals; null when the query has none.
 * Where it is low, search by words alone loses.
 */
export function measureOverlap(query: string, text: string, language: string | null): number | null {
  const wanted = [...contentWords(query, language)]
  if (wanted.length === 0) return null
  const said = contentWords(text, language)
  return Number((wanted.filter((word) => said.has(word)).length / wanted.length).toFixed(2))
}
