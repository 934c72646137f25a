import type Database from 'better-sqlite3'
import type { Ranking } from '../../domain/ranking.js'
import type { QueryTerm } from '../analyze.js'
import type { Token } from '../tokenize.js'
import type { PassageEvidence, PassageSentences, Probe, SearchFilter } from '../search-index.js'
import type { DenseIndex } from './dense-index.js'
import type { EntryChanges } from './entry-writer.js'
import { EvidenceReader } from './evidence-reader.js'
import { readEntries, type LoadedEntry } from './index-reads.js'
import { InvertedIndex } from './inverted-index.js'
import { LibraryWords } from './library-words.js'
import { LabelFilter } from './label-filter.js'
import type { LabelSet } from './label-set.js'
import { PassageMap } from './passage-map.js'
import { TextFilter } from './text-filter.js'
import { TopLabels, type ScoredLabel } from './top-labels.js'
import { vectorOfBytes } from './vector-arena.js'

/** What is searched, in memory: the words and the vectors of all passages, kept equal to what the database holds. */
export class PassageSearcher {
  readonly #database: Database.Database
  readonly #dense: DenseIndex
  readonly #labelFilter: LabelFilter
  #map = new PassageMap()
  #lexical = new InvertedIndex()
  #words = new LibraryWords(this.#lexical)
  #evidence: EvidenceReader
  #lastLoaded = 0
  /** Counts what came and went, for what is kept from one search to the next. */
  #changes = 0
  #narrowed: { key: string; labels: LabelSet } | undefined

  /** @param database the reading connection */
  constructor(database: Database.Database, dense: DenseIndex) {
    this.#database = database
    this.#dense = dense
    this.#labelFilter = new LabelFilter(database)
    this.#evidence = this.#openEvidence()
  }

  /**
   * Takes in the next entries of the database, about a millisecond's worth. False when there are none.
   * @param isNew they came after all words were read
   */
  loadSome(isNew = false): boolean {
    const rows = readEntries(this.#database, this.#lastLoaded)
    for (const row of rows) this.#take(row, isNew)
    return rows.length > 0
  }

  /** What the writer of this process committed. */
  follow({ added, removed }: EntryChanges): void {
    this.#changes++
    this.#labelFilter.forget(removed.map(({ label }) => label))
    for (const text of removed) {
      this.#lexical.remove(text)
      this.#map.remove(text.label)
      this.#words.remove(text)
      this.#dense.remove(text.label)
    }
    for (const { text, vector } of added) {
      this.#lexical.add(text)
      this.#map.add(text)
      this.#words.add(text)
      if (vector) this.#dense.add(text.label, vector)
      this.#lastLoaded = text.label
    }
  }

  /** What another process committed. Cost: when something was removed, that of loading all words again, a second for 15,000 passages. */
  catchUp(): void {
    this.#changes++
    this.#labelFilter.clear()
    const labels = new Set(this.#database.prepare<[], number>('SELECT label FROM entries').pluck().all())
    for (const label of [...this.#dense.labels()]) if (!labels.has(label)) this.#dense.remove(label)
    const known = this.#lexical.size
    let stillThere = 0
    for (const label of labels) if (this.#lexical.has(label)) stillThere++
    const isNew = stillThere === known
    if (!isNew) {
      this.#forgetWords()
      this.#lastLoaded = 0
    }
    while (this.loadSome(isNew));
  }

  clear(): void {
    this.#changes++
    this.#labelFilter.clear()
    this.#forgetWords()
    this.#dense.clear()
  }

  /** Takes in one more word for the spelling, some microseconds. False when it has all. */
  learnWord(): boolean {
    return this.#words.readNext()
  }

  findAlternatives(terms: readonly QueryTerm[]): QueryTerm[] {
    return this.#words.findAlternatives(terms)
  }

  suggestSpelling(text: string, words: readonly Token[], language: string | null): string | null {
    return this.#words.suggestSpelling(text, words, language)
  }

  languagesOf(words: readonly string[]): string[][] {
    return words.map((word) => this.#lexical.languagesOf(word))
  }

  searchLexical(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Ranking {
    const count = Math.max(0, Math.floor(depth))
    if (count === 0 || terms.length === 0) return []
    const { scores } = this.#lexical.score(terms)
    const allowed = this.#allow(filter)
    const best = new TopLabels(count)
    for (let label = 1; label < scores.length; label++) {
      const score = scores[label] ?? 0
      if (score > 0 && allowed.has(label)) best.offer(label, score)
    }
    return this.#rank(best.take(), count)
  }

  searchDense(vector: Float32Array, filter: SearchFilter, depth: number): Ranking {
    const count = Math.max(0, Math.floor(depth))
    return this.#rank(this.#dense.search(vector, this.#allow(filter), count), count)
  }

  listNewest(filter: SearchFilter, depth: number): Ranking {
    const allowed = this.#allow(filter)
    const newest = this.#database
      .prepare<[], { label: number; passageId: string; documentId: string }>(
        `SELECT label, passage_id AS passageId, document_id AS documentId FROM entries
         ORDER BY published_ms DESC NULLS LAST, document_id, ordinal`,
      )
      .iterate()
    const listed = new Map<string, string>()
    for (const { label, passageId, documentId } of newest) {
      if (listed.size >= depth) break
      if (!listed.has(documentId) && allowed.has(label)) listed.set(documentId, passageId)
    }
    return [...listed.values()].map((passageId, index) => ({ passageId, score: 1 / (index + 1) }))
  }

  gatherEvidence(passageIds: readonly string[], probe: Probe): PassageEvidence[] {
    return this.#evidence.gather(passageIds, probe)
  }

  gatherSentences(passageIds: readonly string[], probe: Probe): PassageSentences[] {
    return this.#evidence.gatherSentences(passageIds, probe)
  }

  #forgetWords(): void {
    this.#map = new PassageMap()
    this.#lexical = new InvertedIndex()
    this.#words = new LibraryWords(this.#lexical)
    this.#evidence = this.#openEvidence()
  }

  #openEvidence(): EvidenceReader {
    return new EvidenceReader(this.#database, { dense: this.#dense, lexical: this.#lexical, map: this.#map })
  }

  #take({ vector, ...text }: LoadedEntry, isNew: boolean): void {
    this.#lastLoaded = text.label
    if (!this.#lexical.has(text.label)) {
      this.#lexical.add(text)
      this.#map.add(text)
      if (isNew) this.#words.add(text)
      else this.#words.load(text)
    }
    if (vector && !this.#dense.has(text.label)) this.#dense.add(text.label, vectorOfBytes(vector))
  }

  /** @throws QUERY_INVALID */
  #allow(filter: SearchFilter): LabelSet {
    const allowed = this.#labelFilter.find(filter)
    // Both retrievers ask with the same filter, one after the other.
    const key = `${this.#changes} ${JSON.stringify(filter)}`
    if (this.#narrowed?.key !== key)
      this.#narrowed = {
        key,
        labels: new TextFilter(this.#database, this.#lexical).narrow(allowed, filter),
      }
    return this.#narrowed.labels
  }

  #rank(best: readonly ScoredLabel[], count: number): Ranking {
    return best
      .flatMap(({ label, score }) => {
        const passageId = this.#map.placeOf(label)?.passageId
        return passageId === undefined ? [] : [{ passageId, score }]
      })
      .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
      .slice(0, count)
  }
}
