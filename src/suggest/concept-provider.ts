import type { ConceptState, ConceptStore } from '../catalog/concept-store.js'
import { SuggestionIndex } from './suggestion-index.js'
import type { Match, Suggestable, SuggestionProvider } from './suggestion.js'

/** Read and entered between two turns of the event loop: a millisecond or two of work. */
const conceptsAtOnce = 50
/** All are read again after a change: during a long pull no more often than this, unless a user edited some. */
const readEveryMs = 10_000

/** Names of concepts, found by each of their names too. Follows them as often as they are found anew. */
export class ConceptProvider implements SuggestionProvider {
  readonly #index = new SuggestionIndex()
  /** Key in the index → what is kept there. */
  #entered = new Map<string, Suggestable>()
  #state: ConceptState | null = null
  #readAtMs = -Infinity

  constructor(
    private readonly catalog: Pick<ConceptStore, 'readConceptState' | 'listConcepts'>,
    private readonly options: { readEveryMs: number } = { readEveryMs },
  ) {}

  async refresh(signal?: AbortSignal): Promise<void> {
    const state = await this.catalog.readConceptState()
    if (!this.#isDue(state)) return
    const entered = new Map<string, Suggestable>()
    let cursor: string | null = null
    do {
      const page = await this.catalog.listConcepts({}, { limit: conceptsAtOnce, cursor })
      for (const concept of page.concepts)
        for (const [key, suggestable] of listNames(concept)) {
          entered.set(key, suggestable)
          if (!isSame(this.#entered.get(key), suggestable)) this.#index.set(key, suggestable)
        }
      cursor = page.next
      // What was entered is in the index, what is there from before stays until all were read.
      if (signal?.aborted) return
    } while (cursor !== null)
    for (const key of this.#entered.keys()) if (!entered.has(key)) this.#index.delete(key)
    this.#entered = entered
    this.#state = state
    this.#readAtMs = performance.now()
  }

  find(typed: string, limit: number): Match[] {
    return this.#index.find(typed, limit)
  }

  #isDue(state: ConceptState | null): boolean {
    if (state?.edit !== this.#state?.edit || state?.version !== this.#state?.version) return true
    const isOld = performance.now() - this.#readAtMs >= this.options.readEveryMs
    return state?.seq !== this.#state?.seq && isOld
  }
}

type Listed = Awaited<ReturnType<ConceptStore['listConcepts']>>['concepts'][number]

function listNames({ slug, name, aliases, mentionCount }: Listed): [string, Suggestable][] {
  const suggestable = { kind: 'concept' as const, text: name, weight: mentionCount, slug }
  return [
    [slug, suggestable],
    ...aliases.map((alias): [string, Suggestable] => [`${slug} ${alias}`, { ...suggestable, alias }]),
  ]
}

const isSame = (a: Suggestable | undefined, b: Suggestable): boolean =>
  a?.text === b.text && a.weight === b.weight && a.alias === b.alias
