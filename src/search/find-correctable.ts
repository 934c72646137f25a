import { tokenize, type Token } from '../index/tokenize.js'
import { lexQuery } from '../domain/query-syntax.js'

/** What of a query may be misspelt: all words but the values of operators, excluded words and addresses. */
export function findCorrectable(text: string): Token[] {
  const parts = lexQuery(text).filter(
    (part) => part.type === 'phrase' || (part.type === 'word' && !/:\/\/|@/.test(part.text)),
  )
  return tokenize(text).filter(({ from, to }) => parts.some((part) => part.from <= from && to <= part.to))
}
