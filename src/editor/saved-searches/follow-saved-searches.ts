import type {
  CountedSearch,
  DocumentToFollow,
  FoundMatch,
  KnownMatch,
} from '../../catalog/saved-search-store.js'
import type { SavedSearch } from '../../domain/saved-search.js'
import { AppError } from '../../errors.js'
import type { Hit } from '../../search/collapse.js'
import { momentReach } from '../../search/collapse.js'
import { findMoments } from './find-moments.js'
import { prepareSearch, type StandingDependencies, type StandingSearch } from './standing-search.js'

/** Catalog changes → matches of saved searches, from a watermark of their own, never ahead of the index. */

/** Documents asked at a time: each step asks every saved search once. */
const documentsPerStep = 32
/** A document that is about nothing else is one piece of news and not a hundred. */
const maxMatchesPerDocument = 3
/** Kept for each search. */
const maxMatches = 1000

export interface FollowSavedOptions {
  /** Milliseconds since 1970. */
  now: () => number
  signal?: AbortSignal
}

interface ChangedDocument extends DocumentToFollow {
  seq: number
}

/** Asks all searches of what changed, as far as the index has it. Returns the number of documents. */
export async function followSavedSearches(
  dependencies: StandingDependencies,
  { now, signal }: FollowSavedOptions,
): Promise<number> {
  const { catalog, index } = dependencies
  let followed = 0
  while (!signal?.aborted) {
    const fromSeq = await catalog.readFollowedSeq()
    if (fromSeq === null) break
    const reach = await index.watermark()
    const rows = (await catalog.changesSince(fromSeq, documentsPerStep)).filter(({ seq }) => seq <= reach)
    const last = rows.at(-1)
    if (!last) break
    const ids = rows.map(({ documentId }) => documentId)
    const toFollow = await catalog.findDocumentsToFollow(ids)
    // One that was written again meanwhile has passages that the index has not: taken for seen they would never be found.
    const still = await catalog.changesSince(fromSeq, documentsPerStep)
    if (rows.some(({ seq }, at) => still[at]?.seq !== seq)) continue
    const documents = toFollow.map((document, at) => ({ ...document, seq: rows[at]?.seq ?? 0 }))
    const known = await catalog.findKnownMatches(ids)
    const searches = await catalog.listSavedSearches()
    const visibility = judgeVisibility(known, documents, searches)
    const found: FoundMatch[] = []
    for (const search of searches) {
      if (signal?.aborted) return followed
      found.push(...(await findNews(search, documents, { known, hidden: visibility.hide, dependencies })))
    }
    const step = { fromSeq, toSeq: last.seq, documents, found, ...visibility, maxMatches }
    // Another follower was faster, or the last search went: there is nothing to be done with this step.
    if (!(await catalog.applyFollowedStep({ ...step, at: new Date(now()).toISOString() }))) break
    followed += rows.length
  }
  return followed
}

/** Which of the known matches come back and which go: their passages did, or became what the filter leaves out. */
function judgeVisibility(
  known: readonly KnownMatch[],
  documents: readonly DocumentToFollow[],
  searches: readonly SavedSearch[],
): { show: number[]; hide: number[] } {
  const documentOf = new Map(documents.map((document) => [document.documentId, document]))
  const searchOf = new Map(searches.map((search) => [search.id, search]))
  const isThere = ({ documentId, passageId, searchId }: KnownMatch): boolean => {
    const document = documentOf.get(documentId)
    const passage = document?.passages.find(({ id }) => id === passageId)
    if (!document?.present || !passage) return false
    return !passage.ad || searchOf.get(searchId)?.filter.includeAds === true
  }
  const changed = known.map((match) => ({ ...match, isThere: isThere(match) }))
  return {
    show: changed.filter((match) => match.isThere && !match.shown).map(({ number }) => number),
    hide: changed.filter((match) => !match.isThere && match.shown).map(({ number }) => number),
  }
}

interface NewsContext {
  known: readonly KnownMatch[]
  /** Numbers of matches whose passages are no more since this step. */
  hidden: readonly number[]
  dependencies: StandingDependencies
}

async function findNews(
  search: CountedSearch,
  documents: readonly ChangedDocument[],
  { known, hidden, dependencies }: NewsContext,
): Promise<FoundMatch[]> {
  const later = documents.filter(
    ({ seq, present, seen }) => present && seen !== 'recut' && seq > search.sinceSeq,
  )
  const fresh = new Set(later.flatMap(listFresh))
  const documentIds = later
    .filter(({ passages }) => passages.some(({ id }) => fresh.has(id)))
    .map(({ documentId }) => documentId)
  if (documentIds.length === 0) return []
  const standing = await prepare(search, dependencies)
  if (!standing) return []
  const own = known.filter(({ searchId }) => searchId === search.id)
  const taken = new Set(own.map(({ passageId }) => passageId))
  const isWanted = (passageId: string) => fresh.has(passageId) && !taken.has(passageId)
  const moments = await findMoments(
    standing,
    { documentIds: ofNewOnly(standing, later, documentIds), isWanted },
    dependencies,
  )
  const ordinals = await locateShown(own, hidden, dependencies)
  const gone = own.filter(({ number }) => hidden.includes(number))
  const found: FoundMatch[] = []
  for (const documentId of documentIds) {
    const places = ordinals.get(documentId) ?? []
    const isKnown = ({ place }: Hit) =>
      places.some((ordinal) => Math.abs(ordinal - place.ordinal) <= momentReach)
    const replaceable = gone.filter((match) => match.documentId === documentId)
    const room = Math.max(0, maxMatchesPerDocument - places.length)
    const news = moments.filter(({ place }) => place.documentId === documentId).filter((hit) => !isKnown(hit))
    for (const { place } of news.slice(0, room))
      found.push({
        searchId: search.id,
        passageId: place.passageId,
        documentId,
        askedAt: search.askedAt,
        replaces: replaceable.shift()?.number ?? null,
      })
  }
  return found
}

const listFresh = ({ passages, seen }: DocumentToFollow): string[] =>
  passages.map(({ id }) => id).filter((id) => seen === 'none' || seen === 'recut' || !seen.has(id))

/** A filter alone finds documents, and one that changed is none that came. */
const ofNewOnly = (
  { query }: StandingSearch,
  documents: readonly ChangedDocument[],
  ids: readonly string[],
): readonly string[] =>
  query.question === ''
    ? ids.filter((id) => documents.some(({ documentId, seen }) => documentId === id && seen === 'none'))
    : ids

/** Where the matches that stay stand, by document. */
async function locateShown(
  own: readonly KnownMatch[],
  hidden: readonly number[],
  { catalog }: StandingDependencies,
): Promise<Map<string, number[]>> {
  const staying = own.filter(({ number }) => !hidden.includes(number))
  const places = await catalog.locatePassages(staying.map(({ passageId }) => passageId))
  const ordinals = new Map<string, number[]>()
  for (const { documentId, ordinal } of places)
    ordinals.set(documentId, [...(ordinals.get(documentId) ?? []), ordinal])
  return ordinals
}

/** Null for a search that cannot be asked any more, which finds nothing and keeps nobody waiting. */
async function prepare(
  search: SavedSearch,
  dependencies: StandingDependencies,
): Promise<StandingSearch | null> {
  try {
    return await prepareSearch(search, dependencies)
  } catch (error) {
    if (error instanceof AppError && !error.retryable && error.code.startsWith('QUERY_')) return null
    throw error
  }
}
