import { lexQuery, type OperatorName, type QueryPart } from '../../src/domain/query-syntax.js'
import type { SearchResult } from '../../client/index.js'

/** Changes to a typed query that keep its signs intact: docs/query-language.md is what they mean. */

type Understood = SearchResult['understood'][number]

/** A part of a query that is more than words, as the server understood it. */
export interface UnderstoodPart extends Understood {
  /** The query without it. */
  rest: string
}

const lex = (q: string): { text: string; parts: QueryPart[] } => {
  const text = q.replace(/\s+/gu, ' ').trim()
  return { text, parts: lexQuery(text) }
}

/** All quotes of the query language: they cannot stand within quotes. */
const quotes = /["＂“”„‟〝〞〟«»]/gu

const withoutQuotes = (text: string): string => text.replace(quotes, ' ').replace(/ {2,}/g, ' ').trim()

/** `speaker:"Anna Meyer"`. */
export const writeOperator = (name: OperatorName, value: string): string =>
  `${name}:"${withoutQuotes(value)}"`

/** Each run of words in quotes, so that they are searched for in a row; operators, exclusions and phrases as they are. */
export function quoteWords(q: string): string {
  const { text, parts } = lex(q)
  const pieces: string[] = []
  let run: string[] = []
  const endRun = () => {
    const words = withoutQuotes(run.join(' '))
    // Signs alone are not in the text of any passage.
    if (/[\p{L}\p{N}]/u.test(words)) pieces.push(`"${words}"`)
    else if (words !== '') pieces.push(words)
    run = []
  }
  for (const part of parts) {
    if (part.type === 'word') run.push(part.text)
    else {
      endRun()
      pieces.push(text.slice(part.from, part.to))
    }
  }
  endRun()
  return pieces.join(' ')
}

/** The words alone: without operators, exclusions and quotes. */
export function looseWords(q: string): string {
  const words = lex(q).parts.flatMap((part) =>
    part.type === 'word' || part.type === 'phrase' ? [part.text] : [],
  )
  return withoutQuotes(words.join(' '))
}

/**
 * Where in the query each understood part stands, and what is left without it. A part that cannot be found again is left
 * out: `source:` and `in:` come back with the title of what they name.
 */
export function locateUnderstood(q: string, understood: readonly Understood[]): UnderstoodPart[] {
  const { text, parts } = lex(q)
  const free = new Set(parts.filter(({ type }) => type !== 'word'))
  return understood.flatMap((each) => {
    const named = [...free].filter((part) => nameOf(part) === each.name)
    const part =
      named.find((candidate) => valueOf(candidate) === each.value) ??
      (each.name === 'source' || each.name === 'in' ? named[0] : undefined)
    if (!part) return []
    free.delete(part)
    return [{ ...each, rest: `${text.slice(0, part.from).trim()} ${text.slice(part.to).trim()}`.trim() }]
  })
}

function nameOf(part: QueryPart): Understood['name'] {
  switch (part.type) {
    case 'operator':
      return part.name
    case 'exclusion':
      return 'without'
    case 'phrase':
    case 'word':
      return part.type
  }
}

const valueOf = (part: QueryPart): string => (part.type === 'operator' ? part.value : part.text)
