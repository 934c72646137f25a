import { spokenText } from './spoken-markdown.js'
import { frontMatterEnd } from './text-lines.js'
import { tidyName } from './timed-line.js'
import type { Turn } from './timed-turns.js'

/** What is said in one turn, or in the part of it after a heading. */
export interface Piece {
  /** Null for what has no time of its own: it shares the range of the piece before it. */
  startMs: number | null
  /** As published; null for most. */
  endMs: number | null
  /** Start of the next turn with a time; null for the last. */
  nextMs: number | null
  speaker: string | null
  /** Of the headings right before it. */
  heading: string | null
  text: string
}

const headingLine = /^ {0,3}(#{1,6})\s+(\S.*)$/u
const ruleLine = /^\s*(?:[-*_]\s*){3,}$/u
const speakerLine = /^([\p{L}\p{N}[][^:]{0,59}):\s*(.*)$/u
/** `00:27:4`, a time that cannot be read as one, and was not said either. */
const brokenTime = /^\s*\d{1,2}[:.]\d{1,2}[:.]\d{1,2}(?!\S)/u
/** A heading of the whole text, or one that says only that a transcript comes. */
const plainHeading = /^(?:(?:full|episode|complete) )?transcript(?:ion)?$/iu
/** How many turns of one paragraph prove that a second one after the last turn is the end of the page. */
const minSingleParagraphs = 5

interface OpenPiece extends Omit<Piece, 'text'> {
  lines: string[]
}

/** Divides the lines among the turns, the headings between them and the speakers without a time. Linear. */
export function collectPieces(lines: readonly string[], turns: readonly Turn[]): Piece[] {
  const byLine = new Map(turns.map((turn) => [turn.at, turn]))
  const names = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.toLowerCase()])))
  addUntimedNames(lines, names)
  const nextMs = findNextTimes(turns)
  const titles = lines.filter((line) => line.startsWith('# ')).length
  const pieces: OpenPiece[] = []
  let headings = new HeadingStack()
  let timed: number | null = null
  const start = frontMatterEnd(lines)
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const turn = byLine.get(at)
    if (turn !== undefined) {
      timed = turn.inOrder ? (nextMs.get(turn) ?? null) : timed
      pieces.push({
        startMs: turn.inOrder ? turn.startMs : null,
        endMs: turn.inOrder ? turn.endMs : null,
        nextMs: timed,
        speaker: turn.speaker,
        heading: headings.take(),
        lines: [turn.text],
      })
      continue
    }
    const heading = headingLine.exec(line)
    if (heading !== null) {
      const level = heading[1]?.length ?? 1
      if (level > 1 || titles > 1 || pieces.length > 0) headings.push(level, spokenText(heading[2] ?? ''))
      continue
    }
    if (ruleLine.test(line)) continue
    const named = names.size > 0 ? readSpeakerLine(line, names) : null
    const last = pieces.at(-1)
    if (named !== null)
      pieces.push({
        startMs: null,
        endMs: null,
        nextMs: timed,
        speaker: named.speaker,
        heading: headings.take(),
        lines: [named.text],
      })
    else if (line.trim() === '') last?.lines.push('')
    else if (last === undefined) headings = new HeadingStack()
    else if (headings.isEmpty) last.lines.push(line)
    else
      pieces.push({
        startMs: null,
        endMs: null,
        nextMs: timed,
        speaker: last.speaker,
        heading: headings.take(),
        lines: [line],
      })
  }
  cutAfterLast(pieces)
  return pieces.map(({ lines: said, ...piece }) => ({ ...piece, text: spokenText(said.join('\n')) }))
}

/** Speakers that never get a time, known by saying something at least three times, each after a blank line. */
function addUntimedNames(lines: readonly string[], names: Set<string>): void {
  if (names.size === 0) return
  const counts = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if ((lines[at - 1] ?? '').trim() !== '') continue
    const name = labelOf(line)
    if (name !== null && /^\p{Lu}/u.test(name) && name.split(' ').length <= 3)
      counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1)
  }
  for (const [name, count] of counts) if (count >= 3) names.add(name)
}

function labelOf(line: string): string | null {
  const match = line.includes(':') ? speakerLine.exec(line.trim().replaceAll('**', '').slice(0, 80)) : null
  return match === null ? null : tidyName(match[1] ?? '')
}

function readSpeakerLine(line: string, names: ReadonlySet<string>): { speaker: string; text: string } | null {
  const speaker = labelOf(line)
  if (speaker === null || !names.has(speaker.toLowerCase())) return null
  const text = line.slice(line.indexOf(':') + 1).replace(/^\*\*/u, '')
  return { speaker, text: text.replace(brokenTime, '') }
}

function findNextTimes(turns: readonly Turn[]): Map<Turn, number | null> {
  const next = new Map<Turn, number | null>()
  let followingMs: number | null = null
  for (const turn of turns.toReversed()) {
    next.set(turn, followingMs)
    if (turn.inOrder) followingMs = turn.startMs
  }
  return next
}

/** Where each turn is one paragraph, what comes after the last turn's is the end of the page and not said. */
function cutAfterLast(pieces: readonly OpenPiece[]): void {
  const last = pieces.at(-1)
  const others = pieces.slice(0, -1)
  if (last === undefined || others.length < minSingleParagraphs) return
  if (others.some((piece) => firstParagraphEnd(piece.lines) < piece.lines.findLastIndex(isText))) return
  last.lines.length = firstParagraphEnd(last.lines) + 1
}

const isText = (line: string): boolean => line.trim() !== ''

/** Index of the last line of the first paragraph. */
function firstParagraphEnd(lines: readonly string[]): number {
  const begin = lines.findIndex(isText)
  const blank = lines.findIndex((line, index) => index > begin && !isText(line))
  return blank === -1 ? lines.length - 1 : blank - 1
}

/** Headings with nothing said between them: deeper ones are joined to theirs, the last of one level counts. */
class HeadingStack {
  #open: { level: number; title: string }[] = []

  get isEmpty(): boolean {
    return this.#open.length === 0
  }

  push(level: number, title: string): void {
    if (title === '' || plainHeading.test(title)) return
    this.#open = [...this.#open.filter((heading) => heading.level < level), { level, title }]
  }

  take(): string | null {
    const titles = this.#open.map(({ title }) => title)
    this.#open = []
    return titles.length === 0 ? null : titles.join(': ')
  }
}
