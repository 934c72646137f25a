import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog } from '../../catalog/catalog.js'
import { RepeatText } from './repeat-text.js'
import { SentenceVectors } from './sentence-vectors.js'

/** The whole library as repeats are looked for in it. */

const documentsPerPage = 100
const hashesPerQuery = 2000

export type RepeatCatalog = Pick<Catalog, 'listDocuments' | 'readPassages' | 'findVectors' | 'findCompanions'>

/** Documents that are present, oldest first. Cost: about 3 s and 1 kB a passage, vectors not counted. */
export async function readRepeatText(catalog: RepeatCatalog): Promise<RepeatText> {
  const text = new RepeatText()
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page = await catalog.listDocuments({}, { limit: documentsPerPage, cursor, order: 'oldest' })
    cursor = page.next
    for (const { id, sourceId, kind, publishedAt, language } of page.documents) {
      text.add({ id, sourceId, kind, publishedAt, language }, await catalog.readPassages(id))
      await nextTurn()
    }
  }
  return text
}

/**
 * The vectors of its sentences; of those that were not embedded yet, none.
 * @param space key of the space of sentence vectors
 */
export async function readSentenceVectors(
  text: RepeatText,
  space: string,
  catalog: Pick<RepeatCatalog, 'findVectors'>,
): Promise<SentenceVectors> {
  const vectors = new SentenceVectors(text.sentences.length)
  const { sentences } = text
  for (let start = 0; start < sentences.length; start += hashesPerQuery) {
    const page = sentences.slice(start, start + hashesPerQuery)
    const found = await catalog.findVectors(
      { identity: space, role: 'sentence' },
      page.map(({ hash }) => hash),
    )
    for (const [offset, { hash }] of page.entries()) {
      const bytes = found.get(hash)
      if (bytes) vectors.set(start + offset, bytes)
    }
  }
  return vectors
}
