import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Enclosure } from '../../src/domain/document.js'
import { AppError } from '../../src/errors.js'
import { readMediaTags } from '../sources/recordings/media-tags.js'
import { isWebAddress } from '../sources/resolve-reference.js'
import type { ReadTranscript } from '../transcripts/transcript-format.js'
import { downloadMedia } from './download-media.js'
import { withTemporaryFolder } from './temporary-folder.js'
import type { TranscribeOptions, Transcriber } from './transcriber.js'

export interface TranscribeEnclosureOptions extends TranscribeOptions {
  allowPrivate: boolean
  /** Below it a recording from the web is kept while it is transcribed. Made when missing. */
  temporaryFolder: string
}

/**
 * Transcribes the recording of a document. One from the web is downloaded first and removed afterwards; a local one,
 * which the source's reader has found inside its folder, is read where it is.
 * @throws what the transcriber throws, SOURCE_UNREADABLE, and FETCH_* for a recording that cannot be downloaded
 */
export async function transcribeEnclosure(
  { url, mediaType }: Pick<Enclosure, 'url' | 'mediaType'>,
  transcriber: Transcriber,
  { allowPrivate, temporaryFolder, durationMs, language, signal }: TranscribeEnclosureOptions,
): Promise<ReadTranscript> {
  const transcribe = async (path: string) =>
    transcriber.transcribe(path, { durationMs: durationMs ?? (await durationOf(path)), language, signal })
  if (!isWebAddress(url)) return transcribe(await localFile(url))
  return withTemporaryFolder(temporaryFolder, async (folder) => {
    const path = join(folder, `recording${extensionOf(url, mediaType)}`)
    await downloadMedia(url, path, { allowPrivate, signal })
    return transcribe(path)
  })
}

async function localFile(url: string): Promise<string> {
  const path = fileURLToPath(url)
  const status = await stat(path).catch(() => null)
  if (status?.isFile() !== true)
    throw new AppError('SOURCE_UNREADABLE', `The recording ${path} is not there, or is no regular file`)
  return path
}

/** Without it the time limit is a long one; a file that cannot be read is for the recogniser to complain about. */
async function durationOf(path: string): Promise<number | null> {
  try {
    return (await readMediaTags(path)).durationMs
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const extensionByType: Readonly<Record<string, string>> = {
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/x-m4a': '.m4a',
  'audio/ogg': '.ogg',
  'audio/wav': '.wav',
  'audio/flac': '.flac',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
}

/** Many recognisers go by the ending. Nothing else of a stranger's address becomes part of a path. */
function extensionOf(url: string, mediaType: string): string {
  const ending = extname(new URL(url).pathname).toLowerCase()
  return /^\.[a-z0-9]{2,5}$/.test(ending) ? ending : (extensionByType[mediaType] ?? '.bin')
}
