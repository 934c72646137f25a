import type { Catalog } from '../catalog/catalog.js'
import { tokenize } from '../index/tokenize.js'
import { findDocumentsByTitle } from './document-titles.js'
import { intersectFilters, uniteFilters } from './merge-filters.js'
import { parseQuery, type ParseOptions, type Query } from './parse-query.js'
import type { Source } from '../domain/source.js'
import type { OperatorPart } from '../domain/query-syntax.js'

/** Where names are looked up. */
export type NameCatalog = Pick<Catalog, 'listSources' | 'listDocuments' | 'findSummaries' | 'latestSeq'>

/** What a name stands for: ids, and its title when it is one thing. */
interface Resolved {
  ids: string[]
  title: string | null
}

/**
 * Finds what `source:` and `in:` name: the one with that id, else all that have every word of it in their title, or a
 * source in where it is, case and accents folded. A name of nothing becomes words of the query again. A query without them costs nothing.
 * @param options those the query was parsed with
 */
export async function resolveOperators(
  query: Query,
  catalog: NameCatalog,
  options: ParseOptions,
): Promise<Query> {
  if (query.names.length === 0) return query
  const find = openNames(query.names, catalog)
  const resolved = await Promise.all(query.names.map(async (part) => ({ part, found: await find(part) })))
  const known = resolved.filter(({ found }) => found.ids.length > 0)
  const unknown = resolved.filter(({ found }) => found.ids.length === 0)
  const read =
    unknown.length > 0
      ? parseQuery(query.text, { ...options, plainAt: new Set(unknown.map(({ part }) => part.from)) })
      : query
  const named = uniteFilters(
    known.map(({ part, found }) =>
      part.name === 'source' ? { sourceIds: found.ids } : { documentIds: found.ids },
    ),
  )
  return {
    ...read,
    filter: intersectFilters(read.filter, named),
    names: [],
    understood: read.understood.map((each) => {
      const match = known.find(({ part }) => part.name === each.name && part.value === each.value)
      return match?.found.title ? { ...each, value: match.found.title } : each
    }),
  }
}

interface Titled {
  id: string
  title: string
}

/** However many names there are, the catalog is read once for each sort of them. */
function openNames(
  names: readonly OperatorPart[],
  catalog: NameCatalog,
): (part: OperatorPart) => Promise<Resolved> {
  const valuesOf = (name: OperatorPart['name']) =>
    names.filter((part) => part.name === name).map(({ value }) => value)
  const sources = valuesOf('source').length > 0 ? catalog.listSources() : Promise.resolve([])
  const documents = valuesOf('in').length > 0 ? catalog.findSummaries(valuesOf('in')) : Promise.resolve([])
  return async ({ name, value }) => {
    const known: Titled[] = await (name === 'source' ? sources : documents)
    const words = tokenize(value).map(({ token }) => token)
    const byId = known.filter(({ id }) => id === value)
    if (byId.length > 0) return toResolved(byId)
    if (name === 'in') return toResolved(await findDocumentsByTitle(words, catalog))
    return toResolved(
      (await sources).filter((source) => hasWords(`${source.title} ${placeOf(source)}`, words)),
    )
  }
}

/**
 * Where a source is, as its publisher is called: `bitcoinops` of https://bitcoinops.org/feed.xml, `optech newsletters` of
 * a folder …/optech/newsletters, whose title is `Newsletters` and no more.
 */
function placeOf({ url, location }: Pick<Source, 'url' | 'location'>): string {
  const address = url ?? location
  const host = /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).hostname : null
  if (host === null) return address.split(/[\\/]/u).slice(-2).join(' ')
  return host
    .split('.')
    .slice(0, -1)
    .filter((label) => label !== 'www')
    .join(' ')
}

function hasWords(title: string, words: readonly string[]): boolean {
  const held = new Set(tokenize(title).map(({ token }) => token))
  return words.every((word) => held.has(word))
}

const toResolved = (matches: readonly Titled[]): Resolved => ({
  ids: matches.map(({ id }) => id),
  title: matches.length === 1 ? (matches[0]?.title ?? null) : null,
})
