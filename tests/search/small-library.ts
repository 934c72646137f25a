import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { embedPassages, keyPassages } from '../../ingest/embed-passages.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { Document } from '../../src/domain/document.js'
import type { Passage } from '../../src/domain/passage.js'
import type { SearchFilter, SearchIndex } from '../../src/index/search-index.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'
import { FakeEmbedder } from '../embed/fake-embedder.js'

/** A catalog in a temporary folder and an index that compares with every passage of it: the truth to rank by. */

interface Written {
  document: Partial<Document> & { id: string }
  /** Texts, or passages that are something special. */
  passages: readonly (string | Partial<Passage>)[]
}

export async function aSmallLibrary(...written: Written[]) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-small-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  // Wide enough that hardly two words of a test share a dimension.
  const embedder = new FakeEmbedder(2048)
  await catalog.addSources([aSource()])
  const entries: { passage: Passage; vector: Float32Array; document: Document }[] = []
  for (const { document: fields, passages: parts } of written) {
    const document = aDocument({ title: '', ...fields })
    const passages = keyPassages(
      parts.map((part, ordinal) =>
        aPassage({ documentId: document.id, ordinal, ...(typeof part === 'string' ? { text: part } : part) }),
      ),
      document.title,
    )
    const vectors = await embedPassages(passages, document.title, { catalog, embedder })
    await catalog.writeDocument(aWrite({ document, passages, vectors, contentHash: document.id }))
    const texts = await embedder.embedPassages(passages.map(({ text }) => text))
    for (const [at, passage] of passages.entries())
      entries.push({ passage, document, vector: texts[at] ?? new Float32Array() })
  }
  const searches: { filter: SearchFilter; depth: number }[] = []
  const searchDense: SearchIndex['searchDense'] = (query, filter, depth) => {
    searches.push({ filter, depth })
    const scored = entries
      .filter(({ passage, document }) => !passage.ad && document.status === 'present')
      .filter(({ document }) => filter.documentIds?.includes(document.id) ?? true)
      .map(({ passage, vector }) => ({
        passageId: passage.id,
        score: vector.reduce((sum, component, at) => sum + component * (query[at] ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
    return Promise.resolve(scored.slice(0, depth))
  }
  // Best sentences are not the point of these tests.
  const index = { searchDense, gatherSentences: () => Promise.resolve([]) } as unknown as SearchIndex
  const passageCount = () => Promise.resolve(entries.length)
  return { catalog, index, identity: embedder.identity, passageCount, searches }
}
