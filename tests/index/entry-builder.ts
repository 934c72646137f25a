import type { DocumentChange, IndexEntry, IndexIdentity } from '../../src/index/search-index.js'

/** Entries with nothing special about them, in a space small enough to read. */

export const anIdentity: IndexIdentity = {
  model: 'test@0/fp32/cls/4',
  dimensions: 4,
  segmentationVersion: 1,
  analyzerVersion: 1,
  sentenceScale: 100,
}

export function anEntry(fields: Partial<IndexEntry> & { passageId: string }): IndexEntry {
  const text = fields.text ?? `text of ${fields.passageId}`
  return {
    documentId: 'document-1',
    ordinal: 0,
    sourceId: 'source-1',
    kind: 'episode',
    language: 'en',
    publishedAt: '2024-06-01T00:00:00.000Z',
    speakers: [],
    ad: false,
    withdrawn: false,
    title: '',
    chapter: '',
    text,
    sentences: [{ from: 0, to: text.length }],
    vector: null,
    sentenceVectors: null,
    ...fields,
  }
}

/** Entries → the changes that bring them in, one a document, in order of first appearance. */
export function changesOf(entries: readonly IndexEntry[]): DocumentChange[] {
  const documents = new Map<string, IndexEntry[]>()
  for (const entry of entries)
    documents.set(entry.documentId, [...(documents.get(entry.documentId) ?? []), entry])
  return [...documents].map(([documentId, own]) => ({ documentId, entries: own }))
}

export const vector = (...components: number[]): Float32Array => {
  const length = Math.hypot(...components)
  return Float32Array.from(components, (component) => component / length)
}

/** The same numbers for the same seed, evenly spread over [0, 1). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
