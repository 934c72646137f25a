import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Alignments } from '../../editor/align/alignments.js'
import { presentAlignment } from '../present-alignment.js'
import { AlignmentQuery, AlignmentResponse, ChaptersResponse } from '../schemas/alignment.js'
import { errorResponses, IdParams } from '../schemas/common.js'

export const alignmentRoutes: FastifyPluginAsyncTypebox<{
  services: { editor: { alignments: Alignments } }
}> = async (app, { services }) => {
  const tags = ['documents']

  app.get(
    '/documents/:id/alignment',
    {
      schema: {
        operationId: 'readAlignment',
        tags,
        description: 'A post beside its recording: which section and paragraph is said when',
        params: IdParams,
        querystring: AlignmentQuery,
        response: { 200: AlignmentResponse, ...errorResponses },
      },
    },
    async ({ params, query }) =>
      presentAlignment(await services.editor.alignments.show(params.id, query.with ?? null)),
  )

  app.get(
    '/documents/:id/alignment.chapters.json',
    {
      schema: {
        operationId: 'readAlignmentChapters',
        tags,
        description: 'The sections of a post as chapters of its recording (podcast:chapters)',
        params: IdParams,
        querystring: AlignmentQuery,
        response: {
          200: { content: { 'application/json+chapters': { schema: ChaptersResponse } } },
          ...errorResponses,
        },
      },
    },
    async ({ params, query }, reply) => {
      const chapters = await services.editor.alignments.writeChapters(params.id, query.with ?? null)
      return reply.type('application/json+chapters').send(chapters)
    },
  )
}
