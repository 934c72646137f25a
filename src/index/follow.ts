import type { Catalog, StoredPassage, VectorSpace } from '../catalog/catalog.js'
import { correctSpeaker, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Document } from '../domain/document.js'
import type { DocumentChange, IndexEntry, SearchIndex } from './search-index.js'

/** Catalog changes → index. The index keeps its own watermark, so following can stop and go on at any moment. */

/** Documents read and applied at a time: bounds memory, and how much a crash makes it do again. */
const documentsPerStep = 4

export interface FollowOptions {
  /** The space of the passage vectors that the index holds. */
  space: VectorSpace
  signal?: AbortSignal
}

/**
 * Applies every change after the index's watermark. Returns the number of documents applied.
 * A document that changes meanwhile is simply applied again at its newer number.
 */
export async function followCatalog(
  catalog: Catalog,
  index: SearchIndex,
  { space, signal }: FollowOptions,
): Promise<number> {
  let applied = 0
  let watermark = await index.watermark()
  while (!signal?.aborted) {
    const rows = await catalog.changesSince(watermark, documentsPerStep)
    const last = rows.at(-1)
    if (!last) break
    const changes: DocumentChange[] = []
    for (const { documentId } of rows) changes.push(await readChange(catalog, documentId, space))
    await index.apply(changes, last.seq)
    watermark = last.seq
    applied += rows.length
  }
  return applied
}

async function readChange(catalog: Catalog, documentId: string, space: VectorSpace): Promise<DocumentChange> {
  const document = await catalog.findDocument(documentId)
  if (!document) return { documentId, entries: [] }
  const passages = await catalog.readPassages(documentId)
  const hashes = passages.map(({ inputHash }) => inputHash)
  const vectors = await catalog.findVectors(space, hashes)
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  return {
    documentId,
    entries: passages.map((passage) =>
      toEntry(document, passage, vectors.get(passage.inputHash), corrections),
    ),
  }
}

function toEntry(
  document: Document,
  passage: StoredPassage,
  vector: Uint8Array | undefined,
  corrections: Corrections,
): IndexEntry {
  const speakers = new Set(passage.sentences.map(({ speaker }) => correctSpeaker(speaker, corrections)))
  return {
    passageId: passage.id,
    documentId: document.id,
    sourceId: document.sourceId,
    kind: document.kind,
    language: document.language,
    publishedAt: document.publishedAt,
    speakers: [...speakers].filter((speaker) => speaker !== null),
    ad: passage.ad,
    withdrawn: document.status === 'withdrawn',
    title: document.title,
    chapter: passage.chapter ?? '',
    text: passage.text,
    vector: vector ? floatsFromBytes(vector) : null,
  }
}

/** Copies: the bytes of a row need not start at a multiple of four. */
function floatsFromBytes(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer)
}
