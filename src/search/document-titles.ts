import type { Catalog } from '../catalog/catalog.js'
import { tokenize } from '../index/tokenize.js'

/** Titles by the words in them, folded as everything that is searched; the catalog compares letters as they are. */

type TitleReader = Pick<Catalog, 'listDocuments' | 'latestSeq'>

interface TitledDocument {
  id: string
  title: string
  words: ReadonlySet<string>
}

/** Large enough for few statements, small enough not to hold the catalog's thread up. */
const documentsPerRead = 1000

/** Read once a change: titles of a catalog are a few hundred kilobytes. */
const kept = new WeakMap<TitleReader, { seq: number; titles: Promise<TitledDocument[]> }>()

/**
 * Documents that have all of the words in their title, newest first; withdrawn ones are left out. Cost: after a change of
 * the catalog every title is read once.
 * @param words folded, as `tokenize` gives them
 */
export async function findDocumentsByTitle(
  words: readonly string[],
  catalog: TitleReader,
): Promise<{ id: string; title: string }[]> {
  const titles = await readTitles(catalog)
  return titles
    .filter((document) => words.every((word) => document.words.has(word)))
    .map(({ id, title }) => ({ id, title }))
}

async function readTitles(catalog: TitleReader): Promise<TitledDocument[]> {
  const seq = await catalog.latestSeq()
  const known = kept.get(catalog)
  if (known?.seq === seq) return known.titles
  const titles = readAll(catalog)
  kept.set(catalog, { seq, titles })
  // A read that failed is tried again by the next query; who waits for this one is told.
  titles.catch(() => kept.delete(catalog))
  return titles
}

async function readAll(catalog: TitleReader): Promise<TitledDocument[]> {
  const titles: TitledDocument[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<TitleReader['listDocuments']>> = await catalog.listDocuments(
      {},
      { limit: documentsPerRead, cursor },
    )
    for (const { id, title } of page.documents)
      titles.push({ id, title, words: new Set(tokenize(title).map(({ token }) => token)) })
    cursor = page.next
  } while (cursor !== null)
  return titles
}
