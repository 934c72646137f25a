import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Editor } from '../../editor/editor.js'
import { presentRepeatList, presentRepeatsOf } from '../present-repeats.js'
import { errorResponses } from '../schemas/common.js'
import { RepeatListQuery, RepeatListResponse, RepeatsOfQuery, RepeatsOfResponse } from '../schemas/repeats.js'

export interface RepeatServices {
  editor: Pick<Editor, 'repeats'>
}

export const repeatRoutes: FastifyPluginAsyncTypebox<{ services: RepeatServices }> = async (
  app,
  { services },
) => {
  const tags = ['desk']

  app.get(
    '/repeats',
    {
      schema: {
        operationId: 'listRepeats',
        tags,
        description: 'What is told in several places of the library, each group with its places',
        querystring: RepeatListQuery,
        response: { 200: RepeatListResponse, ...errorResponses },
      },
    },
    async ({ query: { limit = 20, cursor = null, source, template = false, ...filter } }) => {
      const sought = { ...filter, template, ...(source !== undefined && { sourceId: source }) }
      return presentRepeatList(await services.editor.repeats.list(sought, { limit, cursor }))
    },
  )

  app.get(
    '/repeats/of',
    {
      schema: {
        operationId: 'findRepeatsOf',
        tags,
        description: 'Where else a stretch of a document is told, and in which clips it is used already',
        querystring: RepeatsOfQuery,
        response: { 200: RepeatsOfResponse, ...errorResponses },
      },
    },
    async ({ query }) => presentRepeatsOf(await services.editor.repeats.findOf(query)),
  )
}
