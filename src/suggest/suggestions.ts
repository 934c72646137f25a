import type { ChangeLog, NameStore, QueryStore } from '../catalog/catalog.js'
import { balanceKinds } from './balance-kinds.js'
import { NameProvider } from './name-provider.js'
import { QueryProvider, type AskedQuery } from './query-provider.js'
import type { Suggestion, SuggestionProvider } from './suggestion.js'

/** What was added is suggested after this long at the latest, when somebody types. */
const refreshEveryMs = 1000

export interface SuggestionOptions {
  /** Whether queries are remembered and suggested. */
  keepQueries: boolean
  /** Told of what fails in the background. */
  onError: (error: unknown) => void
  /** Further kinds. */
  providers?: readonly SuggestionProvider[]
}

/** Suggestions as you type, answered from memory; what is in memory follows the catalog in the background. */
export class Suggestions {
  readonly #stopping = new AbortController()
  readonly #queries: QueryProvider
  readonly #providers: readonly SuggestionProvider[]
  #refreshing: Promise<void> | undefined
  #refreshedAtMs = -Infinity

  constructor(
    catalog: ChangeLog & NameStore & QueryStore,
    private readonly options: SuggestionOptions,
  ) {
    this.#queries = new QueryProvider(catalog)
    this.#providers = [
      new NameProvider(catalog, this.#stopping.signal),
      ...(options.keepQueries ? [this.#queries] : []),
      ...(options.providers ?? []),
    ]
  }

  /** Every typed word begins a word of what is suggested. Nothing typed: nothing. At most `limit`, kinds balanced. */
  suggest(typed: string, limit: number): Suggestion[] {
    void this.refresh()
    return balanceKinds(
      this.#providers.flatMap((provider) => provider.find(typed, limit)),
      limit,
    )
  }

  /** Brings what is in memory up to date, unless that was done a moment ago; never rejects. */
  refresh(): Promise<void> {
    const isDue = performance.now() - this.#refreshedAtMs >= refreshEveryMs
    if (!this.#refreshing && isDue && !this.#stopping.signal.aborted)
      this.#refreshing = this.#refreshAll().finally(() => {
        this.#refreshedAtMs = performance.now()
        this.#refreshing = undefined
      })
    return this.#refreshing ?? Promise.resolve()
  }

  /**
   * Remembers a search that its listener meant: call it for those that the client asks to remember, not for each letter
   * typed. One that found nothing is kept too, and never suggested. Does nothing when queries are not kept; never
   * rejects.
   */
  async recordQuery(query: AskedQuery): Promise<void> {
    if (!this.options.keepQueries) return
    await this.#queries.record(query, new Date().toISOString()).catch(this.options.onError)
  }

  /** Also what was kept while queries were kept. */
  forgetQueries(): Promise<void> {
    return this.#queries.forgetAll()
  }

  /** Ends after the step under way. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#refreshing
  }

  async #refreshAll(): Promise<void> {
    for (const provider of this.#providers)
      await provider.refresh(this.#stopping.signal).catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) this.options.onError(error)
      })
  }
}
