import type { Cue } from '../../src/domain/cue.js'
import { readCueText } from './cue-text.js'
import { splitDialogue } from './dialogue-dashes.js'
import { mergeWords, type Word } from './merge-words.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'

/** What json3, srv3 and srv2 are three ways of writing: events that put text into a window, with words timed in it. */

export interface CaptionEvent {
  startMs: number
  /** How long it is shown, which for automatic captions is longer than it is said. */
  durationMs: number
  pieces: CaptionPiece[]
}

export interface CaptionPiece {
  text: string
  /** From the start of the event; null where the file gives none. */
  offsetMs: number | null
}

/** Padding of styled captions, and marks of direction. */
const invisible = /[\u200b-\u200f\u2060\ufeff]/gu
/** How long a word lasts at most when only its start is known. */
const maxWordMs = 1_000
/** Automatic captions put this where somebody else begins to speak. */
const turnMark = /^\s*>>+\s*/u

/**
 * Cues of events in their order. Those with timed words are merged into sentences and phrases; the others are one cue a
 * line of dialogue. Nothing is repeated: what is shown twice is written once in these formats.
 */
export function readCaptionEvents(events: readonly CaptionEvent[]): Cue[] {
  const spoken = events.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''))
  const isTimed = spoken.some(({ pieces }) => pieces.some(({ offsetMs }) => offsetMs !== null))
  return isTimed ? readTimedWords(spoken) : applySpeakerPrefixes(spoken.flatMap(readLines))
}

function readTimedWords(events: readonly CaptionEvent[]): Cue[] {
  const turns: Word[][] = [[]]
  for (const [index, event] of events.entries()) {
    const nextMs = events[index + 1]?.startMs ?? Infinity
    for (const word of wordsOf(event, nextMs)) {
      const text = word.text.replace(turnMark, '')
      if (text.length !== word.text.length) turns.push([])
      turns.at(-1)?.push({ ...word, text: text.length === word.text.length ? text : ` ${text}` })
    }
  }
  return turns.flatMap((words) => mergeWords(words))
}

function wordsOf({ startMs, durationMs, pieces }: CaptionEvent, nextMs: number): Word[] {
  const endMs = Math.min(startMs + durationMs, Math.max(nextMs, startMs))
  const spoken = pieces.filter(({ text }) => text.trim() !== '')
  return spoken.map(({ text, offsetMs }, index) => {
    const wordMs = startMs + (offsetMs ?? 0)
    const next = spoken[index + 1]
    const untilMs = next === undefined ? endMs : startMs + (next.offsetMs ?? offsetMs ?? 0)
    return {
      // Words bring their spaces along, but for the first of an event.
      text: `${index === 0 ? ' ' : ''}${text.replace(invisible, '')}`,
      startMs: wordMs,
      endMs: Math.max(wordMs, Math.min(untilMs, wordMs + maxWordMs * countWords(text))),
      speaker: null,
    }
  })
}

const countWords = (text: string): number => Math.max(1, text.trim().split(/\s+/u).length)

function readLines({ startMs, durationMs, pieces }: CaptionEvent): Cue[] {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .replace(invisible, '')
  const { turns } = splitDialogue(text.split('\n').filter((line) => line.trim() !== ''))
  const endMs = startMs + durationMs
  return turns.flatMap((turn) => readCueText(turn).spans.map((span) => ({ startMs, endMs, ...span })))
}
