import { Agent, request, type Dispatcher } from 'undici'
import { AppError } from '../../src/errors.js'
import { version } from '../../src/package-info.js'
import { addressInHost, assertPublicHost, isPublicAddress, lookupPublic } from './address-guard.js'
import { askPolitely, readRetryAfterMs, TransientFailure } from './ask-politely.js'
import { HostQueue, type Clock } from './host-queue.js'
import { interrupted, nameFailure, shown } from './name-failure.js'

/** The one way to a server on the web: guarded, polite, through redirects, again when a failure may pass. */

export interface WebOptions {
  /** Allow addresses that are not on the public internet. */
  allowPrivate: boolean
  signal?: AbortSignal | undefined
  /** Whose turn it is; that of the process when not given. */
  queue?: HostQueue | undefined
}

export interface ResponseOptions extends WebOptions {
  /** The headers of the request to one of the addresses. */
  headersFor(url: URL, isAfterPermanent: boolean): Record<string, string>
  maxRedirects: number
  /** Without a byte for so long a server is taken for dead. */
  idleTimeoutMs: number
  /** For one answer to its end: a server that drips a byte now and then must not hold a pull for ever. */
  totalTimeoutMs: number
}

export interface Way {
  /** After redirects, without credentials. */
  url: string
  /** Where permanent redirects lead from the start, with the password within a host; null when the first answer was none. */
  permanentUrl: string | null
}

/** An answer with success, or "not modified". */
export interface OpenResponse extends Dispatcher.ResponseData {
  url: URL
  /** Ends with the time limit, too. */
  signal: AbortSignal
}

const connectTimeoutMs = 10_000
/** Answers that may be others a moment later. */
const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])
/** Of those the ones by which a host speaks of itself, and not of the one file. */
const hostStatuses: ReadonlySet<number> = new Set([429, 503])
/** Hosts refuse clients that do not say who they are. */
const userAgent = `Cuepoint/${version} (self-hosted podcast search)`

const processQueue = new HostQueue()

const publicAgent = new Agent({ connect: { timeout: connectTimeoutMs, lookup: lookupPublic } })
const anyAgent = new Agent({ connect: { timeout: connectTimeoutMs } })

/**
 * GETs what is at an address and has it read, in the turn of its host; `read` is called again after a failure on the way
 * that may pass. Redirects are followed by hand, each address checked anew. What `read` leaves of a body is given up.
 * Cost: seconds to minutes while the host asks for patience.
 * @throws FETCH_ADDRESS_FORBIDDEN, FETCH_GONE (410), FETCH_NOT_FOUND (another 4xx that will not pass), FETCH_FAILED,
 * INGEST_INTERRUPTED (by `signal`), and AppErrors of `read`
 */
export async function openResponse<Value>(
  location: string,
  options: ResponseOptions,
  read: (response: OpenResponse) => Promise<Value>,
): Promise<{ value: Value } & Way> {
  let url = parseWebUrl(location)
  let permanentUrl: string | null = null
  let onlyPermanent = true
  let isAfterPermanent = false
  for (let redirects = 0; redirects <= options.maxRedirects; redirects++) {
    const answer: Answer<Value> = await ask(url, options, options.headersFor(url, isAfterPermanent), read)
    if ('value' in answer) return { value: answer.value, url: withoutCredentials(url), permanentUrl }
    onlyPermanent &&= answer.isPermanent
    isAfterPermanent ||= answer.isPermanent
    url = answer.target
    if (onlyPermanent) permanentUrl = url.href
  }
  throw new AppError('FETCH_FAILED', `${shown(location)} redirects more than ${options.maxRedirects} times`)
}

type Answer<Value> = { target: URL; isPermanent: boolean } | { value: Value }
type Headers = Record<string, string>
type Read<Value> = (response: OpenResponse) => Promise<Value>

