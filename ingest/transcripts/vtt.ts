import type { Cue } from '../../src/domain/cue.js'
import { IssueLog } from '../issue-log.js'
import { readCueText } from './cue-text.js'
import { readCueTiming } from './cue-timing.js'
import { splitDialogue } from './dialogue-dashes.js'
import { foldRolling, hasWordTimes, type Caption } from './fold-rolling.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import { voiceLabels } from './voice-labels.js'
import { splitLines } from './text-lines.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'

const signature = /^WEBVTT(?=[ \t\r\n]|$)/u
const arrow = '-->'
const notCue = /^(?:NOTE|STYLE|REGION)(?=[ \t]|$)/u
const languageHeader = /^Language:\s*([a-z]{2,3}(?:-[a-z0-9]{1,8})*)\s*$/iu

/** WebVTT (W3C), with the speakers that Podcasting 2.0 writes: `<v Name>` where the speaker changes, then carried over. */
export const vttFormat: TranscriptFormat = {
  name: 'WebVTT',
  recognizes: (text) => signature.test(text),
  read: readVtt,
}

function readVtt(text: string): ReadTranscript {
  const lines = splitLines(text)
  const issues = new IssueLog()
  const captions: Caption[] = []
  let at = 1
  let language: string | null = null
  let isCaptions = false
  // The header runs to the first blank line, or to a time line where the blank line was forgotten.
  while (at < lines.length && !isBlank(lines[at]) && !lines[at]?.includes(arrow)) {
    language ??= languageHeader.exec(lines[at] ?? '')?.[1]?.toLowerCase() ?? null
    isCaptions ||= captionsHeader.test(lines[at] ?? '')
    at += 1
  }
  while (at < lines.length) {
    if (isBlank(lines[at])) at += 1
    else at = readBlock(lines, at, captions, issues)
  }
  const folded = foldRolling(captions)
  const voices = new VoiceCarrier()
  const cues: Cue[] = []
  for (const caption of voiceLabels(folded ?? captions))
    for (const cue of voices.read(caption)) cues.push(cue)
  return {
    cues: voices.used ? cues : applySpeakerPrefixes(cues),
    machine: folded !== null || (isCaptions && timesWords(captions)),
    language,
    issues: issues.list(),
  }
}

/** YouTube names its automatic captions so; those of people have no times inside. */
const captionsHeader = /^Kind:\s*captions\s*$/iu

const timesWords = (captions: readonly Caption[]): boolean =>
  captions.filter(({ lines }) => hasWordTimes(lines)).length > captions.length / 2

/** Reads the block that begins at a line, and returns the line after it. */
function readBlock(lines: readonly string[], begin: number, captions: Caption[], issues: IssueLog): number {
  const first = lines[begin] ?? ''
  const second = lines[begin + 1] ?? ''
  // An identifier may stand before the time line, and may itself hold an arrow.
  const at = readCueTiming(first) === null && second.includes(arrow) ? begin + 1 : begin
  const line = lines[at] ?? ''
  const timing = readCueTiming(line)
  let end = at + 1
  // YouTube begins the text of a cue with a line of one space, which ends nothing.
  if (timing !== null && isSpace(lines[end])) end += 1
  while (end < lines.length && !endsBlock(lines, end)) end += 1
  if (timing !== null) captions.push({ timing, lines: lines.slice(at + 1, end) })
  else if (line.includes(arrow))
    issues.add(
      'CUE_TIMES_INVALID',
      `line ${at + 1}`,
      `"${line.slice(0, 80)}" is no time line; its cue is left out`,
    )
  else if (!notCue.test(first))
    issues.add(
      'CUE_TIMES_INVALID',
      `line ${begin + 1}`,
      `"${first.slice(0, 80)}" has no time line; it is left out`,
    )
  return end
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''
const isSpace = (line: string | undefined): boolean => line !== undefined && line !== '' && line.trim() === ''

/** Only an empty line ends a block by the standard; one of spaces does where the next block plainly begins. */
function endsBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line === '' || line.includes(arrow)) return true
  return (
    isSpace(line) && [lines[at + 1], lines[at + 2]].some((next) => isBlank(next) || next?.includes(arrow))
  )
}

/** Turns the text of a cue into cues of one speaker each, and remembers who goes on speaking. */
class VoiceCarrier {
  used = false
  #speaker: string | null = null

  read({ timing: { startMs, endMs }, lines }: Caption): Cue[] {
    const { turns, dashed } = splitDialogue(lines)
    const cues: Cue[] = []
    for (const turn of turns) {
      const { spans, voiced } = readCueText(turn)
      this.used ||= voiced
      if (dashed && !voiced) this.#speaker = null
      for (const span of spans)
        cues.push({ startMs, endMs, speaker: voiced ? span.speaker : this.#speaker, text: span.text })
      if (voiced) this.#speaker = spans.findLast((span) => span.speaker !== null)?.speaker ?? this.#speaker
    }
    return cues
  }
}
