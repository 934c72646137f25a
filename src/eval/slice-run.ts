import type { RunQuery } from './eval-run.js'

/** Parts of a run that are told apart. */

export interface Slice {
  by: 'all' | 'kind' | 'show' | 'overlap'
  value: string
  /** Positions of its queries, ascending. */
  at: number[]
}

/** Below it most of the query is said in other words. */
const lowOverlap = 0.5

/** All, then by kind, show and overlap; a way of telling apart that leaves all in one part is left out. */
export function sliceQueries(queries: readonly RunQuery[]): Slice[] {
  const all: Slice = { by: 'all', value: 'all', at: queries.map((_, index) => index) }
  const ways: [Slice['by'], (query: RunQuery) => string][] = [
    ['kind', ({ kind }) => kind],
    ['show', ({ show }) => show],
    ['overlap', ({ overlap }) => overlapBand(overlap)],
  ]
  return [all, ...ways.flatMap(([by, valueOf]) => divide(queries, by, valueOf))]
}

function overlapBand(overlap: number | null): string {
  if (overlap === null) return 'unknown'
  return overlap <= lowOverlap ? `≤ ${lowOverlap}` : `> ${lowOverlap}`
}

function divide(
  queries: readonly RunQuery[],
  by: Slice['by'],
  valueOf: (query: RunQuery) => string,
): Slice[] {
  const parts = new Map<string, number[]>()
  for (const [index, query] of queries.entries())
    parts.set(valueOf(query), [...(parts.get(valueOf(query)) ?? []), index])
  const slices = [...parts].map(([value, at]): Slice => ({ by, value, at }))
  return slices.length > 1 ? slices.sort((a, b) => (a.value < b.value ? -1 : 1)) : []
}
