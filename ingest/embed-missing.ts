import type { Catalog } from '../src/catalog/catalog.js'
import type { Embedder } from '../src/embed/embedder.js'
import { embedPassages } from './embed-passages.js'

/** Documents asked for at a time. */
const pageSize = 100

/** Embeds what a model has not embedded yet, after the model was changed. Returns the number of texts it took. */
export async function embedMissing(
  catalog: Catalog,
  embedder: Embedder,
  onProgress: (line: string) => void,
): Promise<number> {
  let embedded = 0
  let documents = 0
  let seq = 0
  for (;;) {
    const changes = await catalog.changesSince(seq, pageSize)
    const last = changes.at(-1)
    if (!last) return embedded
    for (const { documentId } of changes) {
      const document = await catalog.findDocument(documentId)
      if (!document) continue
      const passages = await catalog.readPassages(documentId)
      const onEmbedded = (inputs: number) => (embedded += inputs)
      const groups = await embedPassages(passages, document.title, { catalog, embedder, onEmbedded })
      for (const { space, vectors } of groups) await catalog.addVectors(space, vectors)
      documents += 1
      onProgress(`embedding: ${documents} documents, ${embedded} texts`)
    }
    seq = last.seq
  }
}
