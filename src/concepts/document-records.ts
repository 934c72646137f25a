import { keyWords } from './concept-key.js'
import type { DocumentEvidence } from './extract/evidence.js'
import { packJson, unpackJson } from './extract/evidence.js'
import type { NameMatch } from './match/match-document.js'
import { TermTable } from './resolve/term-table.js'

/** What is known of each document, in memory: what it says, and which names were found in it. */

/** Without what the tables hold. */
export type LightEvidence = Omit<DocumentEvidence, 'terms' | 'words'>

export interface DocumentRecord {
  evidence: LightEvidence
  matches: NameMatch[]
  /** All of its evidence, packed: to be taken out of the tables again. */
  packed: Uint8Array
}

/** Bytes of a number that says how long the first part of a packed record is. */
const headerBytes = 4

export class DocumentRecords {
  table = new TermTable()
  readonly #records = new Map<string, DocumentRecord>()
  /** Word → documents that hold it, each once. Lists, since sets of a million entries take three times as long to fill. */
  readonly #holders = new Map<string, string[]>()

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
  set(evidence: DocumentEvidence): void {
    this.remove(evidence.documentId)
    this.#add(evidence, [], packJson(evidence))
  }

  /** @param bytes as `pack` gave them */
  load(bytes: Uint8Array): void {
    const { byteOffset, byteLength, buffer } = bytes
    const length = new DataView(buffer, byteOffset, byteLength).getUint32(0)
    // A copy: the row that it came in is not kept.
    const packed = bytes.slice(headerBytes, headerBytes + length)
    const matches = unpackJson(bytes.subarray(headerBytes + length)) as NameMatch[]
    this.#add(unpackJson(packed) as DocumentEvidence, matches, packed)
  }

  setMatches(documentId: string, matches: NameMatch[]): void {
    const record = this.#records.get(documentId)
    if (record) record.matches = matches
  }

  /** Replaces the matches of some passages of a document. @param matches of these passages, in order */
  replaceMatches(documentId: string, passageIds: ReadonlySet<string>, matches: readonly NameMatch[]): void {
    const record = this.#records.get(documentId)
    if (!record) return
    const others = record.matches.filter(({ passageId }) => !passageIds.has(passageId))
    record.matches = [...others, ...matches].sort((a, b) => a.ordinal - b.ordinal)
  }

  /** @throws {RangeError} for a document that is not there */
  pack(documentId: string): Uint8Array {
    const record = this.#records.get(documentId)
    if (!record) throw new RangeError(`There is no record of document ${documentId}`)
    const matches = packJson(record.matches)
    const bytes = new Uint8Array(headerBytes + record.packed.length + matches.length)
    new DataView(bytes.buffer).setUint32(0, record.packed.length)
    bytes.set(record.packed, headerBytes)
    bytes.set(matches, headerBytes + record.packed.length)
    return bytes
  }

  /** @returns whether it was there */
  remove(documentId: string): boolean {
    const record = this.#records.get(documentId)
    if (!record) return false
    const evidence = unpackJson(record.packed) as DocumentEvidence
    this.table.remove(evidence)
    for (const word of wordsOf(evidence)) {
      const holders = this.#holders.get(word) ?? []
      const place = holders.indexOf(documentId)
      if (place !== -1) holders.splice(place, 1)
    }
    return this.#records.delete(documentId)
  }

  clear(): void {
    this.table = new TermTable()
    this.#records.clear()
    this.#holders.clear()
  }

  /** Passages that hold a name; where a heading holds it, all of the document. By document. @param key `conceptKey` */
  findPassages(key: string): Map<string, string[]> {
    const holders = key.split(' ').map((word) => this.#holders.get(word) ?? [])
    const [rarest = []] = holders.sort((a, b) => a.length - b.length)
    const found = new Map<string, string[]>()
    for (const documentId of rarest) {
      const record = this.#records.get(documentId)
      if (!record) continue
      const passageIds = passagesWith(` ${key} `, record.evidence)
      if (passageIds.length > 0) found.set(documentId, passageIds)
    }
    return found
  }

  #add(evidence: DocumentEvidence, matches: NameMatch[], packed: Uint8Array): void {
    const { terms: _terms, words: _words, ...light } = evidence
    this.table.add(evidence)
    for (const word of wordsOf(evidence)) {
      const holders = this.#holders.get(word)
      if (!holders) this.#holders.set(word, [evidence.documentId])
      else if (holders.at(-1) !== evidence.documentId) holders.push(evidence.documentId)
    }
    this.#records.set(evidence.documentId, { evidence: light, matches, packed })
  }
}

function passagesWith(spaced: string, { lines, passageIds }: LightEvidence): string[] {
  if (!lines.includes(spaced)) return []
  const held = lines.split('\n').flatMap((line, at) => (line.includes(spaced) ? [at] : []))
  return held.some((at) => at >= passageIds.length)
    ? passageIds
    : held.map((at) => passageIds[at]).filter((id) => id !== undefined)
}

/** Those of its headings too. */
function* wordsOf({ words, headings }: DocumentEvidence): Generator<string> {
  for (const [word] of words) yield word
  for (const heading of headings) for (const { key } of keyWords(heading)) yield key
}
