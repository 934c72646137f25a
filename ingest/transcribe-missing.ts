import type { Catalog } from '../src/catalog/catalog.js'
import type { Enclosure } from '../src/domain/document.js'
import { AppError } from '../src/errors.js'
import { findTranscription, keepFailure, keepTranscription } from './kept-transcriptions.js'
import { pullItem, type ItemContext } from './pull-item.js'
import type { SourceItem } from './sources/source-format.js'
import { transcribeEnclosure } from './transcribe/transcribe-enclosure.js'
import { temporaryFolderOf } from './transcribe/open-transcriber.js'
import type { Transcriber } from './transcribe/transcriber.js'

/**
 * Speech to text for the documents that have a recording and no transcript, after all that was published is in: one
 * after the other, since a recogniser takes the whole machine. Each is in the library as soon as it is done.
 * @param onStart told of the title before its recording is transcribed
 * @returns the guids of those that were written
 * @throws INGEST_INTERRUPTED, CATALOG_*; a recording that cannot be transcribed is an issue at each pull, but is not tried
 *   again by the same recogniser; one that cannot be started is an issue too, and asked again at the next pull
 */
export async function transcribeMissing(
  missing: readonly { item: SourceItem; enclosure: Enclosure }[],
  context: ItemContext,
  options: {
    transcriber: Transcriber
    catalog: Catalog
    dataFolder: string
    allowPrivate: boolean
    signal: AbortSignal | undefined
    onStart(title: string): void
  },
): Promise<string[]> {
  const { transcriber, catalog, dataFolder, allowPrivate, signal, onStart } = options
  const { source, onIssues } = context
  const kept = { sourceId: source.id, identity: transcriber.identity, catalog }
  const written: string[] = []
  for (const { item, enclosure } of missing) {
    const { title, durationMs, language } = item.document
    const before = await findTranscription(enclosure, kept)
    if (before) {
      onIssues(before.issues.filter(({ where }) => where === '').map((issue) => ({ ...issue, where: title })))
      continue
    }
    onStart(title)
    try {
      const transcript = await transcribeEnclosure(enclosure, transcriber, {
        allowPrivate,
        temporaryFolder: temporaryFolderOf(dataFolder),
        durationMs,
        language,
        signal,
      })
      await keepTranscription(enclosure, transcript, kept)
    } catch (error) {
      if (!(error instanceof AppError) || isFatal(error)) throw error
      onIssues([{ code: error.code, where: title, message: error.message }])
      // The others would not fare better.
      if (error.code === 'TRANSCRIBE_UNAVAILABLE') break
      if (isLasting(error)) await keepFailure(enclosure, error, kept)
      continue
    }
    const { status } = await pullItem(item, context)
    if (status === 'written') written.push(item.document.guid)
  }
  return written
}

const isFatal = ({ code }: AppError): boolean => code === 'INGEST_INTERRUPTED' || code.startsWith('CATALOG_')

/** A recording that cannot be downloaded, or is not there now, may be there the next time. */
const isLasting = ({ code }: AppError): boolean => code === 'TRANSCRIBE_FAILED' || code === 'FETCH_TOO_LARGE'
