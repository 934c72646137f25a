import type { Catalog } from '../catalog/catalog.js'
import type { SearchIndex } from '../index/search-index.js'
import { findCorrectable } from './find-correctable.js'
import { parseQuery, type ParseOptions } from './parse-query.js'
import { resolveOperators, type NameCatalog } from './resolve-operators.js'
import { writeWords } from './write-words.js'

/** "Did you mean": other words for what was typed, which find something themselves. */

export interface SpellingSources {
  index: Pick<SearchIndex, 'suggestSpelling' | 'searchLexical'>
  catalog: NameCatalog & Pick<Catalog, 'findTexts'>
}

/**
 * Null when the library knows all the words, and when the words that it knows stand nowhere as the query wants them: side
 * by side in quotes, or in what its operators leave.
 * @param text as typed
 * @param options those that the query is read with
 * @param language that is asked in; null: not known
 */
export async function suggestWords(
  text: string,
  sources: SpellingSources,
  options: ParseOptions,
  language: string | null,
): Promise<string | null> {
  const { index, catalog } = sources
  const folded = await index.suggestSpelling(text, findCorrectable(text), language)
  if (folded === null) return null
  const suggested = await writeWords(folded, text, sources, options.languages)
  const query = parseQuery(suggested, options)
  if (query.phrases.length === 0) return suggested
  const { terms, filter } = await resolveOperators(query, catalog, options)
  const found = await index.searchLexical(terms, filter, 1)
  return found.length > 0 ? suggested : null
}
