import { keyPassages, vectorSpaces } from '../ingest/embed-passages.js'
import type { Catalog, DocumentWrite, StoredPassage, StoredVector } from '../src/catalog/catalog.js'
import { documentId, passageId } from '../src/domain/ids.js'
import type { Sentence } from '../src/domain/passage.js'
import type { Embedder } from '../src/embed/embedder.js'

/**
 * Makes a library large without embedding it: each document again and again, a quarter of its words exchanged for words
 * of other passages (so that they are as frequent as in talk) and its vectors shaken.
 */

const exchangedShare = 0.25
/** Of each component; leaves a cosine of about .93 to the original. */
const shake = 0.02

/** Returns the number of passages. The same seed gives the same library. */
export async function growLibrary(
  catalog: Catalog,
  embedder: Pick<Embedder, 'identity'>,
  wantedPassages: number,
): Promise<number> {
  const random = randomNumbers(1)
  const originals = await readAll(catalog)
  const words = originals.flatMap(({ passages }) => passages.flatMap(({ text }) => text.split(' ')))
  const pick = (): string => words[Math.floor(random() * words.length)] ?? ''
  const spaces = vectorSpaces(embedder)
  let count = originals.reduce((sum, { passages }) => sum + passages.length, 0)
  for (let round = 1; count < wantedPassages; round++)
    for (const { document, passages } of originals) {
      if (count >= wantedPassages) break
      const id = documentId(`copy ${round}`, document.id)
      const copies = passages.map((passage) => copyPassage(passage, { id, random, pick }))
      const keyed = keyPassages(copies, document.title)
      const vectors = await catalog.findVectors(
        spaces.passages,
        passages.map(({ inputHash }) => inputHash),
      )
      const sentences = await catalog.findVectors(
        spaces.sentences,
        passages.flatMap(({ sentenceHashes }) => sentenceHashes),
      )
      await catalog.writeDocument({
        document: { ...document, id, guid: `${round} ${document.guid}`, url: null, otherUrls: [] },
        cues: [],
        passages: keyed,
        vectors: [
          {
            space: spaces.passages,
            vectors: pairUp(
              keyed,
              passages,
              ({ inputHash }) => [inputHash],
              vectors,
              (bytes) => shakeVector(bytes, random),
            ),
          },
          {
            space: spaces.sentences,
            vectors: pairUp(
              keyed,
              passages,
              ({ sentenceHashes }) => sentenceHashes,
              sentences,
              (bytes) => bytes,
            ),
          },
        ],
        contentHash: id,
      })
      count += passages.length
    }
  return count
}

async function readAll(
  catalog: Catalog,
): Promise<(Pick<DocumentWrite, 'document'> & { passages: StoredPassage[] })[]> {
  const all = []
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page = await catalog.listDocuments({}, { limit: 100, cursor })
    cursor = page.next
    for (const { id } of page.documents) {
      const document = await catalog.findDocument(id)
      if (document) all.push({ document, passages: await catalog.readPassages(id) })
    }
  }
  return all
}

/** Its sentences stay where they are: each gets words for words. */
function copyPassage(
  passage: StoredPassage,
  { id, random, pick }: { id: string; random: () => number; pick: () => string },
): StoredPassage {
  let text = ''
  const sentences: Sentence[] = passage.sentences.map((sentence) => {
    const words = passage.text.slice(sentence.from, sentence.to).split(' ')
    const from = text === '' ? 0 : text.length + 1
    text +=
      (text === '' ? '' : ' ') + words.map((word) => (random() < exchangedShare ? pick() : word)).join(' ')
    return { ...sentence, from, to: text.length }
  })
  return { ...passage, id: passageId(id, text, passage.ordinal), documentId: id, text, sentences }
}

/** The vectors of the originals under the keys of the copies. */
function pairUp(
  copies: readonly StoredPassage[],
  originals: readonly StoredPassage[],
  keysOf: (passage: StoredPassage) => readonly string[],
  vectors: ReadonlyMap<string, Uint8Array>,
  change: (bytes: Uint8Array) => Uint8Array,
): StoredVector[] {
  const paired = new Map<string, Uint8Array>()
  for (const [index, copy] of copies.entries()) {
    const original = originals[index]
    if (!original) continue
    for (const [position, hash] of keysOf(copy).entries()) {
      const bytes = vectors.get(keysOf(original)[position] ?? '')
      if (bytes) paired.set(hash, change(bytes))
    }
  }
  return [...paired].map(([hash, bytes]) => ({ hash, bytes }))
}

function shakeVector(bytes: Uint8Array, random: () => number): Uint8Array {
  const vector = new Float32Array(bytes.slice().buffer).map((each) => each + shake * (random() * 2 - 1))
  const length = Math.hypot(...vector)
  return new Uint8Array(vector.map((each) => each / length).buffer)
}

/** Evenly spread over [0, 1): a linear congruential generator (Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
