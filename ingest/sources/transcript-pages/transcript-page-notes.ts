import { findTurns } from '../../transcripts/timed-turns.js'
import { splitLines } from '../../transcripts/text-lines.js'
import { findFirstTurn } from './transcript-page-turns.js'

/** Where on a page the show notes end and the transcript begins. */

export interface DividedPage {
  /** Before the transcript, and after it under a heading of its own. */
  notes: string
  transcript: string
  /** Addresses that stand alone on a line of the notes, with what the line calls them. */
  addresses: { title: string; url: string }[]
  /** A heading says that a transcript follows. */
  isHeaded: boolean
}

const transcriptHeading =
  /^(?:#{1,6}\s+|\*\*|__)?(?:(?:full|complete|episode|podcast|video|audio|edited) )?transcript(?:ion)?:?(?:\*\*|__)?:?\s*(?:\{[^{}]{0,100}\})?$/i
const notesHeading =
  /^#{1,6}\s+(?:show ?notes|(?:useful |related |further )?(?:links|resources|reading|references)|mentioned (?:in this episode|links)|credits|about the (?:show|podcast|author|guest|speaker)s?|subscribe)\b/i

/**
 * Without a heading, the transcript begins at its first turn, or at the heading before it.
 * @param isTranscript it is known to be one, so that prose without turns is what one speaker says
 */
export function splitNotes(markdown: string, isTranscript: boolean): DividedPage {
  const lines = splitLines(markdown)
  const headed = lines.findIndex((line) => line.length < 200 && transcriptHeading.test(line.trim()))
  const start = headed === -1 ? findStart(lines, isTranscript) : headed + 1
  const end = findEnd(lines, start)
  const notes = [...lines.slice(0, headed === -1 ? start : headed), '', ...lines.slice(end)]
  return {
    notes: notes.filter((line) => !isAddress(line)).join('\n'),
    transcript: lines.slice(start, end).join('\n'),
    addresses: notes.flatMap((line) => readAddress(line) ?? []),
    isHeaded: headed !== -1,
  }
}

/** `podcast: https://…` or a bare address says nothing that is worth reading. */
function readAddress(line: string): { title: string; url: string } | null {
  const match = /^\s*(?:([a-z]{1,20}): ?)?<?(https?:\/\/[^\s<>]{1,2000})>?\s*$/i.exec(line)
  return match ? { title: match[1] ?? '', url: match[2] ?? '' } : null
}

const isAddress = (line: string): boolean => readAddress(line) !== null

function findStart(lines: readonly string[], isTranscript: boolean): number {
  const starts = [findTurns(lines)[0]?.at, findFirstTurn(lines)].filter((at) => typeof at === 'number')
  let start = Math.min(...starts)
  if (start === Infinity && !isTranscript) return lines.length
  if (start === Infinity) start = lines.findIndex((line) => line.trim() !== '' && !isAddress(line))
  if (start === -1) return lines.length
  // Headings right before the first turn are about it.
  for (let at = start - 1; at >= 0 && /^\s*$|^#{1,6}\s/.test(lines[at] ?? ''); at -= 1)
    if ((lines[at] ?? '').startsWith('#')) start = at
  return start
}

/** Notes after the transcript: under a heading that is one of notes, with no turn after it. */
function findEnd(lines: readonly string[], start: number): number {
  const at = lines.findLastIndex((line, index) => index >= start && notesHeading.test(line))
  if (at === -1) return lines.length
  const after = lines.slice(at)
  return findTurns(after).length > 0 || findFirstTurn(after) !== null ? lines.length : at
}
