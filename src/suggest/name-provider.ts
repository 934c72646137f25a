import type { ChangeLog, DocumentNames, NameStore } from '../catalog/catalog.js'
import { foldText } from './fold-text.js'
import { SuggestionIndex } from './suggestion-index.js'
import type { Match, SuggestionProvider } from './suggestion.js'

/** Read and entered between two turns of the event loop: a millisecond or two of work. */
const documentsAtOnce = 25

/** Titles and speakers of the library, followed by the catalog's change sequence. */
export class NameProvider implements SuggestionProvider {
  readonly #index = new SuggestionIndex()
  readonly #documents = new Map<string, DocumentNames>()
  /** Folded name → name as written → in how many documents. */
  readonly #speakers = new Map<string, Map<string, number>>()
  #seq = 0

  constructor(
    private readonly catalog: ChangeLog & NameStore,
    private readonly signal?: AbortSignal,
  ) {}

  async refresh(): Promise<void> {
    if ((await this.catalog.latestSeq()) === this.#seq) return
    while (!this.signal?.aborted) {
      const changes = await this.catalog.changesSince(this.#seq, documentsAtOnce)
      const last = changes.at(-1)
      if (!last) return
      const ids = changes.map(({ documentId }) => documentId)
      const names = await this.catalog.findNames(ids)
      for (const id of ids) this.#forget(id)
      for (const each of names) this.#enter(each)
      this.#seq = last.seq
    }
  }

  find(typed: string, limit: number): Match[] {
    return this.#index.find(typed, limit)
  }

  #enter(names: DocumentNames): void {
    const { documentId, title, publishedAt, speakers } = names
    this.#documents.set(documentId, names)
    const weight = publishedAt === null ? 0 : Date.parse(publishedAt) || 0
    this.#index.set(`title ${documentId}`, { kind: 'title', text: title, weight, documentId })
    for (const speaker of speakers) this.#countSpeaker(speaker, 1)
  }

  #forget(documentId: string): void {
    const known = this.#documents.get(documentId)
    if (!known) return
    this.#documents.delete(documentId)
    this.#index.delete(`title ${documentId}`)
    for (const speaker of known.speakers) this.#countSpeaker(speaker, -1)
  }

  /** A speaker is one whatever the case and accents, shown as written most. */
  #countSpeaker(name: string, change: 1 | -1): void {
    const folded = foldText(name)
    const spellings = this.#speakers.get(folded) ?? new Map<string, number>()
    const count = (spellings.get(name) ?? 0) + change
    if (count > 0) spellings.set(name, count)
    else spellings.delete(name)
    const [most] = [...spellings].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    if (most) {
      this.#speakers.set(folded, spellings)
      const weight = [...spellings.values()].reduce((total, each) => total + each, 0)
      this.#index.set(`speaker ${folded}`, { kind: 'speaker', text: most[0], weight })
    } else {
      this.#speakers.delete(folded)
      this.#index.delete(`speaker ${folded}`)
    }
  }
}
