import type { Chapter } from '../src/domain/document.js'
import type { Issue } from '../src/domain/issue.js'
import { AppError } from '../src/errors.js'
import type { ItemParts } from './build-document.js'
import { readChapters } from './chapters.js'
import { readReference } from './fetch/read-reference.js'
import type { ReferenceBase } from './sources/resolve-reference.js'
import type { SourceItem, TranscriptReference } from './sources/source-format.js'
import { readTranscript } from './transcripts/read-transcript.js'

/** One item of a source with what it refers to: its transcript and its chapters. What cannot be read is an issue. */

/** @param base where the source was read from */
export async function readItem(
  { document, transcripts, chaptersUrl }: SourceItem,
  base: ReferenceBase,
  { allowPrivate }: { allowPrivate: boolean },
): Promise<{ parts: ItemParts; issues: Issue[]; isComplete: boolean }> {
  const issues: Issue[] = []
  let isComplete = true
  const attempt = async <Value>(
    where: string,
    fallback: Value,
    read: () => Promise<Value>,
  ): Promise<Value> => {
    try {
      return await read()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // A server that is down today must not make yesterday's transcript disappear.
      if (error.retryable) isComplete = false
      issues.push({ code: error.code, where: `${document.title}: ${where}`, message: error.message })
      return fallback
    }
  }

  const readText = async (url: string) => {
    const body = await readReference(url, base, { allowPrivate })
    if (body.status === 'unchanged')
      throw new AppError('FETCH_FAILED', `${url} answered "not modified" to a request without conditions.`)
    return body
  }
  const transcript = await readBestTranscript(transcripts, readText, attempt, issues)
  if (document.kind !== 'post' && transcript.cues.length === 0 && transcripts.length === 0)
    issues.push({
      code: 'TRANSCRIPT_MISSING',
      where: document.title,
      message: 'The publisher gives no transcript: what is said in it cannot be found.',
    })
  const chapters =
    document.chapters.length > 0 || chaptersUrl === null
      ? document.chapters
      : await attempt<Chapter[]>(chaptersUrl, [], async () => {
          const { text } = await readText(chaptersUrl)
          const read = readChapters(text, chaptersUrl)
          issues.push(...read.issues)
          return read.chapters
        })
  const language = document.language ?? transcript.language
  return { parts: { item: { ...document, language }, cues: transcript.cues, chapters }, issues, isComplete }
}

type Attempt = <Value>(where: string, fallback: Value, read: () => Promise<Value>) => Promise<Value>

/** The first of the transcripts that can be read and is not empty. */
async function readBestTranscript(
  transcripts: readonly TranscriptReference[],
  readText: (url: string) => Promise<{ text: string; mediaType: string | null }>,
  attempt: Attempt,
  issues: Issue[],
): Promise<{ cues: ItemParts['cues']; language: string | null }> {
  for (const { url, mediaType, language } of transcripts) {
    const read = await attempt(url, null, async () => {
      const body = await readText(url)
      return readTranscript(body.text, body.mediaType ?? mediaType, url)
    })
    if (!read) continue
    issues.push(...read.issues)
    return { cues: read.cues, language: read.language ?? language }
  }
  return { cues: [], language: null }
}
