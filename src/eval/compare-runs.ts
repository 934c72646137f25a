import { AppError } from '../errors.js'
import type { SearchMode } from '../search/parse-query.js'
import { compareRanks, type Difference } from './compare-ranks.js'
import type { EvalRun, ModeRun } from './eval-run.js'
import { judgings, type Judging } from './judge.js'
import { sliceQueries, type Slice } from './slice-run.js'
import { pick } from './summarize-run.js'

/** Two runs, query by query. */

export interface RunComparison {
  /** That both runs asked. */
  queries: number
  /** Asked by one of them only, and left out. */
  unshared: number
  /** They searched the same library. */
  isSameLibrary: boolean
  /** The cross-encoder that was on in each; null for none. */
  crossEncoders: { before: string | null; after: string | null }
  slices: (Pick<Slice, 'by' | 'value'> & {
    mode: SearchMode
    judging: Judging
  } & Difference)[]
}

/** Slices are those of `after`. @throws EVAL_INPUT_INVALID when they share no query, or no mode */
export function compareRuns(before: EvalRun, after: EvalRun): RunComparison {
  const placeOf = new Map(before.queries.map(({ id }, index) => [id, index]))
  const shared = after.queries.flatMap(({ id }, index) => {
    const place = placeOf.get(id)
    return place === undefined ? [] : [{ before: place, after: index }]
  })
  const queries = shared.flatMap((pair) => after.queries[pair.after] ?? [])
  const pairs = (Object.entries(after.modes) as [SearchMode, ModeRun][]).flatMap(([mode, run]) => {
    const earlier = before.modes[mode]
    return earlier ? [{ mode, before: earlier, after: run }] : []
  })
  if (shared.length === 0 || pairs.length === 0)
    throw new AppError(
      'EVAL_INPUT_INVALID',
      `The run of ${before.set} (${before.date}) shares no ${shared.length === 0 ? 'query' : 'mode'} with the run of ${after.set}: compare runs of one set.`,
    )
  const slices = sliceQueries(queries).flatMap(({ by, value, at }) =>
    pairs.flatMap((pair) =>
      judgings.map((judging) => {
        const of = (side: 'before' | 'after') =>
          pick(
            pair[side][judging],
            at.map((index) => shared[index]?.[side] ?? 0),
          )
        return { by, value, mode: pair.mode, judging, ...compareRanks(of('before'), of('after')) }
      }),
    ),
  )
  const unshared = before.queries.length + after.queries.length - 2 * shared.length
  return {
    queries: shared.length,
    unshared,
    isSameLibrary: before.library === after.library,
    crossEncoders: { before: before.crossEncoder ?? null, after: after.crossEncoder ?? null },
    slices,
  }
}

/**
 * The gate of CI: MRR@10 of hybrid search, whole passages judged, over the queries that both asked.
 * @throws EVAL_REGRESSED when it fell by more than the tolerance, EVAL_INPUT_INVALID without hybrid in both
 */
export function assertNotRegressed({ slices, unshared }: RunComparison, tolerance: number): void {
  if (unshared > 0)
    throw new AppError(
      'EVAL_INPUT_INVALID',
      `${unshared} queries are in the run or in its baseline only: a gate needs the same ones. Keep the new run as the baseline when the set has changed.`,
    )
  const found = slices.find(
    ({ by, mode, judging }) => by === 'all' && mode === 'hybrid' && judging === 'passage',
  )
  if (!found)
    throw new AppError(
      'EVAL_INPUT_INVALID',
      '--tolerance needs the mode hybrid in the run and in its baseline.',
    )
  const { before, after, p, queries } = found
  if (before - after > tolerance)
    throw new AppError(
      'EVAL_REGRESSED',
      `MRR@10 of hybrid search fell from ${before.toFixed(3)} to ${after.toFixed(3)} over ${queries} queries (p ${p.toFixed(3)}), by more than ${tolerance}. ` +
        'Mend the search, or keep the new run as the baseline when the fall is meant.',
    )
}
