import type { Cue } from '../../src/domain/cue.js'
import type { IssueLog } from '../issue-log.js'
import { recordsIn, type JsonRecord } from './json-body.js'
import { isSpaced, mergeWords, placeWords, type Word } from './merge-words.js'
import { isAbsent, readTimeMs } from './time-value.js'

/** What the JSON of recognisers has in common: a list of utterances with times, perhaps with their words. */

export interface Utterance extends Word {
  /** Empty when the recogniser gives none. */
  words: Word[]
}

/** Fields as they are in the file, under one set of names. */
export interface RawUtterance {
  text: unknown
  start: unknown
  end: unknown
  speaker?: unknown
  words?: unknown
}

export interface UtteranceOptions {
  unit: 's' | 'ms'
  /** What the file calls one, for issues. */
  noun?: string
  nameSpeaker?: (value: unknown) => string | null
}

/** Texts shorter than this on average are words, not utterances: English words have five letters, captions thirty. */
const maxWordLength = 12

/**
 * Utterances with text, in their order. One whose start cannot be read is left out and reported; what is missing is null.
 */
export function readUtterances(
  raws: readonly RawUtterance[],
  { unit, noun = 'segment', nameSpeaker = readSpeaker }: UtteranceOptions,
  issues: IssueLog,
): Utterance[] {
  const utterances: Utterance[] = []
  for (const [index, raw] of raws.entries()) {
    if (typeof raw.text !== 'string' || raw.text.trim() === '') continue
    const speaker = nameSpeaker(raw.speaker)
    const words = readWords(raw.words, unit, speaker, nameSpeaker)
    const startMs =
      readTimeMs(raw.start, unit) ?? words.find((word) => word.startMs !== null)?.startMs ?? null
    if (startMs === null && !isAbsent(raw.start)) {
      reportTimes(issues, noun, index, raw, 'it is left out')
      continue
    }
    const endMs = readTimeMs(raw.end, unit) ?? words.findLast((word) => word.endMs !== null)?.endMs ?? null
    if (endMs === null && !isAbsent(raw.end)) reportTimes(issues, noun, index, raw, 'its end is estimated')
    utterances.push({ text: raw.text, startMs, endMs: startMs === null ? null : endMs, speaker, words })
  }
  return utterances
}

function reportTimes(issues: IssueLog, noun: string, index: number, raw: RawUtterance, effect: string): void {
  const times = `${showValue(raw.start)} to ${showValue(raw.end)}`
  issues.add('CUE_TIMES_INVALID', `${noun} ${index + 1}`, `${times} are no times from 0 on; ${effect}`)
}

const showValue = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 40)

/** `Speaker 0` for a number, a name as it stands, null for none. */
export function readSpeaker(value: unknown): string | null {
  if (typeof value === 'number') return Number.isInteger(value) ? `Speaker ${value}` : null
  if (typeof value !== 'string') return null
  const name = value.trim()
  if (/^\d{1,3}$/u.test(name)) return `Speaker ${name}`
  return name === '' ? null : name
}

/** A word that nobody was found for is taken for the speaker's of the word before it. */
export function readWords(
  list: unknown,
  unit: 's' | 'ms',
  speaker: string | null,
  nameSpeaker: (value: unknown) => string | null = readSpeaker,
): Word[] {
  const records = recordsIn(list)
  const words: Word[] = []
  let current = records.map((record) => nameSpeaker(record.speaker)).find((name) => name !== null) ?? speaker
  for (const record of records) {
    const text = wordText(record)
    if (text === null || text.trim() === '') continue
    current = nameSpeaker(record.speaker) ?? current
    const startMs = readTimeMs(record.start, unit)
    const endMs = readTimeMs(record.end, unit)
    words.push({ text, startMs, endMs: startMs === null ? null : endMs, speaker: current })
  }
  return words
}

function wordText(record: JsonRecord): string | null {
  const text = record.punctuated_word ?? record.word ?? record.text
  return typeof text === 'string' ? text : null
}

/**
 * Cues of what was read: from the words where there are some, else one a text; texts of one word each are merged.
 * Speakers may change inside an utterance with words. A missing end becomes the start, for the stage after to estimate.
 */
export function toCues(utterances: readonly Utterance[]): Cue[] {
  if (utterances.some((utterance) => trustsWords(utterance))) {
    const spaced = isSpaced(utterances.flatMap(({ words }) => words))
    return mergeWords(utterances.flatMap((utterance) => wordsOf(utterance, spaced)))
  }
  const length = utterances.reduce((sum, { text }) => sum + text.trim().length, 0)
  if (utterances.length > 1 && length < utterances.length * maxWordLength) return mergeWords(utterances)
  return utterances.map(({ startMs, endMs, speaker, text }) => ({
    startMs,
    endMs: startMs === null ? null : (endMs ?? startMs),
    speaker,
    text: text.replace(/\s+/gu, ' ').trim(),
  }))
}

/** Words that leave out half of the text are no basis for its cues. */
function trustsWords({ text, words }: Utterance): boolean {
  const length = words.reduce((sum, word) => sum + word.text.trim().length + 1, 0)
  return words.length > 0 && length * 2 > text.trim().length
}

function wordsOf(utterance: Utterance, spaced: boolean): Word[] {
  const { text, startMs, endMs, speaker } = utterance
  const [first, ...rest] = trustsWords(utterance) ? utterance.words : [{ text, startMs, endMs, speaker }]
  if (first === undefined) return []
  // Words that bring their spaces along may leave them out at the beginning of an utterance.
  const words = spaced ? [{ ...first, text: ` ${first.text}` }, ...rest] : [first, ...rest]
  return placeWords(words, utterance) ?? words
}
