import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Services } from '../../services.js'
import { presentMatch, presentSavedSearch, toSavedPatch, toSavedSearch } from '../present-saved-search.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  NewSavedSearch,
  ReadBody,
  SavedMatchesQuery,
  SavedMatchesResponse,
  SavedSearchListResponse,
  SavedSearchPatch,
  SavedSearchResponse,
} from '../schemas/saved-search.js'

export const savedSearchRoutes: FastifyPluginAsyncTypebox<{
  services: Pick<Services, 'editor'>
}> = async (app, { services }) => {
  const searches = () => services.editor.savedSearches
  const tags = ['saved searches']
  const params = IdParams
  const answer = { 200: SavedSearchResponse, ...errorResponses }

  app.get(
    '/saved-searches',
    {
      schema: {
        operationId: 'listSavedSearches',
        tags,
        response: { 200: SavedSearchListResponse, ...errorResponses },
      },
    },
    async () => ({ savedSearches: (await searches().list()).map(presentSavedSearch) }),
  )

  app.post(
    '/saved-searches',
    {
      schema: {
        operationId: 'addSavedSearch',
        tags,
        description: 'Finds what comes into the library from now on; what is in it is not new',
        body: NewSavedSearch,
        response: { 201: SavedSearchResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) =>
      reply.status(201).send(presentSavedSearch(await searches().add(toSavedSearch(body)))),
  )

  app.get(
    '/saved-searches/:id',
    { schema: { operationId: 'readSavedSearch', tags, params, response: answer } },
    async ({ params: { id } }) => presentSavedSearch(await searches().read(id)),
  )

  app.patch(
    '/saved-searches/:id',
    {
      schema: { operationId: 'changeSavedSearch', tags, params, body: SavedSearchPatch, response: answer },
    },
    async ({ params: { id }, body }) => presentSavedSearch(await searches().change(id, toSavedPatch(body))),
  )

  app.delete(
    '/saved-searches/:id',
    {
      schema: {
        operationId: 'removeSavedSearch',
        tags,
        params,
        response: { 204: Type.Null({ description: 'It is gone' }), ...errorResponses },
      },
    },
    async ({ params: { id } }, reply) => {
      await searches().remove(id)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/saved-searches/:id/matches',
    {
      schema: {
        operationId: 'listSavedMatches',
        tags,
        params,
        querystring: SavedMatchesQuery,
        response: { 200: SavedMatchesResponse, ...errorResponses },
      },
    },
    async ({ params: { id }, query: { limit = 20, cursor = null } }) => {
      const { matches, next } = await searches().listMatches(id, { limit, cursor })
      return { matches: matches.map(presentMatch), next }
    },
  )

  app.post(
    '/saved-searches/:id/read',
    {
      schema: {
        operationId: 'readSavedMatches',
        tags,
        description: 'Marks matches as read: all, or those up to one',
        params,
        body: ReadBody,
        response: answer,
      },
    },
    async ({ params: { id }, body }) => presentSavedSearch(await searches().markRead(id, body.upTo ?? null)),
  )

  app.post(
    '/saved-searches/:id/test',
    {
      schema: {
        operationId: 'testWebhook',
        tags,
        description: 'Sends its webhook a message without matches, once; `lastDelivery` tells how it went',
        params,
        response: { 202: SavedSearchResponse, ...errorResponses },
      },
    },
    async ({ params: { id } }, reply) =>
      reply.status(202).send(presentSavedSearch(await searches().sendTest(id))),
  )

  app.post(
    '/saved-searches/:id/secret',
    {
      schema: {
        operationId: 'renewWebhookSecret',
        tags,
        description: 'Makes another secret for its webhook, which the answer holds; the old one ends at once',
        params,
        response: answer,
      },
    },
    async ({ params: { id } }) => presentSavedSearch(await searches().renewSecret(id)),
  )
}
