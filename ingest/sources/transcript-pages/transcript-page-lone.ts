import { AppError } from '../../../src/errors.js'
import { readTranscript, recognizesTranscript } from '../../transcripts/read-transcript.js'
import type { ReadTranscript } from '../../transcripts/transcript-format.js'
import { titleFromName } from '../title-from-name.js'
import type { PageFormat } from '../page-format.js'
import { parseDate } from '../parse-date.js'
import { itemOf } from './transcript-page-item.js'

/** A transcript and nothing else, added by itself: it is named after its file. In a folder it may belong to a recording. */
export const loneTranscriptFormat: PageFormat = {
  name: 'a transcript (.vtt, .srt, timed text, …)',
  kind: 'transcripts',
  recognizes: ({ text }) => recognizesTranscript(text),
  read: ({ path, text, mediaType }, report) => {
    const name = path.replace(/^.*\//, '').replace(/(?:\.[a-z0-9]{2,5})+$/i, '')
    let transcript: ReadTranscript
    try {
      transcript = readTranscript(text, mediaType ?? '', path)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      report(error.message, error.code)
      return null
    }
    const publishedAt = parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? '')
    return { item: itemOf({ guid: path, title: titleFromName(name), publishedAt }, transcript), show: null }
  },
}
