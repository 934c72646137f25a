import type { PassageResult } from '../../search/search-result.js'
import { describeMoments } from './describe-moments.js'
import { findMoments } from './find-moments.js'
import { prepareSearch, type AskedSearch, type StandingDependencies } from './standing-search.js'

/** Documents that are asked first; as many again and three times more in each further round, until there is enough. */
const firstDocuments = 64
/** What is older than so many others is no news in any reader. */
const maxDocuments = 20_000
/** As for a saved search. */
const maxMomentsPerDocument = 3

/**
 * What a saved search of these words would have found, newest documents first and in each in the order in which it is
 * said; undated ones last. Cost: that of a search for each round, seven at most.
 */
export async function listNewestMoments(
  search: AskedSearch,
  limit: number,
  dependencies: StandingDependencies,
): Promise<PassageResult[]> {
  const { catalog, index } = dependencies
  const standing = await prepareSearch(search, dependencies)
  const newest: string[] = []
  const found = new Map<string, Awaited<ReturnType<typeof findMoments>>>()
  let asked = 0
  for (let depth = firstDocuments; ; depth *= 4) {
    const first = await index.listNewest(standing.query.filter, Math.min(depth, maxDocuments))
    const places = await catalog.locatePassages(first.slice(asked).map(({ passageId }) => passageId))
    const documentIds = places.map(({ documentId }) => documentId)
    newest.push(...documentIds)
    const moments = await findMoments(standing, { documentIds, isWanted: () => true }, dependencies)
    for (const moment of moments) {
      const own = found.get(moment.place.documentId) ?? []
      if (own.length < maxMomentsPerDocument) found.set(moment.place.documentId, [...own, moment])
    }
    asked = first.length
    const count = [...found.values()].reduce((sum, own) => sum + own.length, 0)
    if (count >= limit || first.length < depth || depth >= maxDocuments) break
  }
  const hits = newest
    .flatMap((id) => (found.get(id) ?? []).toSorted((a, b) => a.place.ordinal - b.place.ordinal))
    .slice(0, limit)
  return describeMoments(standing, hits, dependencies)
}
