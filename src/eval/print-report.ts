import type { SearchMode } from '../search/parse-query.js'
import type { Estimate, RankEstimates } from './bootstrap.js'
import type { RunComparison } from './compare-runs.js'
import type { EvalRun } from './eval-run.js'
import type { RunSummary } from './summarize-run.js'

/** Reports as text: a table is lines of columns, so that it can be pasted anywhere. */

export function describeRun(run: EvalRun, { slices, versusSingle, modes }: RunSummary): string[] {
  const { set, library, model, crossEncoder, commit, queries, skipped, refused } = run
  const head = `${set}: ${queries.length} queries, library ${library}, ${model}${crossEncoder ? ` and ${crossEncoder}` : ''}, commit ${commit ?? 'unknown'}`
  const rows = slices.flatMap(({ by, value, queries: count, modes: byMode }) =>
    (Object.entries(byMode) as [SearchMode, Record<'passage' | 'moment', RankEstimates>][]).map(
      ([mode, { passage, moment }]) => [
        by === 'all' ? 'all' : `${by} ${value}`,
        mode,
        String(count),
        ...columnsOf(passage),
        interval(moment.mrr10),
        share(moment.success1),
      ],
    ),
  )
  const titles = 'slice mode n MRR@10 S@1 S@5 S@10 R@100 nDCG@10 moment:MRR@10 moment:S@1'.split(' ')
  return [
    head,
    ...missing(skipped.length, 'skipped: their episode is not in the library, or several could be meant'),
    ...missing(refused.length, 'refused by search, counted as not found'),
    '',
    ...layOut([titles, ...rows]),
    ...describeVersus(versusSingle),
    ...describeModes(modes),
  ]
}

const missing = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} rows ${what}`])

const columnsOf = (estimates: RankEstimates): string[] => [
  interval(estimates.mrr10),
  share(estimates.success1),
  share(estimates.success5),
  share(estimates.success10),
  share(estimates.recall100),
  share(estimates.ndcg10),
]

function describeVersus(rows: RunSummary['versusSingle']): string[] {
  if (rows.length === 0) return []
  const titles = ['hybrid against', 'the better', 'n', 'MRR@10', 'hybrid', 'difference', 'p']
  const table = rows.map(({ kind, single, queries, before, after, difference, p }) => [
    kind,
    single,
    String(queries),
    figure(before),
    figure(after),
    signed(difference),
    figure(p),
  ])
  return ['', ...layOut([titles, ...table])]
}

function describeModes(modes: RunSummary['modes']): string[] {
  const lines = Object.entries(modes).map(([mode, { seek, answers, tookMs }]) => {
    const heard = seek
      ? `; seek error median ${seconds(seek.medianMs)}, p90 ${seconds(seek.p90Ms)} (${seek.found} of ${seek.marked} marked sentences found); beyond the lead of up to 8 s median ${seconds(seek.beyondLead.medianMs)}, p90 ${seconds(seek.beyondLead.p90Ms)}`
      : ''
    const answered = answers
      ? `; ${answers.given} of ${answers.questions} questions answered, ${answers.right} rightly`
      : ''
    const { median, p95, max } = tookMs
    return `${mode}: median ${median} ms, p95 ${p95} ms, max ${max} ms${heard}${answered}`
  })
  return ['', ...lines]
}

export function describeComparison(comparison: RunComparison): string[] {
  const { queries, unshared, isSameLibrary, crossEncoders, slices } = comparison
  const titles = ['slice', 'mode', 'judged', 'n', 'before', 'after', 'difference', 'p']
  const rows = slices.map(({ by, value, mode, judging, queries: count, before, after, difference, p }) => [
    by === 'all' ? 'all' : `${by} ${value}`,
    mode,
    judging,
    String(count),
    figure(before),
    figure(after),
    signed(difference),
    figure(p),
  ])
  return [
    `MRR@10 against the other run, ${queries} shared queries`,
    ...(unshared > 0 ? [`${unshared} queries were asked by one of the runs only`] : []),
    ...(isSameLibrary ? [] : ['The runs searched different libraries: other episodes, passages or model']),
    ...(crossEncoders.before === crossEncoders.after
      ? []
      : [`Cross-encoder: ${crossEncoders.before ?? 'none'} before, ${crossEncoders.after ?? 'none'} after`]),
    '',
    ...layOut([titles, ...rows]),
  ]
}

/** Text to the left, figures to the right, two spaces between. */
function layOut(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => !/^[-+\d.]/.test(rows[1]?.[column] ?? '')
  return rows.map((row) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

const figure = (value: number): string => value.toFixed(3)
const share = ({ mean }: Estimate): string => figure(mean)
const interval = ({ mean, low, high }: Estimate): string =>
  `${figure(mean)} [${figure(low)}, ${figure(high)}]`
const signed = ({ mean, low, high }: Estimate): string =>
  `${mean < 0 ? '' : '+'}${figure(mean)} [${figure(low)}, ${figure(high)}]`
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
