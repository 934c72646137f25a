import type { Catalog } from '../catalog/catalog.js'
import type { Scored } from '../domain/ranking.js'
import type { CrossEncoder } from '../embed/cross-encoder.js'
import { passageInput } from '../embed/passage-input.js'
import type { Query } from './parse-query.js'
import { isName, type Retrieval } from './retrieve.js'

/**
 * The last stage, where a cross-encoder is configured: it reads the best passages of the second stage together with the
 * query and puts them in its own order (Nogueira & Cho, arXiv:1901.04085, 2019).
 */

export interface RerankDependencies {
  catalog: Pick<Catalog, 'findPassages' | 'findSummaries'>
  /** Null or missing: none is configured. */
  crossEncoder?: CrossEncoder | null
  onDegraded: (error: unknown) => void
}

/**
 * Passages that are read: two pages, the same whatever is asked for, so that no hit is on two pages. The cost of a search
 * is nearly proportional to it.
 */
export const rerankDepth = 20

/**
 * Whether reading can help: only hybrid search promises more than the order of one retriever, a name is there or it is
 * not, and a listing asks nothing.
 */
export const isWorthReading = (query: Pick<Query, 'mode' | 'question' | 'kind' | 'terms'>): boolean =>
  query.mode === 'hybrid' && query.question !== '' && !isName(query)

/**
 * The retrieval with its first passages in the order of the cross-encoder; as it was, and `degraded`, when that fails.
 * Each passage is read as it was embedded: under its document's title and its chapter.
 */
export async function rerank(
  query: Query,
  retrieval: Retrieval,
  { catalog, crossEncoder, onDegraded }: RerankDependencies,
): Promise<Retrieval> {
  const { ranking } = retrieval
  if (!crossEncoder || !isWorthReading(query) || ranking.length < 2) return retrieval
  try {
    const passages = await catalog.findPassages(
      ranking.slice(0, rerankDepth).map(({ passageId }) => passageId),
    )
    const documents = await catalog.findSummaries([...new Set(passages.map(({ documentId }) => documentId))])
    const titleOf = new Map(documents.map(({ id, title }) => [id, title]))
    const texts = passages.map((passage) => passageInput(titleOf.get(passage.documentId) ?? '', passage))
    const scores = await crossEncoder.score(query.question, texts)
    const relevanceOf = new Map(passages.map(({ id }, index) => [id, scores[index] ?? -Infinity]))
    return { ...retrieval, ranking: orderByRelevance(ranking, relevanceOf) }
  } catch (error) {
    onDegraded(error)
    return { ...retrieval, degraded: true }
  }
}

/**
 * The first `rerankDepth` by relevance, then the rest; equals, and those of unknown relevance after all others, in the
 * order that they had. Each keeps its own score, but none has more than the one before it: scores fall with the rank,
 * and the first one's says no more of it than what was known of it.
 * @param ranking by score, best first
 */
export function orderByRelevance(
  ranking: readonly Scored[],
  relevanceOf: ReadonlyMap<string, number>,
): Scored[] {
  const relevance = ({ passageId }: Scored) => relevanceOf.get(passageId) ?? -Infinity
  const ordered = ranking
    .slice(0, rerankDepth)
    // Not their difference, which is NaN for two that are unknown.
    .sort((a, b) => (relevance(a) === relevance(b) ? 0 : relevance(b) > relevance(a) ? 1 : -1))
  let highest = Infinity
  return [...ordered, ...ranking.slice(rerankDepth)].map(({ passageId, score }) => {
    highest = Math.min(highest, score)
    return { passageId, score: highest }
  })
}
