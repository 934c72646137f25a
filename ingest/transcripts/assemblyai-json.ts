import type { Cue } from '../../src/domain/cue.js'
import { parseLanguage } from '../sources/parse-language.js'
import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import { mergeWords } from './merge-words.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readSpeaker, readUtterances, readWords, toCues } from './utterances.js'

const unfinished = new Set(['queued', 'processing'])
const statuses = new Set([...unfinished, 'completed', 'error'])

/** AssemblyAI: milliseconds, speakers as letters. One that failed or is not done yet is named as such. */
export const assemblyaiJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'AssemblyAI JSON',
  recognizes: (value) =>
    isRecord(value) &&
    ((typeof value.status === 'string' &&
      statuses.has(value.status) &&
      ['audio_url', 'words', 'utterances', 'language_code'].some((key) => key in value)) ||
      recordsIn(value.utterances).slice(0, 20).some(isLettered)),
  read: (value, issues) => {
    const body = isRecord(value) ? value : {}
    const language = typeof body.language_code === 'string' ? parseLanguage(body.language_code) : null
    if (body.status === 'error') {
      const reason = typeof body.error === 'string' ? body.error.slice(0, 200) : 'no reason is given'
      issues.add(
        'TRANSCRIPT_INVALID',
        'status',
        `The recogniser failed: ${reason}; have it transcribed again`,
      )
    } else if (typeof body.status === 'string' && unfinished.has(body.status))
      issues.add(
        'TRANSCRIPT_INVALID',
        'status',
        `It is "${body.status}": the recogniser had not finished; fetch its result again`,
      )
    const raws = recordsIn(body.utterances).map(({ text, start, end, speaker, words }) => ({
      ...{ text, start, end, speaker, words },
    }))
    const options = { unit: 'ms', noun: 'utterance', nameSpeaker } as const
    const utterances = readUtterances(raws, options, issues)
    return { cues: utterances.length > 0 ? toCues(utterances) : readWhole(body), machine: true, language }
  },
})

const isLettered = ({ text, start, speaker }: JsonRecord): boolean =>
  typeof text === 'string' &&
  Number.isInteger(start) &&
  typeof speaker === 'string' &&
  /^[A-Z]$/u.test(speaker)

function nameSpeaker(value: unknown): string | null {
  const name = readSpeaker(value)
  return name !== null && /^[A-Z]{1,2}$/u.test(name) ? `Speaker ${name}` : name
}

function readWhole({ words, text }: JsonRecord): Cue[] {
  const heard = readWords(words, 'ms', null, nameSpeaker)
  if (heard.length > 0) return mergeWords(heard)
  if (typeof text !== 'string' || text.trim() === '') return []
  return [{ startMs: null, endMs: null, speaker: null, text: text.replace(/\s+/gu, ' ').trim() }]
}
