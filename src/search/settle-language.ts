import type { SearchIndex } from '../index/search-index.js'
import type { Query } from './parse-query.js'

/**
 * Which language is asked in, where no small word tells (`Anstellgut ansetzen`, `煎茶の作り方`): the one in which alone the
 * library has the most of the words. As it was where there are none, or two languages have as many. A library of one
 * language is asked nothing.
 * @param languages of the library
 */
export async function settleLanguage(
  query: Query,
  index: Pick<SearchIndex, 'languagesOf'>,
  languages: readonly string[],
): Promise<Query> {
  if (query.isLanguageTold || languages.length < 2 || query.terms.length === 0) return query
  const counts = new Map<string, number>()
  for (const holders of await index.languagesOf(query.terms.map(({ word }) => word)))
    if (holders.length === 1)
      for (const language of holders) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [most, second] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[1] === second?.[1]) return query
  return { ...query, language: most[0], isLanguageTold: true }
}
