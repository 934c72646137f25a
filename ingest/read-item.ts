import type { Chapter } from '../src/domain/document.js'
import type { Issue } from '../src/domain/issue.js'
import { AppError } from '../src/errors.js'
import type { ItemParts } from './build-document.js'
import { chaptersFromNotes } from './chapters-from-notes.js'
import { readChapters } from './chapters.js'
import { isOurOwn, type ReferenceReader } from './fetch/kept-references.js'
import type { SourceItem, TranscriptReference } from './sources/source-format.js'
import { readTranscript } from './transcripts/read-transcript.js'
import type { ReadTranscript } from './transcripts/transcript-format.js'

/** One item of a source with what it refers to: its transcript and its chapters. What cannot be read is an issue. */

export interface ReadItem {
  parts: ItemParts
  issues: Issue[]
  /** False: it has no transcript now, and something of it that was never had before may be there another time. */
  isComplete: boolean
}

/** @throws INGEST_INTERRUPTED, CATALOG_* */
export async function readItem(
  { document, transcript: own, transcripts, chaptersUrl }: SourceItem,
  references: ReferenceReader,
): Promise<ReadItem> {
  const reading = new ItemReading(document.title, references)
  const transcript = (await readBestTranscript(transcripts, reading)) ?? own
  if (document.kind !== 'post' && !transcript && transcripts.length === 0)
    reading.issues.push({
      code: 'TRANSCRIPT_MISSING',
      where: document.title,
      message: 'The publisher gives no transcript: what is said in it cannot be found.',
    })
  const listed =
    document.chapters.length > 0 || chaptersUrl === null
      ? document.chapters
      : await readChaptersOf(chaptersUrl, reading)
  const isRecording = document.kind !== 'post'
  const chapters =
    listed.length === 0 && isRecording ? chaptersFromNotes(document.description, document.durationMs) : listed
  const language = document.language ?? transcript?.language ?? null
  const parts: ItemParts = {
    item: { ...document, language },
    cues: transcript?.cues ?? [],
    transcriptOrigin: transcript ? (transcript.machine ? 'machine' : 'published') : null,
    chapters,
  }
  return { parts, issues: reading.issues, isComplete: transcript !== null || !reading.mayHaveMore }
}

/** All addresses that `readItem` may read. */
export const referencesOf = ({ document, transcripts, chaptersUrl }: SourceItem): string[] => [
  ...transcripts.map(({ url }) => url),
  ...(document.chapters.length > 0 || chaptersUrl === null ? [] : [chaptersUrl]),
]

/** What one item refers to, read one after the other, with what went wrong. */
class ItemReading {
  readonly issues: Issue[] = []
  /** Of what could not be read, some may be readable later. */
  mayHaveMore = false

  constructor(
    private readonly title: string,
    private readonly references: ReferenceReader,
  ) {}

  /** Null when it cannot be read; the issue says why. */
  async read<Value>(
    url: string,
    parse: (text: string, mediaType: string | null) => Value,
  ): Promise<Value | null> {
    try {
      return await this.references.read(url, parse, (error) =>
        this.#report(error, url, `${error.message}; what was read of it last is used`),
      )
    } catch (error) {
      if (!(error instanceof AppError) || isOurOwn(error)) throw error
      // A server that is down today must not make yesterday's transcript disappear.
      if (error.retryable) this.mayHaveMore = true
      this.#report(error, url, error.message)
      return null
    }
  }

  #report({ code }: AppError, url: string, message: string): void {
    this.issues.push({ code, where: `${this.title}: ${url}`, message })
  }
}

/** The first of the transcripts that can be read and is not empty. */
async function readBestTranscript(
  transcripts: readonly TranscriptReference[],
  reading: ItemReading,
): Promise<Pick<ReadTranscript, 'cues' | 'machine' | 'language'> | null> {
  for (const { url, mediaType, language, machine } of transcripts) {
    const read = await reading.read(url, (text, declared) => readTranscript(text, declared ?? mediaType, url))
    if (!read) continue
    reading.issues.push(...read.issues)
    return { cues: read.cues, machine: read.machine || machine, language: read.language ?? language }
  }
  return null
}

async function readChaptersOf(url: string, reading: ItemReading): Promise<Chapter[]> {
  const read = await reading.read(url, (text) => readChapters(text, url))
  if (!read) return []
  reading.issues.push(...read.issues)
  return read.chapters
}
