import { createColumns, type MatchColumns, type MatchedPassage } from './match-columns.js'

/** Puts the matches of some passages of a document in the place of those that were theirs. */

/** A row of one of several columns. */
interface SourceRow {
  source: number
  row: number
  ordinal: number
}

/**
 * In columns from beginning to end: of thousands of matches in a hundred documents a few are new.
 * @param passageIds of the passages whose matches go @param found matches of these passages
 */
export function replaceMatches(
  columns: MatchColumns,
  passageIds: ReadonlySet<string>,
  found: MatchColumns,
): MatchColumns {
  const sources = [columns, found]
  const rows: SourceRow[] = []
  for (const [source, { passage, passages }] of sources.entries())
    for (let row = 0; row < passage.length; row++) {
      const { passageId, ordinal } = passages[passage[row] as number] as MatchedPassage
      if (source === 1 || !passageIds.has(passageId)) rows.push({ source, row, ordinal })
    }
  rows.sort((a, b) => a.ordinal - b.ordinal)

  const all = createColumns(rows.length)
  const texts = new Map<number, string>()
  const [keys, passages] = [new Map<string, number>(), new Map<string, number>()]
  const listed: MatchedPassage[] = []
  for (const [at, { source, row }] of rows.entries()) {
    const from = sources[source] as MatchColumns
    const matched = from.passages[from.passage[row] as number] as MatchedPassage
    if (!passages.has(matched.passageId)) listed.push(matched)
    all.passage[at] = numberOf(matched.passageId, passages)
    all.key[at] = numberOf(from.keys[from.key[row] as number] as string, keys)
    for (const name of copied) all[name][at] = from[name][row] as number
    const text = from.texts.get(row)
    if (text !== undefined) texts.set(at, text)
  }
  return { ...all, texts, keys: [...keys.keys()], passages: listed }
}

const copied = ['startMs', 'endMs', 'strength', 'focus', 'sentence', 'count', 'headed'] as const

/** In the order in which they are first asked for. */
function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name) ?? numbers.size
  numbers.set(name, known)
  return known
}
