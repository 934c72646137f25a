// Reads the layout of github.com/bitcointranscripts: `Name: hh:mm:ss` on a line of its own opens a turn,
// its sentences follow line by line, `##` headings stand between turns or inside one.
import { headingToTitle, markdownToSpeech } from './markdown-to-speech.js'
import { SampleError } from './sample-error.js'
import type { TimedSpeech } from './time-cues.js'
import { parseClock } from './timecode.js'

export interface Chapter {
  startMs: number
  title: string
}

export interface TurnTranscript {
  turns: TimedSpeech[]
  chapters: Chapter[]
}

const TURN = /^(\S[^:]{0,60}): +((?:\d+:)?\d{1,2}:\d\d)\s*$/
/** A line that ends in something like a time is a turn the transcriber mistyped, never speech. */
const TURN_MISTYPED = /^\S.{0,60}\d[:.]\d\d:?\s*$/
const HEADING = /^#{1,6}\s+(.*)$/

/**
 * A heading becomes a chapter at the turn that follows it, or at the turn it stands inside. Turns keep the
 * order of the source, also where their times run backwards; a turn without text is left out.
 * @throws SAMPLE_TURN_UNREADABLE on text before the first turn or a mistyped turn line
 */
export function readTurnTranscript(body: string, where: string): TurnTranscript {
  const turns: { speaker: string; startMs: number; lines: string[] }[] = []
  const chapters: Chapter[] = []
  let waiting: string[] = []
  const openChapters = () => {
    const startMs = turns.at(-1)?.startMs ?? 0
    chapters.push(...waiting.map((title) => ({ startMs, title })))
    waiting = []
  }

  for (const line of body.split(/\r?\n/)) {
    const heading = HEADING.exec(line)?.[1]
    const [, speaker, clock] = TURN.exec(line) ?? []
    if (line.trim() === '') continue
    if (heading !== undefined) {
      waiting.push(headingToTitle(heading))
    } else if (speaker !== undefined && clock !== undefined) {
      turns.push({ speaker: speaker.trim(), startMs: parseClock(clock), lines: [] })
      openChapters()
    } else {
      const turn = turns.at(-1)
      if (!turn)
        throw new SampleError('SAMPLE_TURN_UNREADABLE', `${where}: text before the first turn: "${line}"`)
      if (TURN_MISTYPED.test(line)) throw new SampleError('SAMPLE_TURN_UNREADABLE', `${where}: "${line}"`)
      openChapters()
      turn.lines.push(markdownToSpeech(line.trim()))
    }
  }
  openChapters()

  return {
    turns: turns
      .filter(({ lines }) => lines.length > 0)
      .map(({ speaker, startMs, lines }) => ({ startMs, voices: [{ speaker, text: lines.join('\n') }] })),
    chapters,
  }
}
