import { createHash } from 'node:crypto'

/** A feed as it was written, with what tells whether a reader has it already. */
export interface CachedFeed {
  body: string
  etag: string
  /** When this body was first written here, in whole seconds. */
  modifiedMs: number
}

interface Entry extends CachedFeed {
  /** What it was written from, and when: another state of the library, or some time, and it is written again. */
  state: number
  writtenMs: number
}

/** Titles of sources and corrections of names leave no trace in the state of the library. */
const maxAgeMs = 5 * 60_000
const maxFeeds = 100

/** The feeds that were asked for last: readers ask every few minutes for what seldom changes. */
export class FeedCache {
  readonly #entries = new Map<string, Entry>()

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** @param state of the library: a feed of the same state is not written again */
  async find(key: string, state: number, write: () => Promise<string>): Promise<CachedFeed> {
    const nowMs = this.now()
    const known = this.#entries.get(key)
    if (known?.state === state && nowMs - known.writtenMs < maxAgeMs) return known
    const body = await write()
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    const modifiedMs = known?.etag === etag ? known.modifiedMs : Math.floor(nowMs / 1000) * 1000
    const entry = { body, etag, modifiedMs, state, writtenMs: nowMs }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > maxFeeds && oldest !== undefined) this.#entries.delete(oldest)
    return entry
  }
}

export interface Conditions {
  'if-none-match'?: string | undefined
  'if-modified-since'?: string | undefined
}

/** Whether the reader has it, as RFC 9110 13.2.2 orders the two conditions; a date counts without a tag only. */
export function isKnownTo(conditions: Conditions, { etag, modifiedMs }: CachedFeed): boolean {
  const tags = conditions['if-none-match']
  if (tags !== undefined)
    return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(conditions['if-modified-since'] ?? '')
  return !Number.isNaN(since) && modifiedMs <= since
}
