import { createHash } from 'node:crypto'
import { Agent, request, type Dispatcher } from 'undici'
import { AppError } from '../../src/errors.js'
import { version } from '../../src/package-info.js'
import { addressInHost, assertPublicHost, isPublicAddress, lookupPublic } from './address-guard.js'
import { askPolitely, readRetryAfterMs, TransientFailure } from './ask-politely.js'
import { decodeText } from './decode-text.js'
import { HostQueue } from './host-queue.js'
import { interrupted, nameFailure, shown } from './name-failure.js'
import { readBody } from './read-body.js'

/** One guarded, conditional, polite GET. */

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
  /** Whose turn it is; that of the process when not given. */
  queue?: HostQueue | undefined
}

export interface FetchedBody {
  status: 'ok'
  /** After redirects, without credentials. */
  url: string
  /** Where permanent redirects lead from the start, with the password within a host; null when the first answer was none. */
  permanentUrl: string | null
  text: string
  /** In lower case without parameters; null when the server names none. */
  mediaType: string | null
  etag: string | null
  lastModified: string | null
  /** SHA-256 of the decoded bytes, in hexadecimal. */
  bodyHash: string
}

export type FetchResult = Pick<FetchedBody, 'permanentUrl'> & ({ status: 'unchanged' } | FetchedBody)

/** The largest feeds of thousands of episodes with full show notes stay below 20 MB. */
export const maxBodyBytes = 32 * 1024 * 1024
const maxRedirects = 5
const connectTimeoutMs = 10_000
/** Without a byte for so long a server is taken for dead. */
const idleTimeoutMs = 30_000
/** For one answer to its end: a server that drips a byte now and then must not hold a pull for ever. */
const totalTimeoutMs = 180_000
/** Answers that may be others a moment later. */
const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])
/** Hosts refuse clients that do not say who they are. */
const userAgent = `Cuepoint/${version} (self-hosted podcast search)`

const processQueue = new HostQueue()

const timeouts = { headersTimeout: idleTimeoutMs, bodyTimeout: idleTimeoutMs }
const publicAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs, lookup: lookupPublic } })
const anyAgent = new Agent({ ...timeouts, connect: { timeout: connectTimeoutMs } })

/**
 * Fetches a text by http(s), in the turn of its host, again when a failure may pass. Redirects are followed by hand, each
 * address checked anew. Cost: seconds to minutes while the host asks for patience.
 * @throws FETCH_ADDRESS_FORBIDDEN, FETCH_TOO_LARGE, FETCH_GONE (410), INGEST_INTERRUPTED (by `signal`), FETCH_FAILED
 */
export async function fetchBody(location: string, options: FetchOptions): Promise<FetchResult> {
  let url = parseWebUrl(location)
  let permanentUrl: string | null = null
  let onlyPermanent = true
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    const answer = await ask(url, options)
    if (!('target' in answer)) return { ...answer, permanentUrl }
    onlyPermanent &&= answer.isPermanent
    url = answer.target
    if (onlyPermanent) permanentUrl = url.href
  }
  throw new AppError('FETCH_FAILED', `${shown(location)} redirects more than ${maxRedirects} times`)
}

type Redirect = { target: URL; isPermanent: boolean }
type Answer = Redirect | { status: 'unchanged' } | Omit<FetchedBody, 'permanentUrl'>

async function ask(url: URL, options: FetchOptions): Promise<Answer> {
  const { allowPrivate, signal, queue = processQueue } = options
  if (!allowPrivate) assertPublicHost(url.hostname)
  const turn = { isNear: allowPrivate && isNear(url.hostname), signal }
  try {
    return await askPolitely(url.host, queue, turn, () => askOnce(url, options, queue))
  } catch (error) {
    if (signal?.aborted !== true || (error instanceof AppError && error.code === 'INGEST_INTERRUPTED'))
      throw error
    throw interrupted(url, error)
  }
}

async function askOnce(url: URL, options: FetchOptions, queue: HostQueue): Promise<Answer> {
  const deadline = AbortSignal.timeout(totalTimeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  try {
    const response = await get(url, options, signal)
    if (!transientStatuses.has(response.statusCode)) queue.noteAnswer(url.host)
    const target = redirectTarget(response, url)
    if (target === null) return await readResponse(response, url, options, queue)
    await response.body.dump()
    return { target, isPermanent: response.statusCode === 301 || response.statusCode === 308 }
  } catch (error) {
    throw nameFailure(error, url, options.signal, { deadline, timeoutMs: totalTimeoutMs })
  }
}

/** Only the address itself tells: a name is looked up by the connection, not before it. */
export function isNear(hostname: string): boolean {
  const address = addressInHost(hostname)
  return hostname === 'localhost' || (address !== null && !isPublicAddress(address))
}

function get(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
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
  options: FetchOptions,
  { clock }: HostQueue,
): Promise<Answer> {
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
    const failure = new AppError(code, `${shown(url.href)} answered ${statusCode}: ${remedy}`)
    if (!transientStatuses.has(statusCode)) throw failure
    const mayAsk = statusCode === 429 || statusCode === 503
    throw new TransientFailure(
      failure,
      mayAsk ? readRetryAfterMs(firstOf(headers['retry-after']), clock.now()) : null,
    )
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

const firstOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null

const headersText = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join(',') : (header ?? '')
