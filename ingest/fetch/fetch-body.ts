import { createHash } from 'node:crypto'
import { decodeText } from './decode-text.js'
import { shown } from './name-failure.js'
import {
  firstOf,
  openResponse,
  withoutCredentials,
  type OpenResponse,
  type Way,
  type WebOptions,
} from './open-response.js'
import { readBody } from './read-body.js'

/** One conditional request for a text. */

export interface Validators {
  etag?: string | null
  lastModified?: string | null
}

export interface FetchOptions extends Validators, WebOptions {
  /** Where the validators came from, after redirects, where that is known. */
  validatedUrl?: string | null
  maxBytes?: number | undefined
  accept?: string | undefined
}

export interface FetchedBody extends Way {
  status: 'ok'
  text: string
  /** In lower case without parameters; null when the server names none. */
  mediaType: string | null
  etag: string | null
  lastModified: string | null
  /** SHA-256 of the decoded bytes, in hexadecimal. */
  bodyHash: string
}

export type FetchResult = ({ status: 'unchanged' } & Way) | FetchedBody

/** The largest feeds of thousands of episodes with full show notes stay below 20 MB. */
export const maxBodyBytes = 32 * 1024 * 1024
const limits = { maxRedirects: 5, idleTimeoutMs: 30_000, totalTimeoutMs: 180_000 }

/**
 * Fetches a text by http(s). The validators go to the address and to where temporary redirects lead; what is at the
 * target of a permanent one is another file, with dates of its own, unless they are known to be from there.
 * @throws FETCH_TOO_LARGE and what `openResponse` throws
 */
export async function fetchBody(location: string, options: FetchOptions): Promise<FetchResult> {
  const { etag, lastModified, validatedUrl, accept = '*/*' } = options
  const headersFor = (url: URL, isAfterPermanent: boolean) => ({
    accept,
    'accept-encoding': 'gzip, deflate, br',
    ...(isAfterPermanent && withoutCredentials(url) !== validatedUrl
      ? {}
      : {
          ...(etag ? { 'if-none-match': etag } : {}),
          ...(lastModified ? { 'if-modified-since': lastModified } : {}),
        }),
  })
  const opened = await openResponse(location, { ...options, ...limits, headersFor }, (response) =>
    readText(response, options.maxBytes ?? maxBodyBytes),
  )
  const { value, ...way } = opened
  return { ...value, ...way }
}

async function readText(
  { statusCode, headers, body, url }: OpenResponse,
  maxBytes: number,
): Promise<{ status: 'unchanged' } | Omit<FetchedBody, keyof Way>> {
  if (statusCode === 304) {
    await body.dump()
    return { status: 'unchanged' }
  }
  const encoding = headersText(headers['content-encoding'])
  const bytes = await readBody(body, { url: shown(url.href), encoding, maxBytes })
  const contentType = firstOf(headers['content-type'])
  return {
    status: 'ok',
    text: decodeText(bytes, contentType),
    mediaType: contentType?.split(';', 1)[0]?.trim().toLowerCase() || null,
    etag: firstOf(headers.etag),
    lastModified: firstOf(headers['last-modified']),
    bodyHash: createHash('sha256').update(bytes).digest('hex'),
  }
}

const headersText = (header: string | string[] | undefined): string =>
  Array.isArray(header) ? header.join(',') : (header ?? '')
