import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Agent, request, type Dispatcher } from 'undici'
import { AppError, reasonOf } from '../../src/errors.js'
import { version } from '../../src/package-info.js'
import { assertPublicHost, lookupPublic } from '../fetch/address-guard.js'

/** A recording from the web into a file, under the same guard as everything that a stranger's feed names. */

/** Eight hours of video for the web, or of uncompressed speech. */
export const maxMediaBytes = 1024 * 1024 * 1024
/** Enclosures go through several services that count listeners. */
const maxRedirects = 10
const connectTimeoutMs = 10_000
const idleTimeoutMs = 60_000
/** A gigabyte at half a megabyte a second. */
const totalTimeoutMs = 40 * 60_000

const timeouts = { headersTimeout: idleTimeoutMs, bodyTimeout: idleTimeoutMs }
const publicAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs, lookup: lookupPublic } })
const anyAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs } })

export interface DownloadOptions {
  /** Allow addresses that are not on the public internet. */
  allowPrivate: boolean
  signal?: AbortSignal | undefined
  maxBytes?: number
}

/**
 * Redirects are followed by hand, each address checked anew. What was written of a failed download is the caller's to
 * remove.
 * @throws FETCH_ADDRESS_FORBIDDEN, FETCH_TOO_LARGE, FETCH_GONE, FETCH_FAILED, INGEST_INTERRUPTED
 */
export async function downloadMedia(address: string, path: string, options: DownloadOptions): Promise<void> {
  const deadline = AbortSignal.timeout(totalTimeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  try {
    let url = parseWebUrl(address)
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const response = await get(url, options.allowPrivate, signal)
      const target = redirectTarget(response, url)
      if (target === null) return await save(response, url, path, options.maxBytes ?? maxMediaBytes, signal)
      await response.body.dump()
      url = target
    }
    throw new AppError('FETCH_FAILED', `${shown(address)} redirects more than ${maxRedirects} times`)
  } catch (cause) {
    throw toAppError(cause, address, options.signal, deadline)
  }
}

function get(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  if (!allowPrivate) assertPublicHost(url.hostname)
  return request(url, {
    dispatcher: allowPrivate ? anyAgent : publicAgent,
    signal,
    // Without encodings: media are compressed by themselves, and nothing has to be unpacked under a limit.
    headers: {
      'user-agent': `Cuepoint/${version} (+podcast search)`,
      'accept-encoding': 'identity',
      accept: '*/*',
    },
  })
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null
  const [target] = [headers.location].flat()
  if (target === undefined || !URL.canParse(target, from.href))
    throw new AppError(
      'FETCH_FAILED',
      `${shown(from.href)} answered ${statusCode} without an address to go to`,
    )
  return parseWebUrl(new URL(target, from).href)
}

async function save(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<void> {
  const tooLarge = () =>
    new AppError(
      'FETCH_TOO_LARGE',
      `${shown(url.href)} is larger than ${maxBytes} bytes, the most that is downloaded to be transcribed`,
    )
  try {
    if (statusCode !== 200)
      throw new AppError(
        statusCode === 410 ? 'FETCH_GONE' : 'FETCH_FAILED',
        `${shown(url.href)} answered ${statusCode}: open it in a browser, or try later`,
      )
    if (Number(headers['content-length']) > maxBytes) throw tooLarge()
    await pipeline(
      body as Readable,
      limitBytes(maxBytes, tooLarge),
      createWriteStream(path, { flags: 'wx' }),
      {
        signal,
      },
    )
  } finally {
    // What was not read is given up with its connection; its own error says nothing more.
    if (!body.readableEnded) body.on('error', () => undefined).destroy()
  }
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

/** @throws FETCH_FAILED */
function parseWebUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new AppError('FETCH_FAILED', `${shown(address)} is no http(s) address`)
  // An enclosure behind a password would need it in a header; none is known to be published so.
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

/** For messages: without what may be secret. */
function shown(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 300)
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`.slice(0, 300)
}

function toAppError(
  cause: unknown,
  address: string,
  signal: AbortSignal | undefined,
  deadline: AbortSignal,
): AppError {
  for (let error = cause; error instanceof Error; error = error.cause)
    if (error instanceof AppError) return error
  const where = shown(address)
  if (signal?.aborted === true)
    return new AppError(
      'INGEST_INTERRUPTED',
      `Downloading ${where} was interrupted; the next pull takes it up`,
      {
        cause,
      },
    )
  const reason = deadline.aborted ? `took longer than ${totalTimeoutMs / 60_000} minutes` : reasonOf(cause)
  return new AppError('FETCH_FAILED', `${where} cannot be downloaded: ${reason}; try later`, { cause })
}
