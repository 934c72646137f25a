import type { Cue } from '../../../src/domain/cue.js'
import { spokenText } from '../../transcripts/spoken-markdown.js'
import { toLine } from '../html/html-to-text.js'

/** Untimed speech in Markdown or plain text: paragraphs, some of which begin with `Name:` or `**Name**:`. */

export interface Turns {
  /** One a paragraph, without times; headings are left out, since they are not spoken. */
  cues: Cue[]
  /** Paragraphs that name their speaker. */
  turns: number
  /** Paragraphs of text, headings not counted. */
  paragraphs: number
  /** In the order in which they first speak. */
  speakers: string[]
}

/** `**Name**: text` or `**Name:** text`; a bold opening without a colon is stress. */
const boldTurn = /^\*\*([^*\n:]{1,60})(?::{1,2}\*\*:?|\*\*:)(?=\s|$)/
/** One to five words that begin with a capital or digit. */
const plainTurn =
  /^(?=[^:\n]{1,48}:(?:\s|$))([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}_.'’"“”-]*(?: (?:[\p{Lu}\p{Lo}\p{N}"“(][\p{L}\p{M}\p{N}_.'’"“”)-]*|van|von|de|der|da|la|bin)){0,4}):(?=\s|$)/u
const noNames = new Set(
  'note notes q a question answer warning example update tip spoiler edit source sources link links disclaimer'.split(
    ' ',
  ),
)
/** Fences of code, kramdown's attributes, definitions of links, addresses by themselves. */
const unspokenLine = /^(?:```|~~~|\{:[^{}]*\}$|\[[^[\]]{1,200}\]: ?\S+$|<?https?:\/\/\S+$)/
/** Fewer lines that look like turns are notes that happen to have a colon. */
const minTurns = 3

const headingLine = /^#{1,6}\s/
/** Stress around all of a paragraph of one line: a heading by another name. */
const stressedLine = /^(?:_[^_\n].{0,200}_|\*[^*\n]{1,200}\*|\*\*[^*\n]{1,200}\*\*)$/

/** Takes time linear in the text. */
export function readTurns(text: string): Turns {
  const paragraphs = splitParagraphs(text)
  const readName = chooseTurn(paragraphs)
  const found: Turns = { cues: [], turns: 0, paragraphs: 0, speakers: [] }
  const speakers = new Set<string>()
  let speaker: string | null = null
  for (const lines of paragraphs) {
    if (isHeading(lines)) continue
    found.paragraphs += 1
    let piece: string[] = []
    const flush = () => {
      const spoken = readSpoken(piece.join(' '))
      if (spoken !== '') found.cues.push({ startMs: null, endMs: null, speaker, text: spoken })
      piece = []
    }
    for (const line of lines) {
      const name = readName(line)
      if (name === null) piece.push(line)
      else {
        flush()
        speaker = spokenText(name.name)
        found.turns += 1
        speakers.add(speaker)
        piece.push(line.slice(name.length))
      }
    }
    flush()
  }
  return { ...found, speakers: [...speakers] }
}

type ReadName = (line: string) => { name: string; length: number } | null

/** A text names its speakers in one way: where it does so in bold, a colon after a capital is speech. */
function chooseTurn(paragraphs: readonly string[][]): ReadName {
  const lines = paragraphs.flat()
  const counts = (read: ReadName): Map<string, number> => {
    const names = new Map<string, number>()
    for (const line of lines) {
      const name = read(line)?.name
      if (name !== undefined) names.set(name, (names.get(name) ?? 0) + 1)
    }
    return names
  }
  const total = (names: Map<string, number>): number =>
    [...names.values()].reduce((sum, count) => sum + count, 0)
  const bold = matcher(boldTurn)
  // One who speaks alone is named once, before the first word.
  const opening = paragraphs.find((paragraph) => !isHeading(paragraph))?.[0] ?? ''
  if (total(counts(bold)) >= minTurns || bold(opening) !== null) return bold
  const plain = matcher(plainTurn)
  const repeated = new Map([...counts(plain)].filter(([, count]) => count > 1))
  if (total(repeated) < minTurns) return () => null
  return (line) => {
    const name = plain(line)
    return name !== null && repeated.has(name.name) ? name : null
  }
}

const matcher =
  (pattern: RegExp): ReadName =>
  (line) => {
    const match = pattern.exec(line)
    const name = match?.[1]?.trim()
    if (!match || name === undefined || name === '' || noNames.has(name.toLowerCase())) return null
    return { name, length: match[0].length }
  }

/** Index of the first line that names its speaker; null without turns. */
export function findFirstTurn(lines: readonly string[]): number | null {
  const readName = chooseTurn(lines.map((line) => [line.trim()]))
  const at = lines.findIndex((line) => readName(line.trim()) !== null)
  return at === -1 ? null : at
}

const isHeading = (lines: readonly string[]): boolean =>
  lines.every((line) => headingLine.test(line)) || (lines.length === 1 && stressedLine.test(lines[0] ?? ''))

/** Runs of lines between blank ones, trimmed; headings stand alone; without code fences and kramdown's attributes. */
export function splitParagraphs(text: string): string[][] {
  const paragraphs: string[][] = []
  let current: string[] = []
  const close = () => {
    if (current.length > 0) paragraphs.push(current)
    current = []
  }
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.trim()
    if (line === '' || headingLine.test(line)) close()
    if (line === '' || unspokenLine.test(line)) continue
    current.push(line)
    if (headingLine.test(line)) close()
  }
  close()
  return paragraphs
}

/** HTML inside of Markdown is not said either; a power is, and must not run together with its base. */
const readSpoken = (markdown: string): string =>
  toLine(spokenText(markdown.replace(/<sup>/gi, '^').replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')))
