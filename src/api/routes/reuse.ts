import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { pagePath } from '../../domain/page-path.js'
import type { FindReuse, ReusablePassage } from '../../editor/reuse/find-reuse.js'
import { presentCard } from '../present-document.js'
import { errorResponses } from '../schemas/common.js'
import { ReuseBody, ReuseResponse, type ReusablePassageResponse } from '../schemas/reuse.js'
import { toFilter } from '../to-filter.js'

export interface ReuseServices {
  editor: { findReuse: FindReuse }
}

export const reuseRoutes: FastifyPluginAsyncTypebox<{ services: ReuseServices }> = async (
  app,
  { services },
) => {
  app.post(
    '/reuse',
    {
      schema: {
        operationId: 'findReuse',
        tags: ['desk'],
        description: 'For each paragraph of a draft the passages that say, support or repeat it',
        body: ReuseBody,
        response: { 200: ReuseResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      const started = performance.now()
      const { draft, k = 5, limit = 20, cursor = null, ...filter } = body
      const left = new AbortController()
      reply.raw.on('close', () => left.abort())
      const request = { draft, k, limit, cursor, filter: toFilter(filter) }
      const { paragraphs, ...result } = await services.editor.findReuse(request, left.signal)
      return {
        ...result,
        paragraphs: paragraphs.map((each) => ({ ...each, matches: each.matches.map(presentPassage) })),
        tookMs: Math.round(performance.now() - started),
      }
    },
  )
}

function presentPassage({ document, usedIn, ...passage }: ReusablePassage): ReusablePassageResponse {
  const { jumpMs, anchor } = passage
  return {
    ...passage,
    document: presentCard(document),
    url: pagePath(document.id, { startMs: jumpMs, endMs: null, anchor }),
    usedIn,
  }
}
