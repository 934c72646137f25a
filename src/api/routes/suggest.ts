import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Services } from '../../services.js'
import { errorResponses } from '../schemas/common.js'
import { SuggestQuery, SuggestResponse } from '../schemas/suggest.js'

export const suggestRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (app, { services }) => {
  const tags = ['search']

  app.get(
    '/suggest',
    {
      schema: {
        operationId: 'suggest',
        tags,
        description:
          'Titles, concepts, speakers, sources and past queries that have the typed words, as you type',
        querystring: SuggestQuery,
        response: { 200: SuggestResponse, ...errorResponses },
      },
    },
    ({ query: { q, limit = 8 } }) => ({ query: q, suggestions: services.suggestions.suggest(q, limit) }),
  )

  app.delete(
    '/suggest/queries',
    {
      schema: {
        operationId: 'forgetQueries',
        tags,
        description: 'Forgets all past queries',
        response: { 204: Type.Null(), ...errorResponses },
      },
    },
    async (_request, reply) => {
      await services.suggestions.forgetQueries()
      return reply.status(204).send(null)
    },
  )
}
