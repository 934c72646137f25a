import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import { mergeWords } from './merge-words.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readUtterances, readWords, toCues, type RawUtterance } from './utterances.js'
import { readWhisperLanguage } from './whisper-language.js'

/**
 * What the implementations of Whisper write: OpenAI's and faster-whisper `{text, segments, language}`, the service's
 * `{words}`, transformers' `{text, chunks}`, whisper.cpp's `{transcription}` in milliseconds.
 */
export const whisperJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'Whisper JSON',
  recognizes: (value) =>
    isRecord(value) &&
    (isHeard(value.segments, value) ||
      (typeof value.text === 'string' && recordsIn(value.chunks).some(hasText)) ||
      (typeof value.text === 'string' &&
        recordsIn(value.words).some(isPlainWord) &&
        value.status === undefined) ||
      recordsIn(value.transcription).some((piece) => isRecord(piece.offsets))),
  read: (value, issues) => {
    const body = isRecord(value) ? value : {}
    const { raws, unit } = listRaws(body)
    const spoken = raws.length > 0 ? toCues(readUtterances(raws, { unit }, issues)) : []
    const cues = spoken.length > 0 ? spoken : readWhole(body, raws.length)
    const language = isRecord(body.result) ? body.result.language : body.language
    return { cues, machine: true, language: readWhisperLanguage(language) }
  },
})

const hasText = (record: JsonRecord): boolean => typeof record.text === 'string'
const isPlainWord = (record: JsonRecord): boolean => typeof record.word === 'string' || hasText(record)

/** A list of segments beside the whole text, or with marks that only a recogniser leaves. */
function isHeard(list: unknown, { text, language }: JsonRecord): boolean {
  if (!Array.isArray(list)) return false
  if (typeof text === 'string') return list.length === 0 || recordsIn(list).some(hasText)
  return recordsIn(list).some(
    (segment) =>
      hasText(segment) &&
      (typeof language === 'string' ||
        Array.isArray(segment.words) ||
        typeof segment.avg_logprob === 'number' ||
        typeof segment.no_speech_prob === 'number'),
  )
}

function listRaws(body: JsonRecord): { raws: RawUtterance[]; unit: 's' | 'ms' } {
  if (Array.isArray(body.transcription))
    return { raws: recordsIn(body.transcription).map(toRawOfCpp), unit: 'ms' }
  if (Array.isArray(body.chunks)) return { raws: recordsIn(body.chunks).map(toRawOfChunk), unit: 's' }
  const raws = recordsIn(body.segments)
    .filter((segment) => !isNoSpeech(segment))
    .map(({ text, start, end, speaker, words }): RawUtterance => ({ text, start, end, speaker, words }))
  return { raws, unit: 's' }
}

const toRawOfCpp = ({ text, offsets, speaker }: JsonRecord): RawUtterance =>
  isRecord(offsets)
    ? { text, start: offsets.from, end: offsets.to, speaker }
    : { text, start: null, end: null }

function toRawOfChunk({ text, timestamp }: JsonRecord): RawUtterance {
  const times: unknown[] = Array.isArray(timestamp) ? timestamp : []
  return { text, start: times[0], end: times[1] }
}

/** Without segments that count: the words of the whole, or its text without times. */
function readWhole(body: JsonRecord, segmentCount: number) {
  const words = readWords(body.words, 's', null)
  if (words.length > 0) return mergeWords(words)
  const isDropped = segmentCount === 0 && Array.isArray(body.segments) && body.segments.length > 0
  if (isDropped || typeof body.text !== 'string' || body.text.trim() === '') return []
  return mergeWords([{ text: body.text, startMs: null, endMs: null, speaker: null }])
}

/** Whisper's own threshold of silence, which its programs apply before they write, unless asked not to. */
const maxNoSpeechProbability = 0.6
/** Whisper's own threshold below which it tries again; what is still below it was guessed. */
const minLogProbability = -1
/** Whisper's own threshold of repetition (gzip), above which it tries again. */
const maxCompressionRatio = 2.4

/**
 * A guess over silence, or a repetition that stayed a guess after all retries. One sign alone does not convict: music
 * under speech looks like silence, lists repeat, and poor sound is improbable. Loops said with confidence are dropped
 * later, for all formats alike.
 */
export function isNoSpeech({ no_speech_prob, avg_logprob, compression_ratio }: JsonRecord): boolean {
  if (typeof avg_logprob !== 'number' || avg_logprob >= minLogProbability) return false
  return (
    (typeof no_speech_prob === 'number' && no_speech_prob > maxNoSpeechProbability) ||
    (typeof compression_ratio === 'number' && compression_ratio > maxCompressionRatio)
  )
}
