import { AppError } from '../../src/errors.js'
import { srtFormat } from './srt.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'
import { vttFormat } from './vtt.js'

/** The first that recognises the text reads it, so the stricter signature comes first. */
const formats: readonly TranscriptFormat[] = [vttFormat, srtFormat]

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
  const format = formats.find((candidate) => candidate.recognizes(content, declared))
  if (format === undefined) {
    const known = formats.map(({ name }) => name).join(', ')
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
