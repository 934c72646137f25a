import type { Catalog } from '../catalog/catalog.js'
import type { DocumentRecords } from './document-records.js'
import { matchPassages } from './match/match-document.js'
import { NameMatcher, type SoughtName } from './match/name-matcher.js'

/** Where the names of concepts stand in the library. */

export interface LibrarySought {
  /** All names. */
  sought: readonly SoughtName[]
  /** Keys of those that came, went or are looked for in another way than before. */
  changed: Iterable<string>
  /** Documents that were read anew. */
  read: readonly string[]
}

/** Passages that are read from the catalog at once. */
const passagesPerRead = 500

/**
 * Looks for all names in the documents that were read anew, and again in those passages of others that hold a name which
 * changed: these are given back, by document.
 */
export async function matchLibrary(
  catalog: Pick<Catalog, 'readPassages' | 'findPassages'>,
  records: DocumentRecords,
  { sought, changed, read }: LibrarySought,
): Promise<Map<string, Set<string>>> {
  const matcher = new NameMatcher(sought)
  for (const documentId of read)
    records.setMatches(documentId, matchPassages(await catalog.readPassages(documentId), matcher))
  const stale = await records.findPassages(read.length === records.size ? [] : [...changed])
  for (const documentId of read) stale.delete(documentId)
  for (const documents of groupPassages(stale)) {
    const ids = documents.flatMap(([, passageIds]) => [...passageIds])
    const passages = new Map((await catalog.findPassages(ids)).map((passage) => [passage.id, passage]))
    for (const [documentId, passageIds] of documents) {
      const own = Array.from(passageIds, (id) => passages.get(id)).filter((passage) => passage !== undefined)
      records.replaceMatches(documentId, passageIds, matchPassages(own, matcher))
    }
  }
  return stale
}

/** Documents with their passages, so many at once that their passages are read at once. */
function* groupPassages(stale: ReadonlyMap<string, Set<string>>): Generator<[string, Set<string>][]> {
  let group: [string, Set<string>][] = []
  let size = 0
  for (const [documentId, passageIds] of stale) {
    group.push([documentId, passageIds])
    size += passageIds.size
    if (size < passagesPerRead) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}
