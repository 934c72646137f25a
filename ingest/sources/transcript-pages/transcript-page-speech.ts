import type { Cue } from '../../../src/domain/cue.js'
import type { Chapter } from '../../../src/domain/document.js'
import type { Issue } from '../../../src/domain/issue.js'
import { readTimedText } from '../../transcripts/timed-text.js'
import { readTurns } from './transcript-page-turns.js'

/** What is said on a page, and whether it is speech at all. */

export interface Speech {
  cues: Cue[]
  /** Headings between timed turns, at the time of what follows; none without times. */
  chapters: Chapter[]
  issues: Issue[]
  isTimed: boolean
  /** In the order in which they first speak. */
  speakers: string[]
  /** The text alone shows that it is a transcript, whatever the page says of itself. */
  isEvident: boolean
  /** Too little to be what was said: "transcript coming soon". */
  isPlaceholder: boolean
}

/** An announcement is a sentence; the shortest of shorts says more. */
const minWords = 30

/** Two interviewers and a guest exchange more turns than that in five minutes. */
const minEvidentTurns = 5
/** Speech has 100 to 200 words a minute; a list of chapters or of songs two or three. */
const minWordsPerMinute = 30
/** Optech's recaps, with long answers of many paragraphs, have about .7; posts that quote an exchange stay below .2. */
const minTurnShare = 0.5

/** Takes time linear in the text. Headings of untimed speech are left out: they are not spoken, and have no time to be a chapter. */
export function readSpeech(text: string): Speech {
  const timed = readTimedText(text)
  const spokenWords = countWords(timed.cues)
  if (timed.turns >= minTurns(timed.cues) && spokenWords * 2 > roughWords(text)) {
    const { cues, chapters, issues } = timed
    const isEvident = timed.turns >= minEvidentTurns && wordsPerMinute(cues) >= minWordsPerMinute
    return {
      cues,
      chapters,
      issues,
      isTimed: true,
      speakers: speakersOf(cues),
      isEvident,
      isPlaceholder: false,
    }
  }
  const { cues, turns, paragraphs, speakers } = readTurns(text)
  const isEvident =
    turns >= minEvidentTurns && turns >= paragraphs * minTurnShare && turns >= speakers.length * 2
  return {
    cues,
    chapters: [],
    issues: [],
    isTimed: false,
    speakers,
    isEvident,
    isPlaceholder: countWords(cues) < minWords,
  }
}

/** A single time proves nothing, unless it is a single cue that has it. */
const minTurns = (cues: readonly Cue[]): number => (cues.length > 2 ? 3 : 2)

/** The last cue runs to the end of the page, whatever is there. */
function wordsPerMinute(cues: readonly Cue[]): number {
  const times = cues.flatMap(({ startMs }) => (startMs === null ? [] : [startMs]))
  const spanMs = times.reduce((latest, time) => Math.max(latest, time), 0) - (times[0] ?? 0)
  return spanMs <= 0 ? 0 : countWords(cues.slice(0, -1)) / (spanMs / 60_000)
}

const countWords = (cues: readonly Cue[]): number => cues.reduce((sum, { text }) => sum + roughWords(text), 0)

const roughWords = (text: string): number => text.match(/\S+/g)?.length ?? 0

const speakersOf = (cues: readonly Cue[]): string[] => [
  ...new Set(cues.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))),
]
