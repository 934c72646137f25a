import { catalogPath, checkIndexFree } from '../adapters.js'
import type { Catalog } from '../catalog/catalog.js'
import { ConceptRunner } from '../concepts/concept-runner.js'
import type { Config } from '../config.js'
import type { Embedder } from '../embed/embedder.js'
import { hasCode } from '../errors.js'

/** Concepts in a process that pulls, unless a server is there to find them; what fails is told and fails nothing else. */

export interface ConceptFinderOptions {
  catalog: Catalog
  /** Any of the configured model. */
  embedder: Embedder
  onError: (error: unknown) => void
}

export class ConceptFinder {
  readonly #runner: ConceptRunner
  #preparing: Promise<void> | undefined

  constructor(
    private readonly config: Config,
    private readonly options: ConceptFinderOptions,
  ) {
    const { catalog, embedder, onError } = options
    this.#runner = new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError })
  }

  /** Reads what finding begins with while others work: seconds of a large library. More than once is once. */
  prepare(): void {
    this.#preparing ??= this.#unlessServed(() => this.#runner.prepare())
  }

  /** Resolves when the concepts are up to date with what was written before the call. */
  async find(): Promise<void> {
    await this.#preparing
    await this.#unlessServed(() => this.#runner.refresh())
  }

  async close(): Promise<void> {
    await this.#preparing
    await this.#runner.close().catch(this.options.onError)
  }

  async #unlessServed(work: () => Promise<unknown>): Promise<void> {
    try {
      await checkIndexFree(this.config)
      await work()
    } catch (error) {
      if (!hasCode(error, 'INDEX_LOCKED')) this.options.onError(error)
    }
  }
}
