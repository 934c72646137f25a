import type { Catalog } from '../catalog/catalog.js'
import { SuggestionIndex } from './suggestion-index.js'
import type { Match, SuggestionProvider } from './suggestion.js'

/** Titles of sources that have documents. They are few, and a pull may rename one: all are read each time. */
export class SourceProvider implements SuggestionProvider {
  readonly #index = new SuggestionIndex()
  #counts: Awaited<ReturnType<Catalog['countDocumentsBySource']>> = new Map()
  /** Of the counts. */
  #seq = 0

  constructor(
    private readonly catalog: Pick<Catalog, 'latestSeq' | 'listSources' | 'countDocumentsBySource'>,
  ) {}

  async refresh(): Promise<void> {
    const seq = await this.catalog.latestSeq()
    if (seq !== this.#seq) this.#counts = await this.catalog.countDocumentsBySource()
    this.#seq = seq
    const sources = await this.catalog.listSources()
    this.#index.clear()
    for (const { id, title } of sources) {
      const { episode = 0, short = 0, post = 0 } = this.#counts.get(id)?.documents ?? {}
      const weight = episode + short + post
      if (weight > 0) this.#index.set(id, { kind: 'source', text: title, weight, sourceId: id })
    }
  }

  find(typed: string, limit: number): Match[] {
    return this.#index.find(typed, limit)
  }
}
