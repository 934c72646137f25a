import { correctSpeaker, noCorrections } from '../../domain/corrections.js'
import type { Embedder } from '../../embed/embedder.js'
import type { PassageEvidence } from '../../index/search-index.js'
import { collapseNeighbours, type Hit } from '../../search/collapse.js'
import { isCalibratedFor } from '../../search/find-answer.js'
import { rescore } from '../../search/rescore.js'
import { holdsTerms } from './holds-terms.js'
import type { StandingDependencies, StandingSearch } from './standing-search.js'

/**
 * Which moments of some documents a standing search is about. A search shows the best that there is, however weak; here
 * nobody asked just now, and what is weak is no news.
 */

/** Candidates of each retriever. Those that hold all terms come first among those that hold any. */
const candidateDepth = 500
/** Of the query's words in a passage and those beside it: all, but for what is lost in rounding. */
const minCoverage = 0.999

/** Cosine similarity to the query; docs/saved-searches.md has what each is worth. */
const minSimilarity = {
  /** Of what answers a question. Questions are longer than other queries, and nothing else is near to them. */
  toQuestion: 0.76,
  /** Of what holds all words of a question: to name a thing is not to explain it. */
  toQuestionInItsWords: 0.62,
  /** Of what says in other words what a query of several words says. */
  toWords: 0.8,
} as const

/** A query of so few words names something: who asks for it wants its name. */
const maxTermsOfName = 2

export interface MomentsWanted {
  documentIds: readonly string[]
  /** Only these passages count. */
  isWanted: (passageId: string) => boolean
}

/** Best first. Cost: two searches of the index and the texts of what they found. */
export async function findMoments(
  search: StandingSearch,
  { documentIds, isWanted }: MomentsWanted,
  { catalog, index, embedder }: Pick<StandingDependencies, 'catalog' | 'index' | 'embedder'>,
): Promise<Hit[]> {
  const { query, terms, vector } = search
  const wanted = new Set(documentIds)
  const filter = {
    ...query.filter,
    documentIds: query.filter.documentIds?.filter((id) => wanted.has(id)) ?? documentIds,
  }
  if (filter.documentIds.length === 0) return []
  if (query.question === '') {
    const first = await index.listNewest(filter, documentIds.length)
    return toHits(
      first.filter(({ passageId }) => isWanted(passageId)),
      catalog,
    )
  }
  const demands = chooseDemands(search, embedder)
  const [byWords, byMeaning] = await Promise.all([
    demands.similarityInItsWords === Infinity ? [] : index.searchLexical(terms, filter, candidateDepth),
    vector === null || demands.similarity === Infinity
      ? []
      : index.searchDense(vector, filter, candidateDepth),
  ])
  const candidates = new Set([...byWords, ...byMeaning].map(({ passageId }) => passageId))
  const evidence = await index.gatherEvidence([...candidates].filter(isWanted), { terms, vector })
  const found = await keepMatches(search, demands, evidence, catalog)
  return toHits(rescore(found), catalog)
}

async function keepMatches(
  { terms }: StandingSearch,
  demands: Demands,
  evidence: readonly PassageEvidence[],
  catalog: StandingDependencies['catalog'],
): Promise<PassageEvidence[]> {
  const isMeant = ({ dense }: PassageEvidence) => (dense ?? -1) >= demands.similarity
  const mayBeSaid = ({ coverage, dense }: PassageEvidence) =>
    coverage >= minCoverage && (dense ?? -1) >= demands.similarityInItsWords
  // The index counts the words of the passages beside it too, so that the text has the last word.
  const unsure = evidence.filter((each) => !isMeant(each) && mayBeSaid(each))
  const [passages, documents] = await Promise.all([
    catalog.findPassages(unsure.map(({ passageId }) => passageId)),
    catalog.findSummaries([...new Set(unsure.map(({ documentId }) => documentId))]),
  ])
  const languageOf = new Map(documents.map(({ id, language }) => [id, language]))
  const said = new Set(
    passages
      .filter(({ text, chapter, documentId }) =>
        holdsTerms(`${text}\n${chapter ?? ''}`, terms, languageOf.get(documentId) ?? null),
      )
      .map(({ id }) => id),
  )
  return evidence.filter((each) => isMeant(each) || said.has(each.passageId))
}

/** How near a passage must be: `Infinity` where nearness alone is not enough, `-1` where it does not matter. */
interface Demands {
  similarity: number
  /** Of one that holds all words. */
  similarityInItsWords: number
}

/** Without a model whose similarities are known, words decide in every mode. */
function chooseDemands({ query, vector }: StandingSearch, { identity }: Pick<Embedder, 'identity'>): Demands {
  const wordsAlone = { similarity: Infinity, similarityInItsWords: -1 }
  if (vector === null || query.mode === 'lexical' || !isCalibratedFor(identity)) return wordsAlone
  if (query.kind === 'question')
    return {
      similarity: minSimilarity.toQuestion,
      similarityInItsWords: query.mode === 'dense' ? Infinity : minSimilarity.toQuestionInItsWords,
    }
  if (query.mode === 'dense') return { similarity: minSimilarity.toWords, similarityInItsWords: Infinity }
  const isName =
    query.kind === 'identifier' || query.phrases.length > 0 || query.terms.length <= maxTermsOfName
  return isName ? wordsAlone : { similarity: minSimilarity.toWords, similarityInItsWords: -1 }
}

/** Passages of one moment are one. */
async function toHits(
  ranked: readonly { passageId: string; score: number }[],
  catalog: StandingDependencies['catalog'],
): Promise<Hit[]> {
  const places = await catalog.locatePassages(ranked.map(({ passageId }) => passageId))
  const corrections = await catalog.findCorrections(places.map(({ documentId }) => documentId))
  const corrected = places.map((place) => ({
    ...place,
    speaker: correctSpeaker(place.speaker, corrections.get(place.documentId) ?? noCorrections),
  }))
  return collapseNeighbours(ranked, new Map(corrected.map((place) => [place.passageId, place])))
}
