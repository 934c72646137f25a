import type { AddedSource, SourcePreview } from '../../../client/index.js'
import { isAbort, toApiError, type ApiError } from '../api.js'

/** Locations that someone wants to add: each is looked at, shown, and added when that is what was meant. */

export interface Look {
  location: string
  status: 'waiting' | 'looking' | 'found' | 'failed' | 'adding' | 'added'
  /** When looking began, of this page's clock. */
  sinceMs: number | null
  preview: SourcePreview | null
  error: ApiError | null
  /** The source that it became. */
  sourceId: string | null
}

export interface LookActions {
  look: (location: string, signal: AbortSignal) => Promise<SourcePreview>
  add: (location: string) => Promise<AddedSource>
  onAdded: () => void
}

/** As many as the server looks at. */
const looksAtOnce = 2

export class LookQueue {
  #looks: readonly Look[] = []
  readonly #running = new Map<string, AbortController>()
  readonly #listeners = new Set<(looks: readonly Look[]) => void>()

  constructor(private readonly actions: LookActions) {}

  get looks(): readonly Look[] {
    return this.#looks
  }

  subscribe(listener: (looks: readonly Look[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Those that are listed already stay where they are; what failed or was added is looked at again. */
  start(locations: readonly string[]): void {
    for (const location of locations) {
      const status = this.#find(location)?.status
      if (status === 'failed' || status === 'added') this.#change(location, fresh(location))
    }
    const isNew = (location: string) => this.#find(location) === undefined
    this.#set([...this.#looks, ...locations.filter(isNew).map(fresh)])
    this.#proceed()
  }

  /** Takes it off the list; the server stops looking at it. */
  drop(location: string): void {
    this.#running.get(location)?.abort()
    this.#set(this.#looks.filter((look) => look.location !== location))
    this.#proceed()
  }

  /** Takes off what is not being added. */
  clear(): void {
    for (const { location, status } of this.#looks) if (status !== 'adding') this.drop(location)
  }

  /** One after the other, so that their first pulls come in this order. */
  async add(locations: readonly string[]): Promise<void> {
    const wanted = locations.filter((location) => this.#find(location)?.status === 'found')
    for (const location of wanted) this.#change(location, { status: 'adding', error: null })
    for (const location of wanted)
      try {
        const { source } = await this.actions.add(location)
        this.#change(location, { status: 'added', sourceId: source.id })
        this.actions.onAdded()
      } catch (failure) {
        this.#change(location, { status: 'found', error: toApiError(failure) })
      }
  }

  #proceed(): void {
    while (this.#running.size < looksAtOnce) {
      const next = this.#looks.find(({ status }) => status === 'waiting')
      if (!next) return
      void this.#lookAt(next.location)
    }
  }

  async #lookAt(location: string): Promise<void> {
    const controller = new AbortController()
    this.#running.set(location, controller)
    this.#change(location, { status: 'looking', sinceMs: Date.now() })
    try {
      const preview = await this.actions.look(location, controller.signal)
      if (!controller.signal.aborted) this.#change(location, { status: 'found', preview })
    } catch (failure) {
      if (!isAbort(failure) && !controller.signal.aborted)
        this.#change(location, { status: 'failed', error: toApiError(failure) })
    } finally {
      if (this.#running.get(location) === controller) this.#running.delete(location)
      this.#proceed()
    }
  }

  #find(location: string): Look | undefined {
    return this.#looks.find((look) => look.location === location)
  }

  #change(location: string, change: Partial<Look>): void {
    this.#set(this.#looks.map((look) => (look.location === location ? { ...look, ...change } : look)))
  }

  #set(looks: readonly Look[]): void {
    this.#looks = looks
    for (const listener of this.#listeners) listener(looks)
  }
}

const fresh = (location: string): Look => ({
  location,
  status: 'waiting',
  sinceMs: null,
  preview: null,
  error: null,
  sourceId: null,
})

/** Those that can be added: found, and not in the library. */
export const findAddable = (looks: readonly Look[]): string[] =>
  looks
    .filter(({ status, preview }) => status === 'found' && preview?.known === null)
    .map(({ location }) => location)

/** `3 found, 1 in the library already, 1 cannot be read, 12 to go`. */
export function describeLooks(looks: readonly Look[]): string {
  const count = (isOne: (look: Look) => boolean) => looks.filter(isOne).length
  const parts: [number, string][] = [
    [findAddable(looks).length, 'found'],
    [count(({ status }) => status === 'adding'), 'being added'],
    [count(({ status }) => status === 'added'), 'added'],
    [count(({ status, preview }) => status === 'found' && preview?.known != null), 'in the library already'],
    [count(({ status }) => status === 'failed'), 'cannot be read'],
    [count(({ status }) => status === 'waiting' || status === 'looking'), 'to go'],
  ]
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number.toLocaleString('en')} ${words}`)
    .join(', ')
}
