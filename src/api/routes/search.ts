import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { SearchResult } from '../../search/search-result.js'
import type { Services } from '../../services.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import { SearchQuery, SearchResponse, SimilarQuery, SimilarResponse } from '../schemas/search.js'
import { presentHit } from '../present-hit.js'
import { toFilter } from '../to-filter.js'

export const searchRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/search',
    {
      schema: {
        operationId: 'search',
        tags: ['search'],
        querystring: SearchQuery,
        response: { 200: SearchResponse, ...errorResponses },
      },
    },
    async ({ query }) => {
      const started = performance.now()
      const { q, k = 10, mode = 'hybrid', sort = 'relevance', cursor = null, remember = false } = query
      const result = await services.search(q, { k, mode, sort, cursor, filter: toFilter(query) })
      if (remember && cursor === null)
        // What is misspelt is nothing to suggest to others.
        void services.suggestions.recordQuery({
          text: result.query,
          hits: result.didYouMean === null ? result.total : 0,
          foundWell: countFits(result),
        })
      const tookMs = Math.round((performance.now() - started) * 10) / 10
      return {
        ...result,
        understood: [...result.understood],
        tookMs,
        hits: result.hits.map(presentHit),
      }
    },
  )

  app.get(
    '/passages/:id/similar',
    {
      schema: {
        operationId: 'findSimilar',
        tags: ['search'],
        params: IdParams,
        querystring: SimilarQuery,
        response: { 200: SimilarResponse, ...errorResponses },
      },
    },
    async ({ params, query }) => {
      const hits = await services.findSimilar(params.id, query.k ?? 10)
      return { passageId: params.id, hits: hits.map(presentHit) }
    },
  )
}

/** Null where it cannot be told: of what is misspelt and finds something all the same, and while half of it is away. */
function countFits({ total, degraded, didYouMean, foundWell }: SearchResult): number | null {
  if (total === 0 && !degraded) return 0
  return didYouMean === null ? foundWell : null
}
