import type { NameMatch } from './match-document.js'

/**
 * The matches of a document in columns, in memory as in the catalog: a library has hundreds of thousands, which as objects
 * take seconds to read and to walk through.
 */

export interface MatchedPassage {
  passageId: string
  ordinal: number
  anchor: string | null
}

/** One row a match, by ordinal of its passage. */
export interface MatchColumns {
  /** Those with matches, each once, by ordinal. */
  passages: readonly MatchedPassage[]
  /** Each once. */
  keys: readonly string[]
  /** Row → text; rows without one are left out. */
  texts: ReadonlyMap<number, string>
  /** NaN for null, as in `endMs`. */
  startMs: Float64Array
  endMs: Float64Array
  strength: Float64Array
  focus: Float64Array
  /** Place in `keys`. */
  key: Uint32Array
  /** Place in `passages`. */
  passage: Uint32Array
  sentence: Uint32Array
  count: Uint32Array
  /** 1 or 0. */
  headed: Uint8Array
}

/** Widest first, so that each begins where its numbers may stand. */
const wide = ['startMs', 'endMs', 'strength', 'focus'] as const
const narrow = ['key', 'passage', 'sentence', 'count'] as const

export function toMatchColumns(matches: readonly NameMatch[]): MatchColumns {
  const rows = [...matches].sort((a, b) => a.ordinal - b.ordinal)
  const passages = new Map<string, { place: number; passage: MatchedPassage }>()
  const keys = new Map<string, number>()
  const texts = new Map<number, string>()
  const columns = createColumns(rows.length)
  for (const [row, match] of rows.entries()) {
    const { passageId, ordinal, anchor, key } = match
    const known = passages.get(passageId)
    const place = known?.place ?? passages.size
    if (!known) passages.set(passageId, { place, passage: { passageId, ordinal, anchor } })
    const keyPlace = keys.get(key) ?? keys.size
    keys.set(key, keyPlace)
    columns.passage[row] = place
    columns.key[row] = keyPlace
    columns.startMs[row] = match.startMs ?? NaN
    columns.endMs[row] = match.endMs ?? NaN
    for (const name of ['strength', 'focus', 'sentence', 'count'] as const) columns[name][row] = match[name]
    columns.headed[row] = match.headed ? 1 : 0
    if (match.text !== '') texts.set(row, match.text)
  }
  return {
    ...columns,
    texts,
    keys: [...keys.keys()],
    passages: [...passages.values()].map(({ passage }) => passage),
  }
}

/** Ids of the passages with matches of the keys. */
export function passagesNaming(keys: ReadonlySet<string>, columns: MatchColumns): Set<string> {
  const isNamed = columns.keys.map((key) => keys.has(key))
  const passageIds = new Set<string>()
  for (let row = 0; row < columns.key.length; row++)
    if (isNamed[columns.key[row] as number])
      passageIds.add((columns.passages[columns.passage[row] as number] as MatchedPassage).passageId)
  return passageIds
}

export const toTime = (ms: number): number | null => (Number.isNaN(ms) ? null : ms)

/** Length of the head and number of rows; the head as JSON; the columns. */
const lengthsBytes = 8

export function packMatches(columns: MatchColumns): Uint8Array {
  const { passages, keys, texts } = columns
  const head = Buffer.from(
    JSON.stringify([
      passages.map(({ passageId, ordinal, anchor }) => [passageId, ordinal, anchor]),
      keys,
      [...texts],
    ]),
  )
  const rows = columns.key.length
  const from = alignedAfter(head.length)
  const bytes = new Uint8Array(from + bytesOf(rows))
  new Uint32Array(bytes.buffer, 0, 2).set([head.length, rows])
  bytes.set(head, lengthsBytes)
  const packed = numbersOf(bytes.buffer, from, rows)
  for (const name of [...wide, ...narrow, 'headed'] as const) packed[name].set(columns[name])
  return bytes
}

/** @param bytes as `packMatches` gave them */
export function unpackMatches(bytes: Uint8Array): MatchColumns {
  // A copy, which begins where numbers may stand; `slice` of a Buffer would be none.
  const { buffer } = new Uint8Array(bytes)
  const [length = 0, rows = 0] = new Uint32Array(buffer, 0, 2)
  const [passages, keys, texts] = JSON.parse(Buffer.from(buffer, lengthsBytes, length).toString('utf8')) as [
    [string, number, string | null][],
    string[],
    [number, string][],
  ]
  return {
    passages: passages.map(([passageId, ordinal, anchor]) => ({ passageId, ordinal, anchor })),
    keys,
    texts: new Map(texts),
    ...numbersOf(buffer, alignedAfter(length), rows),
  }
}

const alignedAfter = (headBytes: number): number => Math.ceil((lengthsBytes + headBytes) / 8) * 8

const bytesOf = (rows: number): number => rows * (8 * wide.length + 4 * narrow.length + 1)

/** The numbers of so many rows, all zero. */
export const createColumns = (rows: number): ReturnType<typeof numbersOf> =>
  numbersOf(new ArrayBuffer(bytesOf(rows)), 0, rows)

function numbersOf(buffer: ArrayBufferLike, from: number, rows: number) {
  const at = (bytesBefore: number) => from + bytesBefore * rows
  const wideAt = (column: number) => new Float64Array(buffer, at(8 * column), rows)
  const narrowAt = (column: number) => new Uint32Array(buffer, at(8 * wide.length + 4 * column), rows)
  return {
    startMs: wideAt(0),
    endMs: wideAt(1),
    strength: wideAt(2),
    focus: wideAt(3),
    key: narrowAt(0),
    passage: narrowAt(1),
    sentence: narrowAt(2),
    count: narrowAt(3),
    headed: new Uint8Array(buffer, at(8 * wide.length + 4 * narrow.length), rows),
  }
}
