import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { secondsToMs } from '../domain/time.js'
import { AppError, reasonOf } from '../errors.js'
import type { EvalQuery, EvalSet } from './eval-query.js'

const maybe = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Optional(Type.Union([schema, Type.Null()]))
const seconds = Type.Number({ minimum: 0 })

/** A line of a set. Seconds are those of the recording; rows of posts have none, and perhaps an anchor. */
const EvalRow = Type.Object({
  id: Type.String({ minLength: 1, description: 'Unique within the set: runs are compared by it' }),
  query: Type.String({ minLength: 1 }),
  show: Type.String({ description: 'Name of the corpus folder, or of the source' }),
  episode: Type.String({
    minLength: 1,
    description: 'Path without its ending, guid, or a part of the address',
  }),
  start_s: maybe(seconds),
  end_s: maybe(seconds),
  sentence_start_s: maybe(seconds),
  alternatives: Type.Optional(
    Type.Array(Type.Object({ start_s: seconds }), {
      description: 'Starts of other sentences of the episode that answer as well',
    }),
  ),
  anchor: maybe(Type.String()),
  kind: Type.String({ minLength: 1 }),
  scope: Type.Optional(Type.Union([Type.Literal('corpus'), Type.Literal('episode')])),
  overlap: maybe(Type.Number({ minimum: 0, maximum: 1 })),
})
type EvalRow = Static<typeof EvalRow>

/**
 * Reads a set, one JSON object a line.
 * @throws EVAL_INPUT_INVALID naming the line: a set of which a part is left out would be another set
 */
export async function readEvalSet(path: string): Promise<EvalSet> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('EVAL_INPUT_INVALID', `The set ${path} cannot be read: ${reasonOf(cause)}`, { cause })
  })
  return { name: basename(path).replace(/\.jsonl$/, ''), queries: parseEvalSet(text, path) }
}

/** @throws EVAL_INPUT_INVALID */
export function parseEvalSet(text: string, path: string): EvalQuery[] {
  const queries = text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseRow(line, `${path}:${index + 1}`)]))
  if (queries.length === 0) throw new AppError('EVAL_INPUT_INVALID', `The set ${path} has no rows.`)
  const ids = new Set<string>()
  for (const { id } of queries) {
    if (ids.has(id)) throw new AppError('EVAL_INPUT_INVALID', `${path} has the id ${id} twice.`)
    ids.add(id)
  }
  return queries
}

function parseRow(line: string, where: string): EvalQuery {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (cause) {
    throw new AppError('EVAL_INPUT_INVALID', `${where} is no JSON: ${reasonOf(cause)}`, { cause })
  }
  if (!Value.Check(EvalRow, row)) {
    const [fault] = Value.Errors(EvalRow, row)
    const what = fault ? `${fault.instancePath.slice(1) || 'it'} ${fault.message}` : 'it has another form'
    throw new AppError('EVAL_INPUT_INVALID', `${where} is no row of a set: ${what} (see docs/eval.md).`)
  }
  return toQuery(row, where)
}

function toQuery(row: EvalRow, where: string): EvalQuery {
  const startMs = toMs(row.start_s)
  const endMs = toMs(row.end_s)
  if ((startMs === null) !== (endMs === null) || (startMs !== null && endMs !== null && endMs < startMs))
    throw new AppError(
      'EVAL_INPUT_INVALID',
      `${where}: start_s ${row.start_s ?? 'null'} and end_s ${row.end_s ?? 'null'} make no range.`,
    )
  return {
    id: row.id,
    text: row.query,
    show: row.show,
    episode: row.episode,
    startMs,
    endMs,
    anchor: row.anchor ?? null,
    sentenceStartsMs: [
      row.sentence_start_s,
      ...(row.alternatives ?? []).map((other) => other.start_s),
    ].flatMap((start) => toMs(start) ?? []),
    kind: row.kind,
    scope: row.scope ?? 'corpus',
    overlap: row.overlap ?? null,
  }
}

const toMs = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : secondsToMs(value)
