import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog, PastQuery } from '../../catalog/catalog.js'
import type { ConceptPresence } from '../../catalog/coverage-store.js'
import { conceptKey } from '../../concepts/concept-key.js'
import { minExplanation } from '../../concepts/relate/choose-statements.js'
import type { Embedder } from '../../embed/embedder.js'
import { nextPosition, readPosition } from '../../position-cursor.js'
import { findGaps } from './find-gaps.js'
import { groupByMeaning, groupByWords, type SearchGroup } from './group-searches.js'
import { describeConcepts, describeLongAgo, type CoveredConcept, type LongAgoConcept } from './show-gaps.js'

/** What a library lacks: concepts on one side only, explanations that have aged, searches without an answer. */

export const coverageLists = ['writtenOnly', 'spokenOnly', 'explainedLongAgo', 'searches'] as const
export type CoverageListName = (typeof coverageLists)[number]

export interface CoverageRequest {
  /** One list; null for the beginning of each. */
  list: CoverageListName | null
  /** Entries of each list. */
  limit: number
  /** `next` of the list before, or null. */
  cursor: string | null
  /** From how many months before the newest document on an explanation is long ago. */
  months: number
}

export interface CoverageList<Entry> {
  total: number
  next: string | null
  /** None for a list that was not asked for. */
  entries: Entry[]
}

export interface ShownCoverage {
  /** Date of the newest document: from it on is counted. */
  newestAt: string | null
  writtenOnly: CoverageList<CoveredConcept>
  spokenOnly: CoverageList<CoveredConcept>
  explainedLongAgo: CoverageList<LongAgoConcept>
  /** Searches for which less than three passages fitted well. */
  searches: CoverageList<SearchGroup>
  /** Whether searches are kept: where not, only what was kept before is there. */
  searchesKept: boolean
}

export type ShowCoverage = (request: CoverageRequest) => Promise<ShownCoverage>

interface CoverageParts {
  catalog: Catalog
  embedder: Embedder
  languages: () => Promise<readonly string[]>
  keepQueries: boolean
  onDegraded: (error: unknown) => void
}

const conceptsPerPage = 100
const maxPeople = 20_000
/** A search that less passages fit well found little. */
const enoughFits = 3
/** Of these the most frequent are grouped, */
const maxSearches = 1000
/** and of their groups so many by meaning, which embeds each: a second when all are new. */
const maxEmbeddedGroups = 200

interface Presences {
  newestAt: string | null
  /** Those that are no names of people: nobody explains people. */
  concepts: ConceptPresence[]
}

/**
 * Where concepts are is read once for each state of the library (half a second for 270,000 mentions, in pieces that let
 * others read between them) and kept.
 */
export class Coverage {
  #kept: { key: string; presences: Promise<Presences> } | undefined
  readonly #vectors = new Map<string, Float32Array>()

  constructor(private readonly parts: CoverageParts) {}

  /** @throws QUERY_INVALID for a cursor of none of ours */
  async show({ list, limit, cursor, months }: CoverageRequest): Promise<ShownCoverage> {
    const { catalog } = this.parts
    const { newestAt, concepts } = await this.#readPresences()
    const gaps = findGaps(concepts, { newestAt, months })
    const from = readPosition(cursor)
    const page = <Entry>(name: CoverageListName, all: readonly Entry[]): Entry[] =>
      list === null ? all.slice(0, limit) : list === name ? all.slice(from, from + limit) : []
    const toList = <Entry>(
      name: CoverageListName,
      all: readonly unknown[],
      entries: Entry[],
    ): CoverageList<Entry> => {
      const isAsked = list === null || list === name
      const next = nextPosition(list === name ? from : 0, limit, all.length)
      return { total: all.length, next: isAsked ? next : null, entries }
    }
    const searches = await this.#groupSearches()
    const [written, spoken, longAgo] = await Promise.all([
      describeConcepts(page('writtenOnly', gaps.writtenOnly), catalog),
      describeConcepts(page('spokenOnly', gaps.spokenOnly), catalog),
      describeLongAgo(page('explainedLongAgo', gaps.explainedLongAgo), catalog),
    ])
    return {
      newestAt,
      writtenOnly: toList('writtenOnly', gaps.writtenOnly, written),
      spokenOnly: toList('spokenOnly', gaps.spokenOnly, spoken),
      explainedLongAgo: toList('explainedLongAgo', gaps.explainedLongAgo, longAgo),
      searches: toList('searches', searches, page('searches', searches)),
      searchesKept: this.parts.keepQueries,
    }
  }

  async #readPresences(): Promise<Presences> {
    const key = await this.#readKey()
    if (this.#kept?.key !== key) {
      const presences = this.#read()
      this.#kept = { key, presences }
      presences.catch(() => (this.#kept = undefined))
    }
    return this.#kept.presences
  }

  /** Of everything that the presences are made of. */
  async #readKey(): Promise<string> {
    const { catalog } = this.parts
    const [state, seq] = await Promise.all([catalog.readConceptState(), catalog.latestSeq()])
    return JSON.stringify([state, seq])
  }

  async #read(): Promise<Presences> {
    const { catalog } = this.parts
    const concepts: ConceptPresence[] = []
    const people = new Set((await catalog.listPeople({}, maxPeople)).map(({ name }) => conceptKey(name)))
    for (let after: string | null = null; ;) {
      const page: ConceptPresence[] = await catalog.readConceptPresence(
        after,
        conceptsPerPage,
        minExplanation,
      )
      concepts.push(
        ...page.filter(
          ({ name, aliases }) => ![name, ...aliases].some((each) => people.has(conceptKey(each))),
        ),
      )
      after = page.at(-1)?.slug ?? null
      if (page.length < conceptsPerPage) break
    }
    return { newestAt: await catalog.newestDate(), concepts }
  }

  async #groupSearches(): Promise<SearchGroup[]> {
    const { catalog, languages } = this.parts
    const queries: PastQuery[] = await catalog.listPoorQueries({ below: enoughFits, limit: maxSearches })
    const groups = groupByWords(queries, await languages())
    const embedded = await this.#embed(groups.slice(0, maxEmbeddedGroups).map(({ text }) => text))
    await nextTurn()
    return groupByMeaning(groups, embedded)
  }

  /** Without vectors the words alone make groups. */
  async #embed(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const unknown = texts.filter((text) => !this.#vectors.has(text))
    try {
      const vectors = await this.parts.embedder.embedPassages(unknown)
      // What is asked no more is not kept.
      const wanted = new Set(texts)
      for (const text of [...this.#vectors.keys()]) if (!wanted.has(text)) this.#vectors.delete(text)
      for (const [at, vector] of vectors.entries()) this.#vectors.set(unknown[at] ?? '', vector)
    } catch (error) {
      this.parts.onDegraded(error)
    }
    return texts.map((text) => this.#vectors.get(text) ?? null)
  }
}
