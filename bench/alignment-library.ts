import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildDocument, type ItemParts } from '../ingest/build-document.js'
import { keyPassages, vectorSpaces } from '../ingest/embed-passages.js'
import type { Catalog, StoredPassage, StoredVector } from '../src/catalog/catalog.js'
import type { Config } from '../src/config.js'
import { sourceId } from '../src/domain/ids.js'
import type { Source } from '../src/domain/source.js'
import { openBulkEmbedder } from '../src/embed/open-embedder.js'
import { quantizeVector } from '../src/embed/quantize.js'
import { catalogPath, openCatalog } from '../src/adapters.js'

/** A library for alignment alone: documents with the vectors of their sentences, made once and kept. */
export interface AlignmentLibrary {
  catalog: Catalog
  catalogPath: string
  /** Returns the id of the document. Cost: a call of the model for each sentence that nobody has embedded yet. */
  write(source: string, parts: Pick<ItemParts, 'item' | 'cues'>): Promise<string>
  close(): Promise<void>
}

/** Kept below the user's, whose vectors it takes where there are some. */
export async function openAlignmentLibrary(config: Config): Promise<AlignmentLibrary> {
  const folder = join(config.dataFolder, 'eval', 'alignment')
  const place = { ...config, dataFolder: folder }
  const catalog = await openCatalog(place)
  const known = existsSync(catalogPath(config)) ? await openCatalog(config) : null
  const embedder = await openBulkEmbedder(config)
  const space = vectorSpaces(embedder).sentences

  const embedSentences = async (passages: readonly StoredPassage[]): Promise<StoredVector[]> => {
    const texts = new Map(passages.flatMap(listSentences))
    const found = new Map([
      ...((await known?.findVectors(space, [...texts.keys()])) ?? []),
      ...(await catalog.findVectors(space, [...texts.keys()])),
    ])
    const missing = [...texts].filter(([hash]) => !found.has(hash))
    const vectors = missing.length > 0 ? await embedder.embedPassages(missing.map(([, text]) => text)) : []
    for (const [at, [hash]] of missing.entries()) {
      const { buffer, byteOffset, byteLength } = quantizeVector(vectors[at] ?? new Float32Array())
      found.set(hash, new Uint8Array(buffer, byteOffset, byteLength))
    }
    return [...found].map(([hash, bytes]) => ({ hash, bytes }))
  }

  return {
    catalog,
    catalogPath: catalogPath(place),
    async write(name, { item, cues }) {
      const source = aSource(name)
      await catalog.addSources([source])
      const transcriptOrigin = cues.length > 0 ? ('published' as const) : null
      const built = buildDocument(source, { item, cues, transcriptOrigin, chapters: [] }, [])
      const { document } = built
      const passages = keyPassages(built.passages, document.title)
      const contentHash = hashOf([document, passages])
      const known = (await catalog.readKnownDocuments(source.id)).get(item.guid)
      if (known?.contentHash === contentHash) return document.id
      const vectors = [{ space, vectors: await embedSentences(passages) }]
      await catalog.writeDocument({ document, cues, passages, vectors, contentHash })
      return document.id
    },
    async close() {
      await embedder.close()
      await known?.close()
      await catalog.close()
    },
  }
}

const listSentences = ({ text, sentences, sentenceHashes }: StoredPassage): [string, string][] =>
  sentences.map(({ from, to }, at) => [sentenceHashes[at] ?? '', text.slice(from, to)])

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const aSource = (name: string): Source => {
  const guid = `alignment:${name}`
  return {
    id: sourceId(guid),
    kind: 'folder',
    location: guid,
    guid,
    title: name,
    url: null,
    imageUrl: null,
    language: 'en',
    addedAt: new Date(0).toISOString(),
    pulledAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    goneAt: null,
  }
}
