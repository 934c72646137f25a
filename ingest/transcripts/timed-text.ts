import type { Cue } from '../../src/domain/cue.js'
import type { Chapter } from '../../src/domain/document.js'
import type { Issue } from '../../src/domain/issue.js'
import { formatClock } from '../../src/domain/time.js'
import { countWords } from '../count-words.js'
import { IssueLog } from '../issue-log.js'
import { collectPieces, type Piece } from './collect-pieces.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import { splitLines } from './text-lines.js'
import { findTurns } from './timed-turns.js'
import type { TranscriptFormat } from './transcript-format.js'

/** How much is looked at to recognise it: show notes and a summary may come before the first time. */
const openingLength = 60_000
/** 150 words a minute, as normalizeCues estimates. */
const msPerWord = 400

/** Plain or Markdown text whose lines carry times: alone, before what is said, or after the speaker. */
export const timedTextFormat: TranscriptFormat = {
  name: 'timed text',
  recognizes: (text) =>
    !/^\s*[<{]/u.test(text.slice(0, 100)) && findTurns(splitLines(text.slice(0, openingLength))).length > 0,
  read: (text) => {
    const { cues, issues } = readTimedText(text)
    return { cues, machine: false, language: null, issues }
  },
}

/**
 * Reads the timed turns of a text. A turn runs to the next one's start; the last one ends where it starts, and gets its
 * end from its words later. Turns without a time between timed ones (untimed speakers, what follows a heading, a time
 * that is a slip) are cues with null times in their place. Text before the first turn is left out unless a speaker says
 * it. Everything is empty when the text carries no times as transcripts do.
 *
 * @returns `chapters` the Markdown headings, at the time of what follows them; the first of several headings without
 * text between them is joined with the deeper ones; `turns` the number of lines that carry a time
 */
export function readTimedText(text: string): {
  cues: Cue[]
  chapters: Chapter[]
  issues: Issue[]
  turns: number
} {
  const lines = splitLines(text)
  const turns = findTurns(lines)
  if (turns.length === 0) return { cues: [], chapters: [], issues: [], turns: 0 }
  const issues = new IssueLog()
  for (const { at, startMs, inOrder } of turns)
    if (!inOrder)
      issues.add(
        'CUE_TIMES_INVALID',
        `line ${at + 1}`,
        `The time ${formatClock(startMs)} does not lie between those around it; it is estimated from them`,
      )
  const pieces = collectPieces(lines, turns)
  const cues = applySpeakerPrefixes(pieces.map((piece, index) => toCue(piece, endOf(pieces, index))))
  return {
    cues: cues.filter((cue) => cue.text !== ''),
    chapters: toChapters(pieces),
    issues: issues.list(),
    turns: turns.length,
  }
}

const toCue = ({ startMs, speaker, text }: Piece, endMs: number | null): Cue => ({
  startMs,
  endMs,
  speaker,
  text,
})

/** Its own end, the next start, or its own start for the last one; null for a piece without a time. */
function endOf(pieces: readonly Piece[], index: number): number | null {
  const piece = pieces[index]
  if (piece === undefined || piece.startMs === null) return null
  if (piece.endMs !== null && piece.endMs > piece.startMs) return piece.endMs
  return piece.nextMs ?? piece.startMs
}

function toChapters(pieces: readonly Piece[]): Chapter[] {
  const starts = new Map<number, string>()
  for (const group of groupByTurn(pieces)) {
    const [first] = group
    if (first === undefined) continue
    const startMs = first.startMs ?? 0
    const words = group.map((piece) => countWords(piece.text))
    const total = words.reduce((sum, count) => sum + count, 0)
    const endMs = first.nextMs ?? startMs + total * msPerWord
    let said = 0
    for (const [index, piece] of group.entries()) {
      const at = total === 0 ? startMs : startMs + Math.floor(((endMs - startMs) * said) / total)
      if (piece.heading !== null) starts.set(at, piece.heading)
      said += words[index] ?? 0
    }
  }
  const sorted = [...starts].sort(([a], [b]) => a - b)
  return sorted.map(([startMs, title], index) => ({
    startMs,
    endMs: sorted[index + 1]?.[0] ?? null,
    title,
    url: null,
  }))
}

/** Pieces without a time share the range of the timed one before them. */
function groupByTurn(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last === undefined || piece.startMs !== null) groups.push([piece])
    else last.push(piece)
  }
  return groups
}
