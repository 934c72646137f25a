import type { Cue } from '../../src/domain/cue.js'
import { IssueLog } from '../issue-log.js'
import { readCueText } from './cue-text.js'
import { readCueTiming, type CueTiming } from './cue-timing.js'
import { splitDialogue } from './dialogue-dashes.js'
import { foldRolling, type Caption } from './fold-rolling.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import { splitLines } from './text-lines.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'

const arrow = '-->'
const indexLine = /^\s*\d{1,7}\s*$/u
/** How far a time line may be from the beginning, in UTF-16 units. */
const openingLength = 2_000

/** SubRip as found in the wild. The time line alone makes a cue; indexes and blank lines are only believed when there. */
export const srtFormat: TranscriptFormat = {
  name: 'SubRip',
  recognizes: (text) => splitLines(text.slice(0, openingLength)).some((line) => readCueTiming(line) !== null),
  read: readSrt,
}

interface OpenCue {
  timing: CueTiming | null
  lines: string[]
}

function readSrt(text: string): ReadTranscript {
  const issues = new IssueLog()
  const captions: Caption[] = []
  let open: OpenCue | null = null
  let lastIndex = 0
  for (const [number, line] of splitLines(text).entries()) {
    if (!line.includes(arrow)) {
      if (open !== null) open.lines.push(line)
      else if (!indexLine.test(line) && line.trim() !== '')
        issues.add(
          'CUE_TIMES_INVALID',
          `line ${number + 1}`,
          `"${line.slice(0, 80)}" has no time line; it is left out`,
        )
      continue
    }
    if (open !== null) {
      lastIndex = takeIndex(open.lines, lastIndex)
      closeCue(open, captions)
    }
    const timing = readCueTiming(line)
    if (timing === null)
      issues.add(
        'CUE_TIMES_INVALID',
        `line ${number + 1}`,
        `"${line.slice(0, 80)}" is no time line; its cue is left out`,
      )
    open = { timing, lines: [] }
  }
  if (open !== null) closeCue(open, captions)
  const folded = foldRolling(captions)
  const cues = (folded ?? captions).flatMap(readCaption)
  return { cues: applySpeakerPrefixes(cues), machine: folded !== null, language: null, issues: issues.list() }
}

/**
 * Takes the index of the next cue off the lines of this one. A number right before a time line is an index after a
 * blank line, after other text, or when it continues the count; else it is what was said.
 */
function takeIndex(lines: string[], lastIndex: number): number {
  const last = lines.at(-1)
  if (last === undefined || !indexLine.test(last)) return lastIndex
  const index = Number(last)
  if (lines.length === 1 && index !== lastIndex + 1 && index !== lastIndex + 2) return lastIndex
  lines.pop()
  return index
}

function closeCue({ timing, lines }: OpenCue, captions: Caption[]): void {
  if (timing !== null) captions.push({ timing, lines: lines.filter((line) => line.trim() !== '') })
}

const readCaption = ({ timing, lines }: Caption): Cue[] =>
  splitDialogue(lines).turns.flatMap((turn) =>
    readCueText(turn).spans.map((span) => ({ ...timing, ...span })),
  )
