import type { Source } from '../domain/source.js'

/** As long as someone may think about what was found. */
const keptMs = 10 * 60_000
/** Lists of subscriptions are long; a source is a few hundred bytes. */
const maxKept = 1000

/** The sources that were found at locations a moment ago, so that adding one asks its publisher no second time. */
export class RecentLooks {
  readonly #found = new Map<string, { source: Source; atMs: number }>()

  keep(location: string, source: Source, nowMs = Date.now()): void {
    this.#found.delete(location)
    this.#found.set(location, { source, atMs: nowMs })
    const [oldest] = this.#found.keys()
    if (this.#found.size > maxKept && oldest !== undefined) this.#found.delete(oldest)
  }

  /** The sources at all of the locations, as if found now; null when one of them was not looked at lately. */
  find(locations: readonly string[], nowMs = Date.now()): Source[] | null {
    const sources: Source[] = []
    for (const location of locations) {
      const found = this.#found.get(location)
      if (!found || nowMs - found.atMs > keptMs) return null
      sources.push({ ...found.source, addedAt: new Date(nowMs).toISOString() })
    }
    return sources
  }
}
