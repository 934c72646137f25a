import type { Catalog, StoredPassage, VectorSpace } from '../catalog/catalog.js'
import { correctSpeaker, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Document } from '../domain/document.js'
import { findNicknames } from '../domain/nicknames.js'
import { quantizedFromBytes } from '../embed/quantize.js'
import type { DocumentChange, IndexEntry, SearchIndex } from './search-index.js'

/** Catalog changes → index. The index keeps its own watermark, so following can stop and go on at any moment. */

/** The spaces of the vectors that the index holds. */
export interface IndexSpaces {
  passages: VectorSpace
  sentences: VectorSpace
}

/** Documents read and applied at a time: bounds memory, and how much a crash makes it do again. */
const documentsPerStep = 4

export interface FollowOptions {
  spaces: IndexSpaces
  signal?: AbortSignal
}

/**
 * Applies every change after the index's watermark. Returns the number of documents applied.
 * A document that changes meanwhile is simply applied again at its newer number.
 */
export async function followCatalog(
  catalog: Catalog,
  index: SearchIndex,
  { spaces, signal }: FollowOptions,
): Promise<number> {
  let applied = 0
  let watermark = await index.watermark()
  while (!signal?.aborted) {
    const rows = await catalog.changesSince(watermark, documentsPerStep)
    const last = rows.at(-1)
    if (!last) break
    const changes: DocumentChange[] = []
    for (const { documentId } of rows) changes.push(await readChange(catalog, documentId, spaces))
    await index.apply(changes, last.seq)
    watermark = last.seq
    applied += rows.length
  }
  return applied
}

async function readChange(
  catalog: Catalog,
  documentId: string,
  spaces: IndexSpaces,
): Promise<DocumentChange> {
  const document = await catalog.findDocument(documentId)
  if (!document) return { documentId, entries: [] }
  const passages = await catalog.readPassages(documentId)
  const vectors = await catalog.findVectors(
    spaces.passages,
    passages.map(({ inputHash }) => inputHash),
  )
  const sentences = await catalog.findVectors(
    spaces.sentences,
    passages.flatMap(({ sentenceHashes }) => sentenceHashes),
  )
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const nicknames = findNicknames(document.description)
  return {
    documentId,
    entries: passages.map((passage) =>
      toEntry(document, passage, { vectors, sentences, corrections, nicknames }),
    ),
  }
}

interface EntryParts {
  /** By input hash. */
  vectors: ReadonlyMap<string, Uint8Array>
  sentences: ReadonlyMap<string, Uint8Array>
  corrections: Corrections
  /** Name → what its notes call that person, too. */
  nicknames: ReadonlyMap<string, string>
}

function toEntry(
  document: Document,
  passage: StoredPassage,
  { vectors, sentences, corrections, nicknames }: EntryParts,
): IndexEntry {
  const speakers = new Set(passage.sentences.map(({ speaker }) => correctSpeaker(speaker, corrections)))
  const vector = vectors.get(passage.inputHash)
  const sentenceVectors = passage.sentenceHashes.map((hash) => sentences.get(hash))
  return {
    passageId: passage.id,
    documentId: document.id,
    ordinal: passage.ordinal,
    sourceId: document.sourceId,
    kind: document.kind,
    language: document.language,
    publishedAt: document.publishedAt,
    speakers: [...speakers]
      .filter((speaker) => speaker !== null)
      .map((name) => withNickname(name, nicknames)),
    ad: passage.ad,
    withdrawn: document.status === 'withdrawn',
    title: document.title,
    chapter: passage.chapter ?? '',
    text: passage.text,
    sentences: passage.sentences.map(({ from, to }) => ({ from, to })),
    vector: vector ? floatsFromBytes(vector) : null,
    sentenceVectors: sentenceVectors.every((bytes) => bytes !== undefined)
      ? sentenceVectors.map(quantizedFromBytes)
      : null,
  }
}

/** A speaker is found by any words of the name: with one more, by that too. */
function withNickname(name: string, nicknames: ReadonlyMap<string, string>): string {
  const nickname = nicknames.get(name)
  return nickname === undefined ? name : `${name} ${nickname}`
}

/** Copies: the bytes of a row need not start at a multiple of four. */
function floatsFromBytes(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer)
}
