import type { Cue } from '../../src/domain/cue.js'
import type { IssueLog } from '../issue-log.js'
import { parseLanguage } from '../sources/parse-language.js'
import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import { mergeWords } from './merge-words.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readSpeaker, readUtterances, readWords, toCues } from './utterances.js'

/** Deepgram: words, paragraphs and utterances of the first alternative of each channel, in seconds. */
export const deepgramJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'Deepgram JSON',
  recognizes: (value) => {
    const results = isRecord(value) && isRecord(value.results) ? value.results : {}
    return listChannels(results).length > 0 || recordsIn(results.utterances).some(isUtterance)
  },
  read: (value, issues) => {
    const results = isRecord(value) && isRecord(value.results) ? value.results : {}
    const channels = listChannels(results)
    const read = channels.map(({ alternative }, index) => {
      const cues = readAlternative(alternative, issues)
      // Two microphones are two speakers, unless they are told apart already.
      const name = channels.length > 1 ? `Channel ${index}` : null
      return cues.map((cue) => ({ ...cue, speaker: cue.speaker ?? name }))
    })
    const cues = read.flat()
    if (read.length > 1) cues.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0))
    const spoken = cues.length > 0 ? cues : readSpans(recordsIn(results.utterances), issues)
    return { cues: spoken, machine: true, language: findLanguage(channels) }
  },
})

interface Channel {
  record: JsonRecord
  alternative: JsonRecord
}

const isUtterance = ({ transcript }: JsonRecord): boolean => typeof transcript === 'string'

/** Channels that say what an earlier one says are left out: both sides of a stereo recording. */
function listChannels(results: JsonRecord): Channel[] {
  const heard = new Set<unknown>()
  return recordsIn(results.channels).flatMap((record) => {
    const [alternative] = recordsIn(record.alternatives)
    if (alternative === undefined || heard.has(alternative.transcript)) return []
    if (typeof alternative.transcript === 'string') heard.add(alternative.transcript)
    return [{ record, alternative }]
  })
}

function readAlternative({ words, paragraphs, transcript }: JsonRecord, issues: IssueLog): Cue[] {
  const heard = readWords(words, 's', null)
  if (heard.length > 0) return mergeWords(heard)
  const sentences = recordsIn(isRecord(paragraphs) ? paragraphs.paragraphs : null).flatMap((paragraph) =>
    recordsIn(paragraph.sentences).map((sentence): JsonRecord => ({
      ...sentence,
      speaker: paragraph.speaker,
      transcript: sentence.text,
    })),
  )
  if (sentences.length > 0) return readSpans(sentences, issues)
  if (typeof transcript !== 'string' || transcript.trim() === '') return []
  return [{ startMs: null, endMs: null, speaker: null, text: transcript.replace(/\s+/gu, ' ').trim() }]
}

function readSpans(spans: readonly JsonRecord[], issues: IssueLog): Cue[] {
  const raws = spans.map(({ transcript, start, end, speaker, words }) => ({
    ...{ text: transcript, start, end, speaker, words },
  }))
  return toCues(readUtterances(raws, { unit: 's', noun: 'utterance', nameSpeaker: readSpeaker }, issues))
}

function findLanguage(channels: readonly Channel[]): string | null {
  for (const { record, alternative } of channels) {
    const languages: unknown[] = Array.isArray(alternative.languages) ? alternative.languages : []
    const language = record.detected_language ?? languages[0]
    if (typeof language === 'string') return parseLanguage(language)
  }
  return null
}
