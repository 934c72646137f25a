import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ShowCoverage, ShownCoverage } from '../../editor/coverage/coverage.js'
import { presentPlace } from '../present-concept.js'
import { errorResponses } from '../schemas/common.js'
import { CoverageQuery, CoverageResponse } from '../schemas/coverage.js'

export interface CoverageServices {
  editor: { showCoverage: ShowCoverage }
}

export const coverageRoutes: FastifyPluginAsyncTypebox<{ services: CoverageServices }> = async (
  app,
  { services },
) => {
  app.get(
    '/coverage',
    {
      schema: {
        operationId: 'showCoverage',
        tags: ['desk'],
        description: 'What the library lacks: concepts on one side only, old explanations, searches in vain',
        querystring: CoverageQuery,
        response: { 200: CoverageResponse, ...errorResponses },
      },
    },
    async ({ query: { list = null, limit = 20, cursor = null, months = 24 } }) =>
      presentCoverage(await services.editor.showCoverage({ list, limit, cursor, months })),
  )
}

function presentCoverage(shown: ShownCoverage): CoverageResponse {
  const { writtenOnly, spokenOnly, explainedLongAgo } = shown
  const present = ({ entries, ...list }: ShownCoverage['writtenOnly']) => ({
    ...list,
    entries: entries.map((entry) => ({ ...entry, moment: entry.moment && presentPlace(entry.moment) })),
  })
  return {
    ...shown,
    writtenOnly: present(writtenOnly),
    spokenOnly: present(spokenOnly),
    explainedLongAgo: {
      ...explainedLongAgo,
      entries: explainedLongAgo.entries.map((entry) => ({
        ...entry,
        first: entry.first && presentPlace(entry.first),
        last: entry.last && presentPlace(entry.last),
      })),
    },
  }
}
