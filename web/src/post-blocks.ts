import type { Document } from '../../client/index.js'

/**
 * The shape of a post's text, as far as the text tells: the library keeps plain text, in which a list is lines with a
 * dash, a table is lines of `name: value`, and code is what kept its indents.
 */

type Section = Pick<Document['sections'][number], 'text' | 'quotes'>

export type PostBlock =
  | { kind: 'paragraph' | 'quote' | 'code'; text: string }
  | { kind: 'list'; entries: string[] }
  | { kind: 'table'; rows: { name: string; value: string }[] }

export function readPostBlocks({ text, quotes }: Section): PostBlock[] {
  const quoted = new Set(quotes.flatMap(splitParagraphs))
  const blocks = splitParagraphs(text).flatMap((paragraph): PostBlock[] =>
    quoted.has(paragraph) ? [{ kind: 'quote', text: paragraph }] : readParagraph(paragraph),
  )
  return joinNeighbours(joinNeighbours(blocks, 'code'), 'quote')
}

const splitParagraphs = (text: string): string[] =>
  text.split(/\n[^\S\n]*\n/).filter((paragraph) => paragraph.trim() !== '')

const entryMark = /^- /

function readParagraph(text: string): PostBlock[] {
  const lines = text.split('\n')
  if (isCode(lines)) return [{ kind: 'code', text }]
  const rows = readRows(lines)
  if (rows) return [{ kind: 'table', rows }]
  const firstEntry = lines.findIndex((line) => entryMark.test(line))
  if (firstEntry === -1) return [{ kind: 'paragraph', text }]
  const entries: string[] = []
  for (const line of lines.slice(firstEntry))
    if (entryMark.test(line)) entries.push(line.replace(entryMark, ''))
    else entries.push(`${entries.pop() ?? ''}\n${line}`)
  const before = lines.slice(0, firstEntry).join('\n')
  return [...(before === '' ? [] : [{ kind: 'paragraph' as const, text: before }]), { kind: 'list', entries }]
}

/** Everything else has lost its indents. */
const isCode = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.some((line) => /^(?: {2,}|\t)\S/.test(line))

/** A name is short; a sentence with a colon is none. */
const rowPattern = /^([^:\n]{1,60}): (\S.*)$/

function readRows(lines: readonly string[]): { name: string; value: string }[] | null {
  if (lines.length < 2) return null
  const rows = lines.map((line) => rowPattern.exec(line))
  if (!rows.every((row) => row !== null && !entryMark.test(row[0]))) return null
  return rows.map((row) => ({ name: row?.[1] ?? '', value: row?.[2] ?? '' }))
}

/** Blank lines cut code and quotes into pieces. */
function joinNeighbours(blocks: readonly PostBlock[], kind: 'code' | 'quote'): PostBlock[] {
  const joined: PostBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === kind && last?.kind === kind)
      joined[joined.length - 1] = { kind, text: `${last.text}\n\n${block.text}` }
    else joined.push(block)
  }
  return joined
}

/** Every text of a block, in the order in which it is read. */
export function textsOf(block: PostBlock): string[] {
  if (block.kind === 'list') return block.entries
  return block.kind === 'table' ? block.rows.flatMap(({ name, value }) => [name, value]) : [block.text]
}
