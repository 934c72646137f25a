import { AppError } from '../../src/errors.js'
import { assemblyaiJsonFormat } from './assemblyai-json.js'
import { cueListJsonFormat } from './cue-list-json.js'
import { deepgramJsonFormat } from './deepgram-json.js'
import { htmlTranscriptFormat } from './html-transcript.js'
import { damagedJsonFormat } from './json-body.js'
import { podcastJsonFormat } from './podcast-json.js'
import { srtFormat } from './srt.js'
import { timedTextFormat } from './timed-text.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'
import { ttmlFormat } from './ttml.js'
import { untimedTextFormat } from './untimed-text.js'
import { vttFormat } from './vtt.js'
import { whisperJsonFormat } from './whisper-json.js'
import { whisperxJsonFormat } from './whisperx-json.js'
import { youtubeJson3Format } from './youtube-json3.js'
import { youtubeSrvFormat } from './youtube-srv.js'

/** The first that recognises the text reads it, so the stricter signature comes first. */
const formats: readonly TranscriptFormat[] = [
  vttFormat,
  youtubeSrvFormat,
  ttmlFormat,
  youtubeJson3Format,
  podcastJsonFormat,
  whisperxJsonFormat,
  deepgramJsonFormat,
  assemblyaiJsonFormat,
  whisperJsonFormat,
  cueListJsonFormat,
  damagedJsonFormat,
  srtFormat,
  htmlTranscriptFormat,
  timedTextFormat,
]
/** What a publisher calls a transcript may be text alone; of a file that nobody calls so, text is no proof. */
const declaredFormats: readonly TranscriptFormat[] = [...formats, untimedTextFormat]

/** Whether a text is a transcript in one of the known formats. Cheap: looks at its beginning. */
export const recognizesTranscript = (text: string): boolean =>
  formats.some((format) => format.recognizes(text.startsWith('\uFEFF') ? text.slice(1) : text, ''))

/**
 * Reads a transcript in whichever known format its content is in; the declared media type decides nothing by itself.
 *
 * @param where names the transcript in errors and issues: its address or path
 * @throws TRANSCRIPT_EMPTY when nothing is spoken in it, though it is well formed
 * @throws TRANSCRIPT_TYPE_UNSUPPORTED when no format recognises it
 * @throws TRANSCRIPT_INVALID when it is recognised but none of its cues can be read
 */
export function readTranscript(text: string, mediaType: string, where: string): ReadTranscript {
  const declared = (mediaType.split(';')[0] ?? '').trim().toLowerCase()
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (content.trim() === '')
    throw new AppError(
      'TRANSCRIPT_EMPTY',
      `The transcript ${where} has no text; ask its publisher for another one`,
    )
  const format = declaredFormats.find((candidate) => candidate.recognizes(content, declared))
  if (format === undefined) {
    const known = declaredFormats.map(({ name }) => name).join(', ')
    throw new AppError(
      'TRANSCRIPT_TYPE_UNSUPPORTED',
      `The transcript ${where} (declared as "${declared}") is in none of the known formats: ${known}`,
    )
  }
  const transcript = format.read(content)
  const issues = transcript.issues.map((issue) => ({ ...issue, where: `${where}, ${issue.where}` }))
  if (transcript.cues.some((cue) => cue.text.trim() !== '')) return { ...transcript, issues }
  const [first] = issues
  if (first !== undefined)
    throw new AppError(
      'TRANSCRIPT_INVALID',
      `No cue of the ${format.name} transcript ${where} can be read; the first problem: ${first.message}`,
    )
  throw new AppError(
    'TRANSCRIPT_EMPTY',
    `The ${format.name} transcript ${where} has no spoken text in its cues`,
  )
}
