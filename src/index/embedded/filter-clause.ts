import { AppError } from '../../errors.js'
import { primarySubtag } from '../analyze.js'
import { tokenize } from '../tokenize.js'
import type { SearchFilter } from '../search-index.js'

/** A condition on a row `e` of entries. */
export interface FilterClause {
  sql: string
  parameters: (string | number)[]
}

/** The folded words of a name, each between spaces: `" anna lena meyer "`. */
export function foldSpeaker(name: string): string {
  const words = tokenize(name).map(({ token }) => token)
  return ` ${words.join(' ')} `
}

/** Lists travel as one JSON parameter, so that filters of the same kind share one compiled statement. */
const listColumns = [
  ['kinds', 'e.kind'],
  ['sourceIds', 'e.source_id'],
  ['documentIds', 'e.document_id'],
] as const

/** Nobody is called by more words; SQLite takes an expression of a thousand conditions. */
const maxNameWords = 12
const maxSpeakers = 40

/** @throws QUERY_INVALID for a date that cannot be read */
export function toFilterClause(filter: SearchFilter): FilterClause {
  const conditions: string[] = []
  const parameters: (string | number)[] = []
  const require = (condition: string, ...values: (string | number)[]) => {
    conditions.push(condition)
    parameters.push(...values)
  }
  for (const [field, column] of listColumns) {
    const values = filter[field]
    if (values) require(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values))
  }
  if (filter.languages) {
    const wanted = filter.languages.map(primarySubtag)
    const orUnknown = wanted.includes(primarySubtag(null)) ? ' OR e.language IS NULL' : ''
    require(`(e.language IN (SELECT value FROM json_each(?))${orUnknown})`, JSON.stringify(wanted))
  }
  if (filter.after !== undefined) require('e.published_ms >= ?', toMs(filter.after, 'after'))
  if (filter.before !== undefined) require('e.published_ms < ?', toMs(filter.before, 'before'))
  if (filter.speakers) {
    const names = filter.speakers
      .slice(0, maxSpeakers)
      .map((name) => [...new Set(foldSpeaker(name).trim().split(' ').filter(Boolean))].slice(0, maxNameWords))
    const spoken = names.filter((words) => words.length > 0)
    const matches = spoken.map((words) => words.map(() => 'instr(s.words, ?) > 0').join(' AND '))
    require(`e.label IN (SELECT l.label FROM speakers s JOIN entry_speakers l ON l.speaker_id = s.speaker_id
       WHERE ${matches.length > 0 ? matches.join(' OR ') : 'FALSE'})`, ...spoken
      .flat()
      .map((word) => ` ${word} `))
  }
  // The plus keeps these two, which hold for nearly every entry, from being what SQLite looks entries up by.
  const unless = conditions.length > 0 ? '+' : ''
  if (!filter.includeAds) require(`${unless}e.ad = 0`)
  if (!filter.includeWithdrawn) require(`${unless}e.withdrawn = 0`)
  return { sql: conditions.length > 0 ? conditions.join(' AND ') : 'TRUE', parameters }
}

function toMs(date: string, field: string): number {
  const ms = Date.parse(date)
  if (Number.isNaN(ms))
    throw new AppError(
      'QUERY_INVALID',
      `The filter ${field} is "${date}", which is no ISO 8601 date such as 2024-05-31.`,
    )
  return ms
}