async function ask<Value>(
  url: URL,
  options: ResponseOptions,
  headers: Headers,
  read: Read<Value>,
): Promise<Answer<Value>> {
  const { allowPrivate, signal, queue = processQueue } = options
  if (!allowPrivate) assertPublicHost(url.hostname)
  const turn = { isNear: allowPrivate && isNear(url.hostname), signal }
  try {
    return await askPolitely(url.host, queue, turn, () => askOnce(url, { ...options, queue }, headers, read))
  } catch (error) {
    if (signal?.aborted !== true || (error instanceof AppError && error.code === 'INGEST_INTERRUPTED'))
      throw error
    throw interrupted(url, error)
  }
}

async function askOnce<Value>(
  url: URL,
  options: ResponseOptions & { queue: HostQueue },
  headers: Headers,
  read: Read<Value>,
): Promise<Answer<Value>> {
  const { totalTimeoutMs: timeoutMs, queue } = options
  const deadline = AbortSignal.timeout(timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline
  try {
    const response = await get(url, options, headers, signal)
    const { statusCode, body } = response
    if (!hostStatuses.has(statusCode)) queue.noteAnswer(url.host)
    try {
      const target = redirectTarget(response, url)
      if (target) {
        await body.dump()
        return { target, isPermanent: statusCode === 301 || statusCode === 308 }
      }
      if (isSuccess(statusCode) || isExpected304(statusCode, headers))
        return { value: await read({ ...response, url, signal }) }
      await body.dump()
      throw statusFailure(response, url, queue.clock)
    } finally {
      // What was not read is given up with its connection; its own error says nothing more.
      if (!body.readableEnded) body.on('error', () => undefined).destroy()
    }
  } catch (error) {
    throw nameFailure(error, url, options.signal, { deadline, timeoutMs })
  }
}

/** Only the address itself tells: a name is looked up by the connection, not before it. */
export function isNear(hostname: string): boolean {
  const address = addressInHost(hostname)
  return hostname === 'localhost' || (address !== null && !isPublicAddress(address))
}

function get(
  url: URL,
  { allowPrivate, idleTimeoutMs }: ResponseOptions,
  headers: Headers,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return request(withoutCredentials(url), {
    dispatcher: allowPrivate ? anyAgent : publicAgent,
    signal,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    headers: {
      'user-agent': userAgent,
      ...headers,
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

const isSuccess = (statusCode: number): boolean => statusCode >= 200 && statusCode <= 299

const isExpected304 = (statusCode: number, headers: Headers): boolean =>
  statusCode === 304 && ('if-none-match' in headers || 'if-modified-since' in headers)

function statusFailure(
  { statusCode, headers }: Dispatcher.ResponseData,
  url: URL,
  clock: Clock,
): AppError | TransientFailure {
  const isTransient = transientStatuses.has(statusCode)
  const isRefused = statusCode >= 400 && statusCode <= 499 && !isTransient
  const code = statusCode === 410 ? 'FETCH_GONE' : isRefused ? 'FETCH_NOT_FOUND' : 'FETCH_FAILED'
  const remedy = statusCode === 410 ? 'its publisher removed it for good' : 'try later, or check the address'
  const failure = new AppError(code, `${shown(url.href)} answered ${statusCode}: ${remedy}`)
  if (!isTransient) return failure
  const isOfHost = hostStatuses.has(statusCode)
  const retryAfterMs = isOfHost ? readRetryAfterMs(firstOf(headers['retry-after']), clock.now()) : null
  return new TransientFailure(failure, { retryAfterMs, isOfHost })
}

/** @throws FETCH_FAILED */
function parseWebUrl(location: string): URL {
  const url = URL.canParse(location) ? new URL(location) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new AppError('FETCH_FAILED', `${shown(location)} is no http(s) address`)
  url.hash = ''
  return url
}

export function withoutCredentials(url: URL): string {
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href
}

/** Of a header that is sent more than once. */
export const firstOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null
