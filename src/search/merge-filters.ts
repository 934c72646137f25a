import { primarySubtag } from '../index/analyze.js'
import type { SearchFilter } from '../index/search-index.js'

/** Two filters made one: how operators of a query go together, and how they go with the filter beside it. */

const listFields = ['kinds', 'sourceIds', 'documentIds', 'speakers', 'languages'] as const
const demandFields = ['phrases', 'excludedTerms', 'excludedPhrases'] as const

/**
 * What the same operator twice means: any of its values; of dates the narrowest; of phrases and exclusions all. Nothing
 * is repeated. Linear.
 */
export function uniteFilters(filters: readonly SearchFilter[]): SearchFilter {
  const united: SearchFilter = {}
  for (const field of [...listFields, ...demandFields]) {
    const values = filters.flatMap((filter): readonly unknown[] => filter[field] ?? [])
    if (values.length > 0) Object.assign(united, { [field]: withoutRepeats(values) })
  }
  for (const { after, before } of filters) Object.assign(united, narrowDates(united, { after, before }))
  return united
}

/**
 * What both allow. A list that nothing is left of stays, empty: it allows nothing. Speakers meet in one name: `Anna` and
 * `Meyer` is a speaker called both.
 */
export function intersectFilters(a: SearchFilter, b: SearchFilter): SearchFilter {
  const both = joinDemands(a, b)
  for (const field of listFields) {
    const [of, and] = [a[field], b[field]]
    if (of && and) Object.assign(both, { [field]: meet(field, of, and) })
    else if (of ?? and) Object.assign(both, { [field]: of ?? and })
  }
  return both
}

function meet(field: (typeof listFields)[number], a: readonly string[], b: readonly string[]): string[] {
  if (field === 'speakers') return a.flatMap((name) => b.map((other) => `${name} ${other}`))
  const key = field === 'languages' ? primarySubtag : (value: string) => value
  const allowed = new Set(b.map(key))
  return a.filter((value) => allowed.has(key(value)))
}

/** Everything but the lists: demands add up, dates narrow, and what is included by default is decided by `a`, then `b`. */
function joinDemands(a: SearchFilter, b: SearchFilter): SearchFilter {
  const { kinds: _k, sourceIds: _s, documentIds: _d, speakers: _p, languages: _l, ...joined } = { ...b, ...a }
  for (const field of demandFields) {
    const demands: readonly unknown[] = [...(a[field] ?? []), ...(b[field] ?? [])]
    if (demands.length > 0) Object.assign(joined, { [field]: withoutRepeats(demands) })
  }
  return { ...joined, ...narrowDates(a, b) }
}

interface DateRange {
  after?: string | undefined
  before?: string | undefined
}

/** The later `after` and the earlier `before`; what neither has is left out. */
function narrowDates(a: DateRange, b: DateRange): Pick<SearchFilter, 'after' | 'before'> {
  const after = pickDate(a.after, b.after, 1)
  const before = pickDate(a.before, b.before, -1)
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }
}

/** The later (1) or earlier (-1); a date that cannot be read is kept, so that it is named where it is used. */
function pickDate(a: string | undefined, b: string | undefined, sign: 1 | -1): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const [msA, msB] = [Date.parse(a), Date.parse(b)]
  if (Number.isNaN(msA)) return a
  return sign * (msA - msB) >= 0 ? a : b
}

/** Values are strings, lists of them, or terms: equal when they are written alike. */
function withoutRepeats(values: readonly unknown[]): unknown[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
