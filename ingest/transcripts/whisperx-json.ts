import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import { mergeWords } from './merge-words.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readUtterances, readWords, toCues } from './utterances.js'
import { readWhisperLanguage } from './whisper-language.js'

/** whisperX: aligned words with speakers. Words that it cannot align (numbers, mostly) have no times, which is normal. */
export const whisperxJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'whisperX JSON',
  recognizes: (value) =>
    isRecord(value) &&
    (recordsIn(value.word_segments).length > 0 || recordsIn(value.segments).slice(0, 20).some(isAligned)),
  read: (value, issues) => {
    const body = isRecord(value) ? value : {}
    const raws = recordsIn(body.segments).map(({ text, start, end, speaker, words }) => ({
      ...{ text, start, end, speaker, words },
    }))
    const utterances = readUtterances(raws, { unit: 's' }, issues)
    const cues =
      utterances.length > 0 ? toCues(utterances) : mergeWords(readWords(body.word_segments, 's', null))
    return { cues, machine: true, language: readWhisperLanguage(body.language) }
  },
})

/** The score of an alignment, or a speaker as the diariser numbers them. */
const isAligned = ({ text, speaker, words }: JsonRecord): boolean =>
  typeof text === 'string' &&
  ((typeof speaker === 'string' && /^SPEAKER_\d+$/u.test(speaker)) ||
    recordsIn(words).some(({ score }) => typeof score === 'number'))
