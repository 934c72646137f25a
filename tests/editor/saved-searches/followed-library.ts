import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { embedPassages, keyPassages, vectorSpaces } from '../../../ingest/embed-passages.js'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import type { Document } from '../../../src/domain/document.js'
import type { Passage } from '../../../src/domain/passage.js'
import type { SavedSearch } from '../../../src/domain/saved-search.js'
import { followSavedSearches } from '../../../src/editor/saved-searches/follow-saved-searches.js'
import type { Embedder } from '../../../src/embed/embedder.js'
import { openEmbeddedIndex } from '../../../src/index/embedded/open-embedded-index.js'
import { followCatalog } from '../../../src/index/follow.js'
import { indexIdentity } from '../../../src/adapters.js'
import { aDocument, aPassage, aSource, aWrite } from '../../builders/documents.js'
import { FakeEmbedder } from '../../embed/fake-embedder.js'

/** A catalog, the index that follows it and saved searches that follow both, each when told to. */
export async function aFollowedLibrary(embedder: Embedder = new FakeEmbedder(512)) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-saved-'))
  const catalogPath = join(folder, 'catalog.db')
  const catalog = await openSqliteCatalog(catalogPath)
  const index = await openEmbeddedIndex(join(folder, 'index'), indexIdentity(embedder.identity), {
    role: 'writer',
  })
  onTestFinished(async () => {
    await index.close()
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  const languages = async () => (await index.stats()).languages
  const dependencies = { catalog, index, embedder, languages }
  let seconds = 0
  let versions = 0

  async function write(
    id: string,
    parts: readonly (string | Partial<Passage>)[],
    fields: Partial<Document> = {},
  ) {
    const document = aDocument({ id, title: '', ...fields })
    const passages = keyPassages(
      parts.map((part, ordinal) =>
        aPassage({ documentId: id, ordinal, ...(typeof part === 'string' ? { text: part } : part) }),
      ),
      document.title,
    )
    const vectors = await embedPassages(passages, document.title, { catalog, embedder })
    await catalog.writeDocument(aWrite({ document, passages, vectors, contentHash: `version ${++versions}` }))
  }

  const follow = () => followSavedSearches(dependencies, { now: () => Date.UTC(2026, 0, 1, 0, 0, ++seconds) })
  return {
    catalog,
    catalogPath,
    index,
    dependencies,
    write,
    followIndex: () => followCatalog(catalog, index, { spaces: vectorSpaces(embedder) }),
    follow,
    /** Both, one after the other. */
    async catchUp() {
      await followCatalog(catalog, index, { spaces: vectorSpaces(embedder) })
      await follow()
    },
    async save(query: string, fields: Partial<SavedSearch> = {}) {
      const id = fields.id ?? 'search'
      const at = '2026-01-01T00:00:00.000Z'
      const search = {
        id,
        name: query,
        query,
        mode: 'hybrid',
        filter: {},
        createdAt: at,
        askedAt: at,
      } as const
      await catalog.addSavedSearch({ ...search, webhook: null, ...fields }, 200)
    },
    /** The texts of what is shown, newest first, those that were read in brackets. */
    async matches(id = 'search') {
      const { matches } = await catalog.listMatches(id, { limit: 1000, cursor: null })
      const texts = await catalog.findTexts(matches.map(({ passageId }) => passageId))
      return matches.map(({ passageId, read }) => (read ? `(${texts.get(passageId)})` : texts.get(passageId)))
    },
  }
}
