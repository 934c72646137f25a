import { parseLanguage } from '../sources/parse-language.js'
import { defineJsonFormat, isRecord, recordsIn, type JsonRecord } from './json-body.js'
import type { TranscriptFormat } from './transcript-format.js'
import { readSpeaker, readUtterances, toCues, type RawUtterance } from './utterances.js'

/** The JSON of Podcasting 2.0: seconds, often one word a segment, the speaker written where it changes. */
export const podcastJsonFormat: TranscriptFormat = defineJsonFormat({
  name: 'Podcasting 2.0 JSON',
  recognizes: (value) =>
    isRecord(value) && (isEmpty(value) || recordsIn(value.segments).slice(0, 5).some(hasBody)),
  read: (value, issues) => {
    const body = isRecord(value) ? value : {}
    let speaker: string | null = null
    const raws = recordsIn(body.segments).map((segment): RawUtterance => {
      speaker = readSpeaker(segment.speaker) ?? speaker
      return { text: segment.body, start: segment.startTime, end: segment.endTime, speaker }
    })
    const language = typeof body.language === 'string' ? parseLanguage(body.language) : null
    return { cues: toCues(readUtterances(raws, { unit: 's' }, issues)), machine: false, language }
  },
})

const isEmpty = ({ version, segments }: JsonRecord): boolean =>
  typeof version === 'string' && Array.isArray(segments) && segments.length === 0

const hasBody = ({ body }: JsonRecord): boolean => typeof body === 'string'
