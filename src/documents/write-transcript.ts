import type { TaggedCue } from '../domain/cue.js'
import { formatTimestamp } from '../domain/time.js'
import type { Transcript } from './read-transcript.js'

/** A transcript in the formats of other tools. Untimed cues cannot be captions: VTT and SRT leave them out. */

/** WebVTT with a voice span for each speaker. */
export function writeVtt({ cues }: Transcript): string {
  const blocks = timed(cues).map(({ startMs, endMs, speaker, text }) => {
    const voice = speaker === null ? '' : `<v ${escapeVtt(speaker)}>`
    return `${formatTimestamp(startMs)} --> ${formatTimestamp(endMs)}\n${voice}${escapeVtt(text)}`
  })
  return `WEBVTT\n\n${blocks.map((block) => `${block}\n\n`).join('')}`
}

/** SubRip; the speaker's name stands before the text where it changes. */
export function writeSrt({ cues }: Transcript): string {
  let previous: string | null = null
  return timed(cues)
    .map(({ startMs, endMs, speaker, text }, index) => {
      const name = speaker !== null && speaker !== previous ? `${speaker}: ` : ''
      previous = speaker
      return `${index + 1}\n${formatTimestamp(startMs, ',')} --> ${formatTimestamp(endMs, ',')}\n${name}${text}\n`
    })
    .join('\n')
}

/** Plain text, a paragraph for each turn; posts as their sections. */
export function writeText({ document, cues }: Transcript): string {
  if (cues.length === 0)
    return document.sections.map(({ heading, text }) => `${heading}\n\n${text}`.trim()).join('\n\n') + '\n'
  const turns: { speaker: string | null; texts: string[] }[] = []
  for (const { speaker, text } of cues) {
    const turn = turns.at(-1)
    if (turn?.speaker === speaker) turn.texts.push(text)
    else turns.push({ speaker, texts: [text] })
  }
  return turns.map(({ speaker, texts }) => `${speaker ? `${speaker}: ` : ''}${texts.join(' ')}\n`).join('\n')
}

type TimedCue = TaggedCue & { startMs: number; endMs: number }

const timed = (cues: readonly TaggedCue[]): TimedCue[] =>
  cues.filter((cue): cue is TimedCue => cue.startMs !== null && cue.endMs !== null)

/** A line break would end the cue, and `-->` and tags would be read as structure. */
const escapeVtt = (text: string): string =>
  text.replace(/\s+/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
