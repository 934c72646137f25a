import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
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
        // What is misspelt found something, and is nothing to suggest to others.
        void services.suggestions.recordQuery({
          text: result.query,
          hits: result.didYouMean === null ? result.total : 0,
          foundWell: result.didYouMean === null ? result.foundWell : null,
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
