import type { ReferenceStore, StoredReference } from '../../src/catalog/catalog.js'
import { AppError } from '../../src/errors.js'
import { isWebAddress, type ReferenceBase } from '../sources/resolve-reference.js'
import type { FetchedBody, FetchOptions, FetchResult } from './fetch-body.js'
import { isNear } from './open-response.js'
import { readReference } from './read-reference.js'

/** What items refer to, with a memory: what came from the web once is asked for conditionally and outlives its server. */

export interface ReferenceReader {
  /**
   * Reads and parses what is at an address. When it cannot be had, or what came now cannot be parsed, the text that came
   * last is parsed instead and `onStale` told why.
   * @throws what `readReference` and `parse` throw when there is no older text
   */
  read<Value>(
    url: string,
    parse: (text: string, mediaType: string | null) => Value,
    onStale: (error: AppError) => void,
  ): Promise<Value>
}

/**
 * What was fetched before is asked for again in turn, so many in one pull: those that were asked longest ago. A feed of
 * a thousand episodes, looked at every hour, costs its host no more than one of twenty. Hosts of the own machine and
 * network are always asked.
 */
const maxAskedAgain = 25

/**
 * @param base where the source was read from
 * @param urls all that its items refer to now: what else is kept takes nobody's turn
 */
export async function referenceReader(
  sourceId: string,
  base: ReferenceBase,
  store: ReferenceStore,
  options: Pick<FetchOptions, 'allowPrivate' | 'signal' | 'queue'>,
  urls: Iterable<string>,
): Promise<ReferenceReader> {
  const isAlwaysDue = (url: string): boolean => options.allowPrivate && isNear(new URL(url).hostname)
  const current = new Set(urls)
  const inTurn = (await store.listStalestReferences(sourceId)).filter(
    (url) => current.has(url) && !isAlwaysDue(url),
  )
  const due = new Set(inTurn.slice(0, maxAskedAgain))
  // Now, whatever comes of it: one that fails, or is not needed this time, must not keep the others from their turn.
  if (due.size > 0) await store.touchReferences(sourceId, [...due], new Date().toISOString())

  return {
    async read(url, parse, onStale) {
      const stored = isWebAddress(url) ? await store.findReference(sourceId, url) : null
      const parseStored = ({ text, mediaType }: StoredReference) => parse(text, mediaType)
      if (stored && !due.has(url) && !isAlwaysDue(url)) return parseStored(stored)
      const fallBack = (error: unknown) => {
        if (!(error instanceof AppError) || isOurOwn(error) || !stored) throw error
        onStale(error)
        return parseStored(stored)
      }

      let answer: FetchResult
      try {
        answer = await readReference(url, base, { ...options, ...conditions(stored) })
      } catch (error) {
        return fallBack(error)
      }
      if (answer.status === 'unchanged') {
        if (stored) return parseStored(stored)
        throw new AppError('FETCH_FAILED', `${url} answered "not modified" to a request without conditions.`)
      }
      let value: ReturnType<typeof parse>
      try {
        value = parse(answer.text, answer.mediaType)
      } catch (error) {
        if (answer.bodyHash === stored?.bodyHash) throw error
        return fallBack(error)
      }
      if (isWebAddress(url) && isNews(answer, stored)) await store.saveReference(sourceId, url, keep(answer))
      return value
    },
  }
}

/** Trouble of this machine, which says nothing about what was asked for. */
export const isOurOwn = ({ code }: AppError): boolean =>
  code.startsWith('CATALOG_') || code === 'INGEST_INTERRUPTED'

const conditions = (stored: StoredReference | null) =>
  stored && { etag: stored.etag, lastModified: stored.lastModified, validatedUrl: stored.finalUrl }

const isNews = (fetched: FetchedBody, stored: StoredReference | null): boolean =>
  stored?.bodyHash !== fetched.bodyHash ||
  stored.etag !== fetched.etag ||
  stored.lastModified !== fetched.lastModified ||
  stored.mediaType !== fetched.mediaType ||
  stored.finalUrl !== fetched.url

const keep = ({ text, mediaType, etag, lastModified, bodyHash, url }: FetchedBody): StoredReference => ({
  text,
  mediaType,
  etag,
  lastModified,
  bodyHash,
  fetchedAt: new Date().toISOString(),
  finalUrl: url,
})
