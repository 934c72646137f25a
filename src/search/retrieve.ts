import type { Embedder, ModelIdentity } from '../embed/embedder.js'
import { knowsLanguage } from '../embed/known-models.js'
import type { Ranking, Scored } from '../domain/ranking.js'
import { AppError, reasonOf } from '../errors.js'
import type { QueryTerm } from '../index/analyze.js'
import type { Probe, SearchIndex } from '../index/search-index.js'
import { firstStageWeights, fuseByScore, type WeightedRanking } from './fuse.js'
import { fitsWell } from './fits-well.js'
import type { Query } from './parse-query.js'
import { defaultWeights, rescore, weightsOfNames, weightsOfWords, type FeatureWeights } from './rescore.js'

/**
 * Hits per retriever before fusion: the same whatever a page holds, so that a longer page begins with the shorter one.
 */
const retrievalDepth = 100

/** A query of so few words names something rather than asks. */
const maxTermsOfName = 2

/** What the first stage found. */
export interface Candidates {
  /** Best first. */
  ranking: Scored[]
  /** What was looked for: the query's terms with other ways to write them, and its vector. */
  probe: Probe
  /** No passage that the filter leaves has any of the words: the nearest in meaning is all there is. */
  byMeaning: boolean
  degraded: boolean
}

/** What both stages found. */
export interface Retrieval extends Candidates {
  /** Passages that fit well, as far as the second stage looked; null where it did not. */
  foundWell: number | null
}

export interface RetrieveDependencies {
  index: SearchIndex
  embedder: Embedder
  /** Other names of what the typed terms name, as `findAlternatives` gives them; none by default. */
  findOtherNames?: (terms: readonly QueryTerm[]) => Promise<QueryTerm[]>
  /** Told of a retriever that failed while another answered. */
  onDegraded: (error: unknown) => void
}

/** Both stages, one after the other. @throws INDEX_UNAVAILABLE when no retriever answered */
export async function retrieve(query: Query, dependencies: RetrieveDependencies): Promise<Retrieval> {
  return rankCandidates(query, await findCandidates(query, dependencies), dependencies)
}

/**
 * The first stage: both retrievers side by side, or the one that the mode names. A query that is a filter and nothing else
 * finds the newest that it leaves, one of signs alone nothing. One that fails leaves the other's answer and `degraded`.
 * @throws INDEX_UNAVAILABLE when no retriever answered
 */
export async function findCandidates(query: Query, dependencies: RetrieveDependencies): Promise<Candidates> {
  if (query.question === '') {
    const ranking = await dependencies.index.listNewest(query.filter, retrievalDepth)
    return { ...nothing, ranking: [...ranking] }
  }
  if (query.terms.length === 0) return nothing
  // The model and the index work in threads of their own: the one begins while the other looks for alternatives.
  const vector = query.mode === 'lexical' ? null : embedQuestion(query, dependencies)
  // Whoever awaits it is told when it fails, which may be later.
  vector?.catch(() => undefined)
  const terms = await addAlternatives(query, dependencies)
  const { rankings, queryVector, isUnsaid, failures } = await askRetrievers(
    { ...query, terms },
    vector,
    dependencies,
  )
  return {
    // A name that is nowhere has no neighbours in meaning, only others that are spelt alike.
    ranking: isUnsaid && query.kind === 'identifier' ? [] : fuseByScore(rankings),
    probe: { terms, vector: queryVector },
    byMeaning: isUnsaid && vector !== null,
    degraded: failures.length > 0,
  }
}

const nothing: Candidates = {
  ranking: [],
  probe: { terms: [], vector: null },
  byMeaning: false,
  degraded: false,
}

/**
 * The second stage, over the union of what the retrievers found: the same passages in a better order. In the modes of one
 * retriever its own order, and so where it fails, which is `degraded`.
 */
