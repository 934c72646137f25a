import { AppError } from '../errors.js'
import { analyzeQuery, type QueryTerm } from '../index/analyze.js'
import type { SearchFilter } from '../index/search-index.js'

export type SearchMode = 'hybrid' | 'lexical' | 'dense'

export interface Query {
  /** As typed, white space collapsed. */
  text: string
  terms: readonly QueryTerm[]
  filter: SearchFilter
  mode: SearchMode
}

/** A pasted paragraph is fine, a pasted chapter is a mistake; bounds the cost of every later step. */
export const maxQueryLength = 2000

/**
 * Any text is a query: quotes, signs and operators of the engine underneath have no meaning here.
 * @param languages of the documents to search
 * @throws QUERY_EMPTY, QUERY_TOO_LONG
 */
export function parseQuery(
  input: string,
  { mode, filter, languages }: { mode: SearchMode; filter: SearchFilter; languages: readonly string[] },
): Query {
  const text = input.replace(/\s+/gu, ' ').trim()
  if (text === '')
    throw new AppError('QUERY_EMPTY', 'The query q is empty: give a question, a phrase or a word.')
  if (text.length > maxQueryLength)
    throw new AppError(
      'QUERY_TOO_LONG',
      `The query q has ${text.length} characters, more than ${maxQueryLength}: shorten it to the sentence that matters.`,
    )
  return { text, terms: analyzeQuery(text, languages.length > 0 ? languages : ['en']), filter, mode }
}
