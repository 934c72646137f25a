import type { NewSavedSearch, SavedSearch } from '../../../client/index.js'
import { emptySearch, searchParams, type SearchState } from '../url-state.js'

/** Searches of the pages as searches that are saved and feeds that are followed, and back. */

const filterNames = ['kind', 'source', 'speaker', 'after', 'before'] as const

/** What the page asks, as a saved search asks it; null where nothing is asked. The order of hits is none of it. */
export function savedOf(state: SearchState): NewSavedSearch | null {
  const params = searchParams({ ...state, sort: 'relevance' }, { k: 1, cursor: null })
  const query = params.get('q')?.trim() ?? ''
  if (query === '') return null
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name)
      return value === null ? [] : [[name, value]]
    }),
  ) as NonNullable<NewSavedSearch['filters']>
  return { query, ...(Object.keys(filters).length > 0 && { filters }) }
}

/** Whether they find the same. */
export const isSameSearch = (
  a: Pick<NewSavedSearch, 'query' | 'filters'>,
  b: Pick<NewSavedSearch, 'query' | 'filters'>,
): boolean => feedPathOf(a) === feedPathOf(b)

/** `/api/v1/search.rss?…`: the same search as a feed. */
export function feedPathOf({
  query,
  mode = 'hybrid',
  filters = {},
}: Pick<NewSavedSearch, 'query' | 'mode' | 'filters'>): string {
  const params = new URLSearchParams({ q: query })
  if (mode !== 'hybrid') params.set('mode', mode)
  for (const name of filterNames) if (filters[name]) params.set(name, filters[name])
  if (filters.lang) params.set('lang', filters.lang)
  if (filters.includeAds) params.set('includeAds', 'true')
  return `/api/v1/search.rss?${params}`
}

const dayMs = 86_400_000

/** The state of the search page that shows what a saved search finds, as near as the page can. */
export function stateOfSaved({ query, filters }: Pick<SavedSearch, 'query' | 'filters'>): SearchState {
  const { kind = null, source = null, speaker = null, after, before } = filters
  const year =
    after !== undefined && /^\d{4}$/.test(after) && before === String(Number(after) + 1) ? after : null
  const dates =
    year === null
      ? { year, from: after ? firstDay(after) : null, to: before ? dayBefore(before) : null }
      : { year, from: null, to: null }
  return { ...emptySearch, q: query, kind, source, speaker, ...dates }
}

/** `2025`, `2025-03` and `2025-03-01` as days. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** As the API has it, `before` is outside of the range; on the page the last day is in it. */
const dayBefore = (date: string): string =>
  new Date(Date.parse(firstDay(date)) - dayMs).toISOString().slice(0, 10)
