import type { Catalog } from '../catalog/catalog.js'
import type { ConceptState, ConceptUpdate } from '../catalog/concept-store.js'
import { noCorrections } from '../domain/corrections.js'
import type { Concept } from '../domain/concept.js'
import { buildConcepts } from './build-concepts.js'
import { conceptKey } from './concept-key.js'
import { conceptVersion } from './concept-version.js'
import { DocumentRecords } from './document-records.js'
import { compilePatterns } from './match/compile-patterns.js'
import { extractEvidence } from './extract/extract-evidence.js'
import { noNotes, packNotes, printConcept, unpackNotes, type FollowerNotes } from './follower-notes.js'
import { matchLibrary } from './match-library.js'
import { findSynonyms } from './resolve/find-synonyms.js'
import { loadGeneralEnglish } from './resolve/general-english.js'
import { prepareNames } from './resolve/resolve-concepts.js'
import { describeSought, seekForms, seekNames } from './resolve/seek-names.js'
import { changedKeys, findMoved, findRenamed, joinPassages } from './what-moved.js'

/**
 * Catalog changes → concepts. What each document says is read once and kept; what all of them say together is worked out
 * anew at each step, which is cheap; documents are read again only where a name came, went or moved.
 */

/** Vectors of these names, in their order. */
export type EmbedNames = (names: readonly string[]) => Promise<Float32Array[]>

const recordsPerPage = 200

export interface FollowReport {
  /** Documents read anew. */
  documents: number
  /** Documents looked through again for names that came, went or moved. */
  rematched: number
  concepts: number
}

export class ConceptFollower {
  readonly #records: DocumentRecords
  /** Name as it was embedded → its vector: another way to write it has another one. */
  readonly #vectors = new Map<string, Float32Array>()
  #notes: FollowerNotes = noNotes
  /** Undefined when what is in memory is not what the catalog has. */
  #state: ConceptState | null | undefined
  readonly #version: string

  /** @param model key of the model whose vectors `embed` gives */
  constructor(
    private readonly catalog: Catalog,
    model: string,
  ) {
    this.#version = conceptVersion(model)
    this.#records = new DocumentRecords(catalog)
  }

