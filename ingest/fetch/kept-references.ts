import type { ReferenceStore, StoredReference } from '../../src/catalog/catalog.js'
import { AppError } from '../../src/errors.js'
import { isWebAddress, type ReferenceBase } from '../sources/resolve-reference.js'
import { isNear, type FetchedBody, type FetchOptions } from './fetch-body.js'
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

/** @param base where the source was read from */
export async function referenceReader(
  sourceId: string,
  base: ReferenceBase,
  store: ReferenceStore,
  options: Pick<FetchOptions, 'allowPrivate' | 'signal' | 'queue'>,
): Promise<ReferenceReader> {
  const due = new Set(await store.listStalestReferences(sourceId, maxAskedAgain))
  const isDue = (url: string): boolean =>
    due.has(url) || (options.allowPrivate && isNear(new URL(url).hostname))
  return {
    async read(url, parse, onStale) {
      const stored = isWebAddress(url) ? await store.findReference(sourceId, url) : null
      const parseStored = ({ text, mediaType }: StoredReference) => parse(text, mediaType)
      if (stored && !isDue(url)) return parseStored(stored)
      let fetched: FetchedBody | null = null
      try {
        const { etag = null, lastModified = null } = stored ?? {}
        const answer = await readReference(url, base, { ...options, etag, lastModified })
        if (answer.status === 'unchanged') {
          if (stored) {
            await store.touchReference(sourceId, url, new Date().toISOString())
            return parseStored(stored)
          }
          throw new AppError(
            'FETCH_FAILED',
            `${url} answered "not modified" to a request without conditions.`,
          )
        }
        fetched = answer
        const value = parse(answer.text, answer.mediaType)
        if (isWebAddress(url) && isNews(answer, stored))
          await store.saveReference(sourceId, url, keep(answer))
        return value
      } catch (error) {
        if (
          !(error instanceof AppError) ||
          isOurOwn(error) ||
          !stored ||
          fetched?.bodyHash === stored.bodyHash
        )
          throw error
        onStale(error)
        return parseStored(stored)
      }
    },
  }
}

/** Trouble of this machine, which says nothing about what was asked for. */
export const isOurOwn = ({ code }: AppError): boolean =>
  code.startsWith('CATALOG_') || code === 'INGEST_INTERRUPTED'

const isNews = (fetched: FetchedBody, stored: StoredReference | null): boolean =>
  stored?.bodyHash !== fetched.bodyHash ||
  stored.etag !== fetched.etag ||
  stored.lastModified !== fetched.lastModified

const keep = ({ text, mediaType, etag, lastModified, bodyHash }: FetchedBody): StoredReference => ({
  text,
  mediaType,
  etag,
  lastModified,
  bodyHash,
  fetchedAt: new Date().toISOString(),
})
