import { Agent, request } from 'undici'
import { readRetryAfterMs } from '../../../ingest/fetch/ask-politely.js'
import { lookupPublic } from '../../../ingest/fetch/address-guard.js'
import { firstOf, withoutCredentials } from '../../../ingest/fetch/open-response.js'
import type { Webhook } from '../../domain/saved-search.js'
import { AppError, reasonOf } from '../../errors.js'
import { version } from '../../package-info.js'
import { signMessage } from './sign-message.js'
import { assertPublic } from './webhook-address.js'

/** One message to one receiver. */

export interface SendOptions {
  allowPrivate: boolean
  /** Milliseconds since 1970. */
  now: () => number
  timeoutMs?: number
  signal?: AbortSignal
}

/** The answer to a message. */
export interface SendOutcome {
  /** Null when there was none. */
  httpStatus: number | null
  /** Null when it was taken. */
  error: string | null
  retryAfterMs: number | null
}

const defaultTimeoutMs = 10_000
/** A receiver has nothing to say that is read: more than this, and the connection is given up. */
const maxAnswerBytes = 64 * 1024
const maxErrorLength = 300

// Every connection looks its host up anew, and goes to an address that was checked.
const publicAgent = new Agent({ connect: { timeout: defaultTimeoutMs, lookup: lookupPublic } })
const anyAgent = new Agent({ connect: { timeout: defaultTimeoutMs } })

/** Redirects are not followed: they would lead a signed message where nobody asked for it. @throws when stopped by `signal` */
export async function sendMessage(
  message: { id: string; body: string },
  { url: location, secret }: Pick<Webhook, 'url' | 'secret'>,
  { allowPrivate, now, timeoutMs = defaultTimeoutMs, signal }: SendOptions,
): Promise<SendOutcome> {
  const url = new URL(location)
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    if (!allowPrivate) assertPublic(url)
    const { statusCode, headers, body } = await request(withoutCredentials(url), {
      method: 'POST',
      dispatcher: allowPrivate ? anyAgent : publicAgent,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      headers: {
        'content-type': 'application/json',
        'user-agent': `Cuepoint/${version} (webhook)`,
        ...signMessage({ ...message, atMs: now() }, secret),
        ...authorization(url),
      },
      body: message.body,
    })
    await body.dump({ limit: maxAnswerBytes }).catch(() => undefined)
    if (statusCode >= 200 && statusCode <= 299)
      return { httpStatus: statusCode, error: null, retryAfterMs: null }
    return {
      httpStatus: statusCode,
      error: `The receiver answered ${statusCode}.`,
      retryAfterMs: readRetryAfterMs(firstOf(headers['retry-after']), now()),
    }
  } catch (error) {
    signal?.throwIfAborted()
    const reason = deadline.aborted ? `no answer within ${timeoutMs / 1000} s` : reasonOfSending(error)
    return { httpStatus: null, error: reason.slice(0, maxErrorLength), retryAfterMs: null }
  }
}

/** Of the failures that led to one another the one that has a name, else the innermost. */
function reasonOfSending(error: unknown): string {
  let reason = reasonOf(error)
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause.message.replace('sources be fetched from', 'webhooks reach')
    reason = cause.message || reason
  }
  return reason
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {}
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }
}