  /**
   * Applies every change and every edit since the last step. Null when there is nothing to do, and when another process
   * was faster: the next call goes on from there.
   */
  async follow(embed: EmbedNames): Promise<FollowReport | null> {
    const seq = await this.catalog.latestSeq()
    const edits = await this.catalog.listConceptEdits()
    const to: ConceptState = { seq, edit: edits.at(-1)?.id ?? 0, version: this.#version }
    if (isSameState(await this.catalog.readConceptState(), to)) return null
    await this.open()
    const from = this.#state ?? null
    // Until the step is written, memory is ahead of the catalog: when it fails, the next one reads everything again.
    this.#state = undefined

    const { read, removed } = await this.#readChanges(from?.seq ?? 0, seq)
    const english = loadGeneralEnglish()
    const records = this.#records.inOrder()
    const library = {
      documents: records.map(({ evidence }) => evidence),
      table: this.#records.table,
      showNames: await this.#showNames(),
      edits: edits.map(({ edit }) => edit),
    }
    const { people, forms, resolve } = prepareNames(library, english)
    const first = resolve([])
    const newVectors = await this.#embedMissing(first, embed)
    const synonyms = findSynonyms(this.#vectorsOf(first))
    const resolved = synonyms.length > 0 ? resolve(synonyms) : first

    // A form that is a concept all the same goes before.
    const sought = [...seekForms(forms), ...seekNames(resolved, this.#records.table, english)]
    const soughtNow = describeSought(sought)
    const changed = changedKeys(this.#notes.sought, soughtNow)
    const rematched = await matchLibrary(this.catalog, this.#records, { sought, changed, read })
    const known = await this.catalog.readIssuedSlugs()
    const issued = new Map(known)
    const built = buildConcepts({ resolved, people, records, issued, vectors: this.#vectorsOf(resolved) })
    const notes: FollowerNotes = {
      sought: soughtNow,
      slugOfKey: built.slugOfKey,
      people: people.names,
      written: new Map(built.concepts.map((concept) => [concept.slug, printConcept(concept)])),
    }
    const touched = joinPassages(
      new Map(
        [...read, ...findRenamed(records, changedKeys(this.#notes.people, people.names))].map(
          (documentId) => [documentId, null],
        ),
      ),
      rematched,
      findMoved(records, changedKeys(this.#notes.slugOfKey, built.slugOfKey)),
    )
    const update: ConceptUpdate = {
      from,
      to,
      documents: [...touched].map(([documentId, passageIds]) => ({
        documentId,
        ...this.#records.pack(documentId),
        mentions: built.mentionsOf(documentId).filter(({ passageId }) => passageIds?.has(passageId) ?? true),
        people: built.peopleOf(documentId),
        ...(passageIds && { passageIds }),
      })),
      removedDocuments: removed,
      ...this.#compare(built.concepts, notes.written),
      issuedSlugs: new Map([...issued].filter(([slug]) => !known.has(slug))),
      nameVectors: newVectors,
      notes: packNotes(notes),
      counts: this.#records.packCounts(),
    }
    if (!(await this.catalog.applyConcepts(update))) return null
    this.#state = to
    this.#notes = notes
    this.#records.markWritten()
    return { documents: read.length, rematched: rematched.size, concepts: built.concepts.length }
  }

  /** Reads what the step before left, of this process or of another one, unless it is in memory. Not during a step. */
  async open(): Promise<void> {
    const state = await this.catalog.readConceptState()
    if (this.#state !== undefined && isSameState(state, this.#state)) return
    if (state && state.version !== this.#version) {
      await this.catalog.clearConcepts()
      return this.open()
    }
    const [notes] = await Promise.all([this.#readLibrary(), warmUp()])
    this.#notes = notes
    this.#state = state
  }

  async #readLibrary(): Promise<FollowerNotes> {
    const { catalog } = this
    const [counts, packed, vectors] = await Promise.all([
      catalog.readConceptCounts(),
      catalog.readConceptNotes(),
      catalog.readNameVectors(),
    ])
    this.#records.restore(counts)
    for (let after: string | null = null; ;) {
      const page = await catalog.readConceptOutlines(after, recordsPerPage)
      for (const outline of page) this.#records.load(outline)
      after = page.at(-1)?.documentId ?? null
      if (page.length < recordsPerPage) break
    }
    this.#vectors.clear()
    for (const [key, bytes] of vectors) this.#vectors.set(key, new Float32Array(new Uint8Array(bytes).buffer))
    return packed ? unpackNotes(packed) : noNotes
  }

  /** Reads what every document that changed says. What is gone or withdrawn says nothing any more. */
  async #readChanges(fromSeq: number, toSeq: number): Promise<{ read: string[]; removed: string[] }> {
    const read = new Set<string>()
    const removed = new Set<string>()
    for (let seq = fromSeq; seq < toSeq;) {
      const rows = await this.catalog.changesSince(seq, recordsPerPage)
      if (rows.length === 0) break
      seq = rows.at(-1)?.seq ?? toSeq
      for (const { documentId } of rows) {
        const document = await this.catalog.findDocument(documentId)
        if (!document || document.status === 'withdrawn') {
          if (await this.#records.remove(documentId)) removed.add(documentId)
          read.delete(documentId)
          continue
        }
        const corrections =
          (await this.catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
        const passages = await this.catalog.readPassages(documentId)
        await this.#records.set(extractEvidence(document, passages, corrections))
        read.add(documentId)
        removed.delete(documentId)
      }
    }
    return { read: [...read], removed: [...removed] }
  }

  async #showNames(): Promise<string[]> {
    const sources = await this.catalog.listSources()
    const series = this.#records.inOrder().map(({ evidence }) => evidence.series)
    return [...sources.map(({ title }) => title), ...series.filter((title) => title !== null)]
  }

  async #embedMissing(
    concepts: readonly { name: string }[],
    embed: EmbedNames,
  ): Promise<ConceptUpdate['nameVectors']> {
    const missing = [...new Set(concepts.map(({ name }) => name))].filter((name) => !this.#vectors.has(name))
    if (missing.length === 0) return []
    const vectors = await embed(missing)
    return missing.map((name, at) => {
      const vector = vectors[at] ?? new Float32Array()
      this.#vectors.set(name, vector)
      return { key: name, bytes: new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength) }
    })
  }

  /** `conceptKey` of each name → its vector. */
  #vectorsOf(concepts: readonly { name: string }[]): Map<string, Float32Array> {
    const vectors = new Map<string, Float32Array>()
    for (const { name } of concepts) {
      const vector = this.#vectors.get(name)
      if (vector) vectors.set(conceptKey(name), vector)
    }
    return vectors
  }

  /** What differs from what is written. */
  #compare(
    concepts: readonly Concept[],
    prints: FollowerNotes['written'],
  ): Pick<ConceptUpdate, 'concepts' | 'removedConcepts'> {
    const { written } = this.#notes
    return {
      concepts: concepts.filter(({ slug }) => written.get(slug) !== prints.get(slug)),
      removedConcepts: [...written.keys()].filter((slug) => !prints.has(slug)),
    }
  }
}

/** What a step needs beside the catalog: made while that reads. */
async function warmUp(): Promise<void> {
  await Promise.resolve()
  compilePatterns()
  loadGeneralEnglish()
}

const isSameState = (a: ConceptState | null, b: ConceptState | null): boolean =>
  a?.seq === b?.seq && a?.edit === b?.edit && a?.version === b?.version
