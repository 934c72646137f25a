import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { RelatedDocument } from '../../search/find-related.js'
import { presentHit } from '../present-hit.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import { RelatedQuery, RelatedResponse, type RelatedHitResponse } from '../schemas/search.js'

export interface RelatedServices {
  findRelated(documentId: string, k: number): Promise<RelatedDocument[]>
}

export const relatedRoutes: FastifyPluginAsyncTypebox<{ services: RelatedServices }> = async (
  app,
  { services },
) => {
  app.get(
    '/documents/:id/related',
    {
      schema: {
        operationId: 'findRelated',
        tags: ['documents'],
        description: 'Documents of any kind that are about the same',
        params: IdParams,
        querystring: RelatedQuery,
        response: { 200: RelatedResponse, ...errorResponses },
      },
    },
    async ({ params, query }) => {
      const related = await services.findRelated(params.id, query.k ?? 10)
      return { documentId: params.id, hits: related.map(presentRelated) }
    },
  )
}

const presentRelated = ({ companion, from, ...hit }: RelatedDocument): RelatedHitResponse => ({
  ...presentHit(hit),
  companion,
  from,
})
