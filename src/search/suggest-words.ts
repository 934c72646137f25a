import type { SearchIndex } from '../index/search-index.js'
import { findCorrectable } from './find-correctable.js'
import { parseQuery, type ParseOptions } from './parse-query.js'

/** "Did you mean": other words for what was typed, which find something themselves. */

/**
 * Null when the library knows all the words, and when the words that it knows stand nowhere as the query wants them: side
 * by side in quotes, or in what its operators leave.
 * @param text as typed
 * @param options those that the query is read with
 */
export async function suggestWords(
  text: string,
  index: Pick<SearchIndex, 'suggestSpelling' | 'searchLexical'>,
  options: ParseOptions,
): Promise<string | null> {
  const suggested = await index.suggestSpelling(text, findCorrectable(text))
  if (suggested === null) return null
  const { terms, filter, phrases } = parseQuery(suggested, options)
  if (phrases.length === 0) return suggested
  const found = await index.searchLexical(terms, filter, 1)
  return found.length > 0 ? suggested : null
}
