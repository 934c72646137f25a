import { formatTimestamp } from '../../domain/time.js'
import type { ExportClip, ExportFormat } from './export-format.js'
import { removeControls } from './plain-line.js'
import { speakersOf } from './speakers.js'

/** A row for each clip (RFC 4180), the columns named in the first. */
export const csvFormat: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  summary: 'a table of the clips',
  write: ({ clips }) =>
    byteOrderMark + [Object.keys(columns), ...clips.map(writeRow)].map(joinCells).join(''),
}

/** Without it Excel takes the file for one of the local code page. */
const byteOrderMark = '\uFEFF'

const time = (ms: number | null): string => (ms === null ? '' : formatTimestamp(ms))

const columns: Readonly<Record<string, (clip: ExportClip, index: number) => string>> = {
  number: (_, index) => String(index + 1),
  title: ({ title }) => title,
  text: ({ text }) => text,
  speaker: (clip) => speakersOf(clip).join(', '),
  note: ({ note }) => note,
  tags: ({ tags }) => tags.join(', '),
  start: ({ startMs }) => time(startMs),
  end: ({ endMs }) => time(endMs),
  duration: ({ startMs, endMs }) => (startMs === null || endMs === null ? '' : time(endMs - startMs)),
  kind: ({ document }) => document.kind,
  document: ({ document }) => document.title,
  source: ({ document }) => document.sourceTitle,
  published: ({ document }) => document.publishedAt?.slice(0, 10) ?? '',
  link: ({ link }) => link,
  page: ({ document }) => document.url ?? '',
  media: ({ document }) => document.mediaUrl ?? '',
}

const writeRow = (clip: ExportClip, index: number): string[] =>
  Object.values(columns).map((read) => read(clip, index))

const joinCells = (cells: readonly string[]): string => `${cells.map(quoteCell).join(',')}\r\n`

/**
 * A spreadsheet runs what begins with one of these signs, after spaces and in full width too: an apostrophe before it
 * makes it text, as OWASP advises against CSV injection.
 */
const formula = /^\s*[=+\-@＝＋－＠|%\t]/u

function quoteCell(text: string): string {
  const plain = removeControls(text)
  return `"${(formula.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`
}
