import type { Catalog } from '../catalog/catalog.js'
import {
  findResultConcepts,
  noConcepts,
  type ResultConceptDependencies,
  type ResultConcepts,
} from '../concepts/find-query-concepts.js'
import { correctSpeaker, noCorrections } from '../domain/corrections.js'
import type { Scored } from '../domain/ranking.js'
import type { Probe, SearchFilter } from '../index/search-index.js'
import { nextPosition, readPosition } from '../position-cursor.js'
import { collapseNeighbours, type Hit } from './collapse.js'
import { countFacets } from './count-facets.js'
import { findAnswer, hitsRead, isCalibratedFor, readAsked, type AnswerCatalog } from './find-answer.js'
import { findOtherNames } from './find-other-names.js'
import { foldRepeats } from './fold-repeats.js'
import { describeHits, readShown, shownPassages, type ShownRows } from './load-results.js'
import { parseQuery, type Query, type SearchMode } from './parse-query.js'
import { raiseDefinition } from './raise-definition.js'
import { readSentences, type ReadSentences } from './read-sentences.js'
import { rerank, type RerankDependencies } from './rerank.js'
import { resolveOperators } from './resolve-operators.js'
import { findCandidates, rankCandidates, type Candidates, type RetrieveDependencies } from './retrieve.js'
import type { SearchResult } from './search-result.js'
import { settleLanguage } from './settle-language.js'
import { suggestWords } from './suggest-words.js'

/** The search, from what was typed to what is shown, read top to bottom. */

export interface SearchDependencies
  extends RetrieveDependencies, RerankDependencies, ResultConceptDependencies {
  catalog: Catalog
  /** Primary language subtags of the library, most passages first. */
  languages: () => Promise<readonly string[]>
}

export interface SearchRequest {
  /** Hits a page. */
  k: number
  mode: SearchMode
  filter: SearchFilter
  sort: 'relevance' | 'date'
  /** `next` of the page before, or null. */
  cursor: string | null
}

/**
 * Hits whose texts are compared: two pages, the same whatever is asked for, so that no hit is on two pages.
 */
const repeatDepth = 20

/**
 * What nobody says at all is searched for in the words that the library knows, where there are such.
 * @throws QUERY_INVALID, QUERY_EMPTY, QUERY_TOO_LONG, INDEX_UNAVAILABLE
 */
export async function searchPassages(
  text: string,
  request: SearchRequest,
  dependencies: SearchDependencies,
): Promise<SearchResult> {
  const typed = await searchAsTyped(text, request, dependencies)
  const { didYouMean, byMeaning, total } = typed
  // What stands in quotes is meant as it is.
  const isQuoted = typed.understood.some(({ name }) => name === 'phrase')
  const isUnsaid = byMeaning || total === 0
  if (didYouMean === null || !isUnsaid || isQuoted || request.mode !== 'hybrid') return typed
  const corrected = await searchAsTyped(didYouMean, request, dependencies)
  if (corrected.byMeaning || corrected.total === 0) return typed
  return {
    ...corrected,
    query: typed.query,
    understood: typed.understood,
    didYouMean,
    searchedFor: didYouMean,
  }
}

