import { parseLanguage } from '../sources/parse-language.js'
import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readUtterances, toCues, type RawUtterance } from './utterances.js'
import { isNoSpeech } from './whisper-json.js'

const listKeys = ['segments', 'transcript', 'cues', 'captions', 'items', 'utterances'] as const
const textKeys = ['text', 'body', 'transcript', 'content'] as const
const startKeys = ['start', 'startTime', 'start_time', 'begin', 'from', 'offset'] as const
const endKeys = ['end', 'endTime', 'end_time', 'to'] as const

/**
 * Any list of texts with times, bare or under a usual key, in seconds or clocks: what many small programs write. Also
 * Podlove's, whose groups of one speaker have `items`, and which adds milliseconds as `start_ms`.
 */
export const cueListJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'JSON list of cues',
  recognizes: (value) => listCues(value).slice(0, 5).some(isCue),
  read: (value, issues) => {
    const list = listCues(value).filter((cue) => !isNoSpeech(cue))
    const isMs = list.some(({ start_ms }) => typeof start_ms === 'number')
    const cues = toCues(readUtterances(list.map(toRaw), { unit: isMs ? 'ms' : 's', noun: 'cue' }, issues))
    const language =
      isRecord(value) && typeof value.language === 'string' ? parseLanguage(value.language) : null
    return { cues, machine: list.some(isHeard), language }
  },
})

function listCues(value: unknown): JsonRecord[] {
  const list = isRecord(value)
    ? listKeys.map((key) => value[key]).find((under) => Array.isArray(under))
    : value
  return recordsIn(list).flatMap((record) =>
    Array.isArray(record.items) && !isCue(record)
      ? recordsIn(record.items).map((item) => ({ voice: record.voice, speaker: record.speaker, ...item }))
      : [record],
  )
}

/** Marks that only a recogniser leaves. */
const isHeard = (record: JsonRecord): boolean =>
  ['avg_logprob', 'no_speech_prob', 'confidence'].some((key) => typeof record[key] === 'number')

const firstOf = (record: JsonRecord, keys: readonly string[]): unknown =>
  keys.map((key) => record[key]).find((value) => value !== undefined && value !== null)

const isCue = (record: JsonRecord): boolean =>
  typeof firstOf(record, textKeys) === 'string' &&
  ['number', 'string'].includes(typeof firstOf(record, ['start_ms', ...startKeys]))

function toRaw(record: JsonRecord): RawUtterance {
  const start = firstOf(record, ['start_ms', ...startKeys])
  const { words } = record
  const speaker = firstOf(record, ['voice', 'speaker'])
  return { text: firstOf(record, textKeys), start, end: findEnd(record, start), speaker, words }
}

function findEnd(record: JsonRecord, start: unknown): unknown {
  const end = firstOf(record, ['end_ms', ...endKeys])
  if (end !== undefined) return end
  const duration = Number(record.duration ?? record.dur ?? Number.NaN)
  return Number.isFinite(duration) && isNumeric(start) ? Number(start) + duration : null
}

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
