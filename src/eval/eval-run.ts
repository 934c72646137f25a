import { readFile, writeFile } from 'node:fs/promises'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { AppError, reasonOf } from '../errors.js'
import { depth } from './rank-metrics.js'

/** A run: what each mode found for each query of a set, in a file that other runs are compared with. */

const Rank = Type.Integer({
  minimum: 0,
  maximum: depth,
  description: 'Of the first relevant hit; 0 for none',
})

const ModeRun = Type.Object(
  {
    passage: Type.Array(Rank),
    moment: Type.Array(Rank),
    seekErrorMs: Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()])),
    leadErrorMs: Type.Optional(Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()]))),
    tookMs: Type.Array(Type.Number({ minimum: 0 })),
    answers: Type.Optional(
      Type.Array(Type.Union([Type.Boolean(), Type.Null()]), {
        description: 'Whether the answer was right; null without one',
      }),
    ),
  },
  { description: 'In the order of the queries' },
)
export type ModeRun = Static<typeof ModeRun>

const RunQuery = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  show: Type.String(),
  overlap: Type.Union([Type.Number(), Type.Null()]),
  marked: Type.Boolean({ description: 'The sentence that answers is marked: the seek error is measured' }),
})
export type RunQuery = Static<typeof RunQuery>

const EvalRun = Type.Object({
  format: Type.Literal(1),
  set: Type.String(),
  library: Type.String({ description: 'Hash of what was searched' }),
  model: Type.String(),
  crossEncoder: Type.Optional(Type.String({ description: 'None was on where it is missing' })),
  commit: Type.Union([Type.String(), Type.Null()]),
  machine: Type.Object({ cpu: Type.String(), cores: Type.Integer(), node: Type.String() }),
  date: Type.String({ description: 'ISO 8601' }),
  skipped: Type.Array(Type.String(), {
    description: 'Ids of rows whose episode is not in the library, or which names several',
  }),
  refused: Type.Array(Type.String(), {
    description: 'Ids of rows that search does not take as a query: found nowhere',
  }),
  queries: Type.Array(RunQuery),
  modes: Type.Object({
    hybrid: Type.Optional(ModeRun),
    dense: Type.Optional(ModeRun),
    lexical: Type.Optional(ModeRun),
  }),
})
export type EvalRun = Static<typeof EvalRun>

/** @throws EVAL_INPUT_INVALID */
export async function readRun(path: string): Promise<EvalRun> {
  let run: unknown
  try {
    run = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new AppError('EVAL_INPUT_INVALID', `The run ${path} cannot be read: ${reasonOf(cause)}`, { cause })
  }
  if (!Value.Check(EvalRun, run) || !isWhole(run))
    throw new AppError('EVAL_INPUT_INVALID', `${path} is no run of cuepoint eval: make one with --out.`)
  return run
}

const isWhole = ({ queries, modes }: EvalRun): boolean =>
  Object.values(modes).every((mode) =>
    Object.values(mode).every((column) => column.length === queries.length),
  )

/** A line a field: compact, and its head can be read. */
export async function writeRun(path: string, run: EvalRun): Promise<void> {
  const fields = Object.entries(run).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  await writeFile(path, `{\n${fields.join(',\n')}\n}\n`)
}
