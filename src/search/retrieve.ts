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

export interface Retrieval {
  /** Best first. */
  ranking: Scored[]
  /** What was looked for: the query's terms with other ways to write them, and its vector. */
  probe: Probe
  /** Passages that fit well, as far as the second stage looked; null where it did not. */
  foundWell: number | null
  degraded: boolean
}

export interface RetrieveDependencies {
  index: SearchIndex
  embedder: Embedder
  /** Told of a retriever that failed while another answered. */
  onDegraded: (error: unknown) => void
}

/**
 * Both retrievers side by side, then the second stage over the union of what they found. In the modes of one retriever
 * its own order. A query that is a filter and nothing else finds the newest that it leaves. A part that fails leaves the others' answer and `degraded`.
 * @throws INDEX_UNAVAILABLE when no retriever answered
 */
export async function retrieve(query: Query, dependencies: RetrieveDependencies): Promise<Retrieval> {
  const { index, onDegraded } = dependencies
  if (query.question === '') {
    const ranking = await index.listNewest(query.filter, retrievalDepth)
    return { ranking: [...ranking], probe: { terms: [], vector: null }, foundWell: null, degraded: false }
  }
  const terms = await addAlternatives(query, dependencies)
  const { rankings, queryVector, failures } = await askRetrievers({ ...query, terms }, dependencies)
  const probe = { terms, vector: queryVector }
  const fused = fuseByScore(rankings)
  const isDegraded = failures.length > 0
  if (query.mode !== 'hybrid') return { ranking: fused, probe, foundWell: null, degraded: isDegraded }
  try {
    const evidence = await index.gatherEvidence(
      fused.map(({ passageId }) => passageId),
      probe,
    )
    const weights = chooseWeights(query, dependencies.embedder.identity)
    return {
      ranking: rescore(evidence, weights),
      probe,
      foundWell: evidence.filter(fitsWell).length,
      degraded: isDegraded,
    }
  } catch (error) {
    onDegraded(error)
    return { ranking: fused, probe, foundWell: null, degraded: true }
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
  { index, onDegraded }: RetrieveDependencies,
): Promise<readonly QueryTerm[]> {
  try {
    return [...terms, ...(await index.findAlternatives(terms))]
  } catch (error) {
    onDegraded(error)
    return terms
  }
}

async function askRetrievers(query: Query, { index, embedder, onDegraded }: RetrieveDependencies) {
  let queryVector: Float32Array | null = null
  const searchDense = async (): Promise<Ranking> => {
    queryVector = await embedder.embedQuery(query.question)
    return index.searchDense(queryVector, query.filter, retrievalDepth)
  }
  const searches: { weight: number; ranking: Promise<Ranking> }[] = []
  if (query.mode !== 'lexical') searches.push({ weight: firstStageWeights.dense, ranking: searchDense() })
  if (query.mode !== 'dense')
    searches.push({
      weight: firstStageWeights.lexical,
      ranking: index.searchLexical(query.terms, query.filter, retrievalDepth),
    })

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
  return { rankings, queryVector, failures }
}