export async function rankCandidates(
  query: Query,
  candidates: Candidates,
  { index, embedder, onDegraded }: RetrieveDependencies,
): Promise<Retrieval> {
  if (query.question === '' || query.mode !== 'hybrid') return { ...candidates, foundWell: null }
  try {
    const evidence = await index.gatherEvidence(
      candidates.ranking.map(({ passageId }) => passageId),
      candidates.probe,
    )
    return {
      ...candidates,
      ranking: rescore(evidence, chooseWeights(query, embedder.identity)),
      foundWell: evidence.filter(fitsWell).length,
    }
  } catch (error) {
    onDegraded(error)
    return { ...candidates, foundWell: null, degraded: true }
  }
}

function chooseWeights(
  { kind, language, terms }: Query,
  { model }: Pick<ModelIdentity, 'model'>,
): FeatureWeights {
  if (!knowsLanguage(model, language)) return weightsOfWords
  return isName({ kind, terms }) ? weightsOfNames : defaultWeights
}

/** It names something rather than says or asks something about it. */
export const isName = ({ kind, terms }: Pick<Query, 'kind' | 'terms'>): boolean =>
  kind === 'identifier' || (kind !== 'question' && terms.length <= maxTermsOfName)

/** Without them less is found, and the answer is whole all the same. */
async function addAlternatives(
  { terms }: Query,
  { index, findOtherNames = () => Promise.resolve([]), onDegraded }: RetrieveDependencies,
): Promise<readonly QueryTerm[]> {
  const orNone = (found: Promise<QueryTerm[]>) =>
    found.catch((error: unknown) => {
      onDegraded(error)
      return []
    })
  const [written, named] = await Promise.all([
    orNone(index.findAlternatives(terms)),
    orNone(findOtherNames(terms)),
  ])
  return [...terms, ...written, ...afterGroups(written, named)]
}

/** What has another way to be written needs no other name; the others are counted on. */
function afterGroups(written: readonly QueryTerm[], named: readonly QueryTerm[]): QueryTerm[] {
  const groups = written.flatMap(({ standsFor }) => standsFor ?? [])
  const next = Math.max(-1, ...groups.map(({ group }) => group)) + 1
  return named.flatMap((term) => {
    const { standsFor: place } = term
    if (!place || groups.some(({ from, to }) => from < place.to && place.from < to)) return []
    return [{ ...term, standsFor: { ...place, group: next + place.group } }]
  })
}

const embedQuestion = async (
  { question }: Query,
  { embedder }: RetrieveDependencies,
): Promise<Float32Array> => embedder.embedQuery(question)

/** @param vector of the question; null for a search by words alone */
async function askRetrievers(
  query: Query,
  vector: Promise<Float32Array> | null,
  { index, onDegraded }: RetrieveDependencies,
) {
  let queryVector: Float32Array | null = null
  const searchDense = async (embedded: Promise<Float32Array>): Promise<Ranking> => {
    queryVector = await embedded
    return index.searchDense(queryVector, query.filter, retrievalDepth)
  }
  const searches: { weight: number; ranking: Promise<Ranking> }[] = []
  if (vector) searches.push({ weight: firstStageWeights.dense, ranking: searchDense(vector) })
  let isUnsaid = false
  const searchLexical = async (): Promise<Ranking> => {
    const ranking = await index.searchLexical(query.terms, query.filter, retrievalDepth)
    isUnsaid = ranking.length === 0
    return ranking
  }
  if (query.mode !== 'dense') searches.push({ weight: firstStageWeights.lexical, ranking: searchLexical() })

  const outcomes = await Promise.allSettled(searches.map(({ ranking }) => ranking))
  const rankings: WeightedRanking[] = []
  const failures: unknown[] = []
  for (const [position, outcome] of outcomes.entries()) {
    if (outcome.status === 'fulfilled')
      rankings.push({ ranking: outcome.value, weight: searches[position]?.weight ?? 0 })
    else failures.push(outcome.reason)
  }
  const [failure] = failures
  if (rankings.length === 0 && failures.length === 1 && failure instanceof AppError) throw failure
  if (rankings.length === 0)
    throw new AppError('INDEX_UNAVAILABLE', `No retriever answered: ${failures.map(reasonOf).join('; ')}`, {
      cause: failures[0],
    })
  failures.forEach(onDegraded)
  return { rankings, queryVector, isUnsaid, failures }
}
