import { AppError } from '../errors.js'
import type { SearchFilter } from '../index/search-index.js'
import { readDate } from '../search/read-date.js'
import type { SearchQuery } from './schemas/search.js'

type FilterFields = Partial<
  Pick<SearchQuery, 'kind' | 'source' | 'speaker' | 'after' | 'before' | 'lang' | 'includeAds'>
>

/**
 * The filter of a search from the words of the contract. `2024` and `2024-05` mean the first day of the year or month.
 * @throws QUERY_INVALID for a date that is not in the calendar
 */
export function toFilter({
  kind,
  source,
  speaker,
  after,
  before,
  lang,
  includeAds,
}: FilterFields): SearchFilter {
  return {
    ...(kind ? { kinds: [kind] } : {}),
    ...(source ? { sourceIds: [source] } : {}),
    ...(speaker?.trim() ? { speakers: [speaker] } : {}),
    ...(after ? { after: toDate('after', after) } : {}),
    ...(before ? { before: toDate('before', before) } : {}),
    ...(lang ? { languages: [lang.toLowerCase()] } : {}),
    ...(includeAds ? { includeAds } : {}),
  }
}

function toDate(name: string, value: string): string {
  const date = readDate(value)
  if (date === null)
    throw new AppError('QUERY_INVALID', `${name}=${value} is not a date: give YYYY, YYYY-MM or YYYY-MM-DD.`)
  return date
}
