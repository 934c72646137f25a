import { createHash } from 'node:crypto'
import { Agent, request, type Dispatcher } from 'undici'
import { version } from '../../src/package-info.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { assertPublicHost, lookupPublic } from './address-guard.js'
import { decodeText } from './decode-text.js'
import { readBody } from './read-body.js'

/** One guarded, conditional GET. Politeness between requests is the caller's. */

export interface Validators {
  etag?: string | null
  lastModified?: string | null
}

export interface FetchOptions extends Validators {
  /** Allow addresses that are not on the public internet. */
  allowPrivate: boolean
  signal?: AbortSignal | undefined
  maxBytes?: number | undefined
  accept?: string | undefined
}

export interface FetchedBody {
  status: 'ok'
  /** After redirects, without credentials. */
  url: string
  /** Where permanent redirects lead from the start; null when the first answer was none. */
  permanentUrl: string | null
  text: string
  /** In lower case without parameters; null when the server names none. */
  mediaType: string | null
  etag: string | null
  lastModified: string | null
  /** SHA-256 of the decoded bytes, in hexadecimal. */
  bodyHash: string
}

export type FetchResult = { status: 'unchanged' } | FetchedBody

/** The largest feeds of thousands of episodes with full show notes stay below 20 MB. */
export const maxBodyBytes = 32 * 1024 * 1024
const maxRedirects = 5
const connectTimeoutMs = 10_000
/** Without a byte for so long a server is taken for dead. */
const idleTimeoutMs = 30_000
/** For all of it, redirects included: a server that drips a byte now and then must not hold a pull for ever. */
const totalTimeoutMs = 180_000

const userAgent = `Cuepoint/${version} (+podcast search)`

const timeouts = { headersTimeout: idleTimeoutMs, bodyTimeout: idleTimeoutMs }
const publicAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs, lookup: lookupPublic } })
const anyAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs } })

/**
 * Fetches a text by http(s). Redirects are followed by hand, each address checked anew.
 * @throws FETCH_ADDRESS_FORBIDDEN, FETCH_TOO_LARGE, FETCH_GONE (410), INGEST_INTERRUPTED (by `signal`), FETCH_FAILED
 */
export async function fetchBody(location: string, options: FetchOptions): Promise<FetchResult> {
  const deadline = AbortSignal.timeout(totalTimeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  let url = parseWebUrl(location)
  try {
    let permanentUrl: string | null = null
    let onlyPermanent = true
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const response = await get(url, options, signal)
      const target = redirectTarget(response, url)
      if (target === null) return await readResponse(response, url, permanentUrl, options)
      await response.body.dump()
      onlyPermanent &&= response.statusCode === 301 || response.statusCode === 308
      url = target
      if (onlyPermanent) permanentUrl = withoutCredentials(url)
    }
    throw new AppError('FETCH_FAILED', `${shown(location)} redirects more than ${maxRedirects} times`)
  } catch (error) {
    throw toAppError(error, url, options.signal, deadline)
  }
}

function get(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  if (!options.allowPrivate) assertPublicHost(url.hostname)
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return request(withoutCredentials(url), {
    dispatcher: options.allowPrivate ? anyAgent : publicAgent,
    signal,
    headers: {
      'user-agent': userAgent,
      'accept-encoding': 'gzip, deflate, br',
      accept: options.accept ?? '*/*',
      ...(options.etag ? { 'if-none-match': options.etag } : {}),
      ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
      ...(credentials === ':'
        ? {}
        : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
  })
}

function redirectTarget({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null
  const target = firstOf(headers.location)
  if (target === null || !URL.canParse(target, from.href))
    throw new AppError(
      'FETCH_FAILED',
      `${shown(from.href)} answered ${statusCode} without an address to go to`,
    )
  const url = parseWebUrl(new URL(target, from).href)
  // A feed behind a password that moves within its host keeps it; no other host gets to see it.
  if (url.host === from.host && url.username === '' && url.password === '') {
    url.username = from.username
    url.password = from.password
  }
  return url
}

async function readResponse(
  response: Dispatcher.ResponseData,
  url: URL,
  permanentUrl: string | null,
  options: FetchOptions,
): Promise<FetchResult> {
  const { statusCode, headers, body } = response
  const isConditional = Boolean(options.etag) || Boolean(options.lastModified)
  if (statusCode === 304 && isConditional) {
    await body.dump()
    return { status: 'unchanged' }
  }
  if (statusCode < 200 || statusCode > 299) {
    await body.dump()
    const code = statusCode === 410 ? 'FETCH_GONE' : 'FETCH_FAILED'
    const remedy =
      statusCode === 410 ? 'its publisher removed it for good' : 'try later, or check the address'
    throw new AppError(code, `${shown(url.href)} answered ${statusCode}: ${remedy}`)
  }
  const bytes = await readBody(body, {
    url: shown(url.href),
    encoding: headersText(headers['content-encoding']),
    maxBytes: options.maxBytes ?? maxBodyBytes,
  }).finally(() => {
    // What was not read for a reason already thrown: the connection is given up, and its own error says nothing more.
    if (!body.readableEnded) body.on('error', () => undefined).destroy()
  })
  const contentType = firstOf(headers['content-type'])
  return {
    status: 'ok',
    url: withoutCredentials(url),
    permanentUrl,
    text: decodeText(bytes, contentType),
    mediaType: contentType?.split(';', 1)[0]?.trim().toLowerCase() || null,
    etag: firstOf(headers.etag),
    lastModified: firstOf(headers['last-modified']),
    bodyHash: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** @throws FETCH_FAILED */
function parseWebUrl(location: string): URL {
  const url = URL.canParse(location) ? new URL(location) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new AppError('FETCH_FAILED', `${shown(location)} is no http(s) address`)
  url.hash = ''
  return url
}

function withoutCredentials(url: URL): string {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href
}

/** For messages: passwords of private feeds are left out. */
function shown(location: string): string {
  const text = URL.canParse(location) ? withoutCredentials(new URL(location)) : location
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

const firstOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null

const headersText = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join(',') : (header ?? '')

function toAppError(
  cause: unknown,
  url: URL,
  signal: AbortSignal | undefined,
  deadline: AbortSignal,
): AppError {
  for (let error = cause; error instanceof Error; error = error.cause)
    if (error instanceof AppError) return error
  const where = shown(url.href)
  if (signal?.aborted === true)
    return new AppError(
      'INGEST_INTERRUPTED',
      `Fetching ${where} was interrupted; the next pull takes it up`,
      { cause },
    )
  const reason = deadline.aborted ? `took longer than ${totalTimeoutMs / 1000} s` : reasonOf(cause)
  return new AppError(
    'FETCH_FAILED',
    `${where} cannot be fetched: ${reason}; check the address and try later`,
    { cause },
  )
}
