import type {
  ConceptEvidence,
  ConceptOutline,
  ConceptStore,
  ConceptUpdate,
} from '../catalog/concept-store.js'
import { packJson, packText, unpackJson, unpackText, type DocumentEvidence } from './extract/evidence.js'
import { packMatches, toMatchColumns, unpackMatches, type MatchColumns } from './match/match-columns.js'
import type { NameMatch } from './match/match-document.js'
import { replaceMatches } from './match/replace-matches.js'
import { LibraryCounts } from './library-counts.js'
import type { CountedEvidence, TermTable } from './resolve/term-table.js'

/** What is known of each document: what it says, and which names were found in it. What is seldom asked stays in the catalog. */

/** Without what the tables hold, and without its words. */
export type OutlinedEvidence = Omit<DocumentEvidence, 'terms' | 'words' | 'lines'>

export interface DocumentRecord {
  evidence: OutlinedEvidence
  matches: MatchColumns
}

interface HeldRecord extends DocumentRecord {
  /** Null until they are asked for. */
  lines: string | null
  /** Packed, until it is in the catalog. */
  unwritten: ConceptEvidence | null
}

export class DocumentRecords {
  readonly #records = new Map<string, HeldRecord>()
  readonly #counts = new LibraryCounts()

  /** @param catalog has what was written and not set since */
  constructor(private readonly catalog: Pick<ConceptStore, 'findConceptEvidence'>) {}

  /** Counts of phrases over all of them. */
  get table(): TermTable {
    return this.#counts.table
  }

  get size(): number {
    return this.#records.size
  }

  get(documentId: string): DocumentRecord | undefined {
    return this.#records.get(documentId)
  }

  /** By date, undated first, then by id: the order that decides who was first. */
  inOrder(): DocumentRecord[] {
    const keyOf = ({ evidence }: DocumentRecord) => `${evidence.publishedAt ?? ''} ${evidence.documentId}`
    return [...this.#records.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }

  /** Replaces what was known of the document; its matches are to be set anew. */
  async set(evidence: DocumentEvidence): Promise<void> {
    await this.remove(evidence.documentId)
    const { terms, words, lines, ...outlined } = evidence
    const counts: CountedEvidence = { kind: evidence.kind, terms, words }
    const { documentId } = evidence
    this.#counts.add({ documentId, counts, headingWords: headingWordsOf(evidence) })
    const unwritten = { outline: packJson(outlined), lines: packText(lines), counts: packJson(counts) }
    this.#records.set(documentId, { evidence: outlined, matches: toMatchColumns([]), lines, unwritten })
  }

  /** @returns whether it was there */
  async remove(documentId: string): Promise<boolean> {
    const record = this.#records.get(documentId)
    if (!record) return false
    const packed =
      record.unwritten?.counts ??
      (await this.catalog.findConceptEvidence([documentId], 'counts')).get(documentId)
    // When another process took it out meanwhile, this step is refused, and all is read again.
    const counts = packed && (unpackJson(packed) as CountedEvidence)
    if (counts) this.#counts.remove({ documentId, counts, headingWords: [] })
    return this.#records.delete(documentId)
  }

  setMatches(documentId: string, matches: readonly NameMatch[]): void {
    const record = this.#records.get(documentId)
    if (record) record.matches = toMatchColumns(matches)
  }

  /** Replaces the matches of some passages of a document. @param matches of these passages */
  replaceMatches(documentId: string, passageIds: ReadonlySet<string>, matches: readonly NameMatch[]): void {
    const record = this.#records.get(documentId)
    if (!record) return
    record.matches = replaceMatches(record.matches, passageIds, toMatchColumns(matches))
  }

  /** As it is to be written; no evidence when the catalog has it. @throws {RangeError} for a document that is not there */
  pack(documentId: string): { evidence: ConceptEvidence | null; matches: Uint8Array } {
    const record = this.#records.get(documentId)
    if (!record) throw new RangeError(`There is no record of document ${documentId}`)
    return { evidence: record.unwritten, matches: packMatches(record.matches) }
  }

  /** What all of them say together, as `ConceptUpdate` has it. */
  packCounts(): ConceptUpdate['counts'] {
    return this.#counts.pack()
  }

  /** What was packed is in the catalog. */
  markWritten(): void {
    this.#counts.markWritten()
    for (const record of this.#records.values()) record.unwritten = null
  }

  /** Forgets everything. @param counts parts, of the documents that are loaded then */
  restore(counts: readonly Uint8Array[]): void {
    this.#counts.restore(counts)
    this.#records.clear()
  }

  load({ documentId, outline, matches }: ConceptOutline): void {
    const evidence = unpackJson(outline) as OutlinedEvidence
    const record = { evidence, matches: unpackMatches(matches), lines: null, unwritten: null }
    this.#records.set(documentId, record)
  }

  /** Passages that hold one of the names; where a heading holds it, all of the document. @param keys `conceptKey` */
  async findPassages(keys: readonly string[]): Promise<Map<string, Set<string>>> {
    const candidates = keys.map((key) => ({ key, documentIds: this.#counts.holders.find(key.split(' ')) }))
    await this.#loadLines(candidates.flatMap(({ documentIds }) => documentIds))
    const found = new Map<string, Set<string>>()
    for (const { key, documentIds } of candidates)
      for (const documentId of documentIds) {
        const record = this.#records.get(documentId)
        if (!record) continue
        const passageIds = passagesWith(` ${key} `, record.lines ?? '', record.evidence.passageIds)
        if (passageIds.length === 0) continue
        const known = found.get(documentId) ?? new Set()
        found.set(documentId, known)
        for (const passageId of passageIds) known.add(passageId)
      }
    return found
  }

  async #loadLines(documentIds: readonly string[]): Promise<void> {
    const missing = documentIds.filter((id) => this.#records.get(id)?.lines === null)
    for (const [documentId, lines] of await this.catalog.findConceptEvidence(missing, 'lines')) {
      const record = this.#records.get(documentId)
      if (record) record.lines = unpackText(lines)
    }
  }
}

function passagesWith(spaced: string, lines: string, passageIds: string[]): string[] {
  if (!lines.includes(spaced)) return []
  const held = lines.split('\n').flatMap((line, at) => (line.includes(spaced) ? [at] : []))
  return held.some((at) => at >= passageIds.length)
    ? passageIds
    : held.map((at) => passageIds[at]).filter((id) => id !== undefined)
}

/** Of the lines that come after those of the passages. */
const headingWordsOf = ({ lines, passageIds }: DocumentEvidence): string[] => [
  ...new Set(
    lines
      .split('\n')
      .slice(passageIds.length)
      .flatMap((line) => line.split(' ').filter((word) => word !== '')),
  ),
]
