import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../src/errors.js'
import { shown } from '../fetch/name-failure.js'
import { openResponse, type OpenResponse, type WebOptions } from '../fetch/open-response.js'

/** A recording from the web into a file. */

/** Eight hours of video for the web, or of uncompressed speech. */
export const maxMediaBytes = 1024 * 1024 * 1024
const limits = {
  /** Enclosures go through several services that count listeners. */
  maxRedirects: 10,
  idleTimeoutMs: 60_000,
  /** A gigabyte at half a megabyte a second. */
  totalTimeoutMs: 40 * 60_000,
}

export interface DownloadOptions extends WebOptions {
  maxBytes?: number
}

/**
 * What was written of a failed download is the caller's to remove.
 * @param path of a file that is made, or written over
 * @throws FETCH_TOO_LARGE and what `openResponse` throws
 */
export async function downloadMedia(
  address: string,
  path: string,
  { maxBytes = maxMediaBytes, ...options }: DownloadOptions,
): Promise<void> {
  // Without encodings: media are compressed by themselves, and nothing has to be unpacked under a limit.
  const headersFor = () => ({ accept: '*/*', 'accept-encoding': 'identity' })
  try {
    await openResponse(address, { ...options, ...limits, headersFor }, (response) =>
      save(response, path, maxBytes),
    )
  } catch (error) {
    // Services that count listeners refuse one day and not the next: a recording is tried again by the next pull.
    if (error instanceof AppError && error.code === 'FETCH_NOT_FOUND')
      throw new AppError('FETCH_FAILED', error.message, { cause: error })
    throw error
  }
}

async function save(
  { statusCode, headers, body, url, signal }: OpenResponse,
  path: string,
  maxBytes: number,
): Promise<void> {
  const where = shown(url.href)
  if (statusCode !== 200)
    throw new AppError(
      'FETCH_FAILED',
      `${where} answered ${statusCode}, which is no whole recording; try later`,
    )
  const tooLarge = () =>
    new AppError(
      'FETCH_TOO_LARGE',
      `${where} is larger than ${maxBytes} bytes, the most that is downloaded to be transcribed`,
    )
  if (Number(headers['content-length']) > maxBytes) throw tooLarge()
  // Written over: a download that broke off is begun anew.
  await pipeline(body, limitBytes(maxBytes, tooLarge), createWriteStream(path), { signal })
}

const limitBytes = (maxBytes: number, tooLarge: () => AppError) =>
  async function* (source: AsyncIterable<Buffer>) {
    let bytes = 0
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > maxBytes) throw tooLarge()
      yield chunk
    }
  }