async function searchAsTyped(
  text: string,
  { k, mode, filter, sort, cursor }: SearchRequest,
  dependencies: SearchDependencies,
): Promise<SearchResult> {
  const { catalog, embedder, index, languages, onDegraded } = dependencies
  const start = readPosition(cursor)
  const known = await languages().catch((error: unknown) => {
    onDegraded(error)
    return []
  })
  const options = { mode, filter, languages: known }
  const parsed = await resolveOperators(parseQuery(text, options), catalog, options)
  // Helps that fail are no reason to fail.
  const query = await settleLanguage(parsed, index, known).catch((error: unknown) => {
    onDegraded(error)
    return parsed
  })
  const language = query.isLanguageTold ? query.language : null
  const [candidates, didYouMean] = await Promise.all([
    findCandidates(query, {
      ...dependencies,
      findOtherNames: (terms) => findOtherNames(terms, known, catalog),
    }),
    suggestWords(query.text, dependencies, options, language).catch((error: unknown) => {
      onDegraded(error)
      return null
    }),
  ])
  const { probe, byMeaning } = candidates
  // The second stage only puts them in another order.
  const [{ ranking, foundWell, degraded }, { places, corrections }] = await Promise.all([
    rankCandidates(query, candidates, dependencies).then((found) =>
      // By date the order is another's.
      sort === 'date' ? found : rerank(query, found, dependencies),
    ),
    locate(catalog, candidates.ranking),
  ])
  const hits = collapseNeighbours(ranking, places)
  // A listing shows how each document begins: those with the same intro are no repeats.
  const texts =
    query.question === ''
      ? new Map<string, string>()
      : await catalog.findTexts(hits.slice(0, repeatDepth).map(({ place }) => place.passageId))
  const distinct = foldRepeats(hits, texts)
  const ordered = sort === 'date' ? sortByDate(distinct) : distinct
  const reads = sort === 'relevance' && start < hitsRead && isCalibratedFor(embedder.identity)
  const asked = reads ? await readAsked(query, probe.terms, ordered, catalog) : null
  const definition = asked?.definition ?? null
  const page = raiseDefinition(ordered, definition).slice(start, start + k)
  const isFirstPage = start === 0
  const describePage = async () => {
    const [{ sentences, ...read }, shown] = await Promise.all([
      gatherSentences(query, page, probe, dependencies),
      readShown(catalog, page, corrections),
    ])
    const context = {
      terms: probe.terms,
      phrases: query.phrases,
      speakers: query.filter.speakers ?? [],
      sentences,
      definition,
    }
    return {
      degraded: read.degraded,
      results: await describeHits(page, shown, context),
      answer:
        asked && isFirstPage
          ? await findAnswer(asked, query, page, sentences, reading(shown, catalog))
          : null,
    }
  }
  const [{ results, answer, ...described }, concepts] = await Promise.all([
    describePage(),
    findConcepts(isFirstPage ? query.question : null, page, { byMeaning }, dependencies),
  ])
  return {
    query: query.text,
    mode,
    degraded: degraded || described.degraded,
    understood: query.understood,
    didYouMean,
    searchedFor: null,
    foundWell,
    byMeaning: byMeaning && ordered.length > 0,
    total: ordered.length,
    next: nextPosition(start, k, ordered.length),
    facets: countFacets(distinct),
    answer,
    concepts: concepts.concepts,
    hits: results.map((hit) => ({ ...hit, concepts: concepts.ofPassage.get(hit.passageId) ?? [] })),
  }
}

/** Without them each hit begins with its first sentence. */
async function gatherSentences(
  query: Query,
  hits: readonly Hit[],
  probe: Probe,
  dependencies: SearchDependencies,
): Promise<ReadSentences> {
  const { index, onDegraded } = dependencies
  const sentences = await index.gatherSentences(shownPassages(hits), probe).catch((error: unknown) => {
    onDegraded(error)
    return []
  })
  return readSentences(query, hits, sentences, dependencies)
}

/** A help that fails is no reason to fail. */
function findConcepts(
  question: string | null,
  hits: readonly Hit[],
  { byMeaning }: Pick<Candidates, 'byMeaning'>,
  dependencies: SearchDependencies,
): Promise<ResultConcepts> {
  const passageIds = hits.map(({ place }) => place.passageId)
  // What is only near may be about anything.
  const options = byMeaning ? { hitsRead: 0 } : {}
  return findResultConcepts(question, passageIds, dependencies, options).catch((error: unknown) => {
    dependencies.onDegraded(error)
    return noConcepts
  })
}

/** Where each stands, by passage id, and the corrections of their documents. */
async function locate(catalog: Catalog, ranking: readonly Scored[]) {
  const places = await catalog.locatePassages(ranking.map(({ passageId }) => passageId))
  const corrections = await catalog.findCorrections(places.map(({ documentId }) => documentId))
  const corrected = places.map((place) => ({
    ...place,
    speaker: correctSpeaker(place.speaker, corrections.get(place.documentId) ?? noCorrections),
  }))
  return { places: new Map(corrected.map((place) => [place.passageId, place])), corrections }
}

/** What is read already is not read again. */
const reading = ({ passageOf, corrections }: ShownRows, catalog: Catalog): AnswerCatalog => ({
  findPassages: (ids) =>
    ids.every((id) => passageOf.has(id))
      ? Promise.resolve(ids.flatMap((id) => passageOf.get(id) ?? []))
      : catalog.findPassages(ids),
  findCorrections: (ids) =>
    ids.every((id) => corrections.has(id))
      ? Promise.resolve(new Map(corrections))
      : catalog.findCorrections(ids),
  findConceptsByKey: (keys) => catalog.findConceptsByKey(keys),
  findConceptSummaries: (slugs) => catalog.findConceptSummaries(slugs),
})

/** Newest first; undated last; within a date by score. */
function sortByDate(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((a, b) => {
    const [dateA, dateB] = [a.place.publishedAt ?? '', b.place.publishedAt ?? '']
    return dateA === dateB ? b.score - a.score : dateA < dateB ? 1 : -1
  })
}
