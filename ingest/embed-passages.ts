import type {
  Catalog,
  DocumentWrite,
  StoredPassage,
  StoredVector,
  VectorSpace,
} from '../src/catalog/catalog.js'
import { inputHash } from '../src/domain/ids.js'
import type { Passage } from '../src/domain/passage.js'
import { modelIdentityKey, type Embedder } from '../src/embed/embedder.js'
import { passageInput } from '../src/embed/passage-input.js'
import { quantizeVector, sentenceSpace } from '../src/embed/quantize.js'

/** Passages → vectors, of each passage with its context and of each sentence. What was embedded before is not again. */

export interface EmbedDependencies {
  catalog: Pick<Catalog, 'findVectors'>
  embedder: Embedder
  /** Told of each call to the model that has come back. */
  onEmbedded?: (inputs: number) => void
}

/** Adds to each passage the keys of its vectors; pure, cheap. */
export function keyPassages(passages: readonly Passage[], title: string): StoredPassage[] {
  return passages.map((passage) => ({
    ...passage,
    inputHash: inputHash(passageInput(title, passage)),
    sentenceHashes: sentenceTexts(passage).map(inputHash),
  }))
}

/**
 * All vectors that the passages need, known or new, so that a document is written with them or not at all.
 * Cost: one call of the model for each new text; equal texts are embedded once.
 */
export async function embedPassages(
  passages: readonly StoredPassage[],
  title: string,
  { catalog, embedder, onEmbedded }: EmbedDependencies,
): Promise<DocumentWrite['vectors']> {
  const passageTexts = new Map(passages.map((passage) => [passage.inputHash, passageInput(title, passage)]))
  const sentences = new Map(
    passages.flatMap((passage) =>
      sentenceTexts(passage).map((text, index): [string, string] => [
        passage.sentenceHashes[index] ?? '',
        text,
      ]),
    ),
  )
  const embed = async (
    space: VectorSpace,
    texts: ReadonlyMap<string, string>,
    toBytes: (vector: Float32Array) => Uint8Array,
  ): Promise<{ space: VectorSpace; vectors: StoredVector[] }> => {
    const known = await catalog.findVectors(space, [...texts.keys()])
    const missing = [...texts].filter(([hash]) => !known.has(hash))
    const vectors = missing.length > 0 ? await embedder.embedPassages(missing.map(([, text]) => text)) : []
    onEmbedded?.(missing.length)
    const added = missing.map(([hash], index) => ({
      hash,
      bytes: toBytes(vectors[index] ?? new Float32Array()),
    }))
    return { space, vectors: [...[...known].map(([hash, bytes]) => ({ hash, bytes })), ...added] }
  }
  const spaces = vectorSpaces(embedder)
  return Promise.all([
    embed(spaces.passages, passageTexts, bytesOf),
    embed(spaces.sentences, sentences, (vector) => bytesOf(quantizeVector(vector))),
  ])
}

/** Where the vectors of passages and of sentences are kept. */
export const vectorSpaces = ({
  identity,
}: Pick<Embedder, 'identity'>): { passages: VectorSpace; sentences: VectorSpace } => ({
  passages: { identity: modelIdentityKey(identity), role: 'passage' },
  sentences: { identity: sentenceSpace(identity), role: 'sentence' },
})

const sentenceTexts = ({ text, sentences }: Passage): string[] =>
  sentences.map(({ from, to }) => text.slice(from, to))

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)
