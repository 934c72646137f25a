import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { ClipInCollection } from '../../editor/collections/collections.js'
import type { ShownCollection } from '../../editor/collections/show-collection.js'
import type { Services } from '../../services.js'
import { presentClipIn, presentCollection, readIfMatch, toEtag } from '../present-collection.js'
import {
  ClipInCollectionResponse,
  ClipParams,
  ClipPatchBody,
  CollectionListResponse,
  CollectionPatchBody,
  CollectionResponse,
  IfMatchHeaders,
  NewClipBody,
  NewCollection,
  RestoreBody,
} from '../schemas/collection.js'
import { errorResponses, IdParams } from '../schemas/common.js'

export const collectionRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (
  app,
  { services },
) => {
  const tags = ['collections']
  const conditionOf = (headers: { 'if-match'?: string | undefined }) => ({
    ifVersion: readIfMatch(headers['if-match']),
  })
  const sendCollection = (reply: FastifyReply, collection: ShownCollection) => {
    reply.header('etag', toEtag(collection.version))
    return presentCollection(collection)
  }
  const sendClip = (reply: FastifyReply, clip: ClipInCollection) => {
    reply.header('etag', toEtag(clip.version))
    return presentClipIn(clip)
  }

  app.get(
    '/collections',
    {
      schema: {
        operationId: 'listCollections',
        tags,
        response: { 200: CollectionListResponse, ...errorResponses },
      },
    },
    async () => ({ collections: await services.editor.collections.list() }),
  )

  app.post(
    '/collections',
    {
      schema: {
        operationId: 'addCollection',
        tags,
        body: NewCollection,
        response: { 201: CollectionResponse, ...errorResponses },
      },
    },
    async ({ body }, reply) => {
      reply.status(201)
      return sendCollection(reply, await services.editor.collections.add(body))
    },
  )

  app.get(
    '/collections/:id',
    {
      schema: {
        operationId: 'readCollection',
        tags,
        params: IdParams,
        response: { 200: CollectionResponse, ...errorResponses },
      },
    },
    async ({ params }, reply) => sendCollection(reply, await services.editor.collections.show(params.id)),
  )

  app.patch(
    '/collections/:id',
    {
      schema: {
        operationId: 'changeCollection',
        tags,
        description: 'Its title, its note, or the order of its clips',
        params: IdParams,
        headers: IfMatchHeaders,
        body: CollectionPatchBody,
        response: { 200: CollectionResponse, ...errorResponses },
      },
    },
    async ({ params, headers, body }, reply) =>
      sendCollection(reply, await services.editor.collections.patch(params.id, body, conditionOf(headers))),
  )

  app.delete(
    '/collections/:id',
    {
      schema: {
        operationId: 'removeCollection',
        tags,
        description: 'For 30 days `restore` brings it back',
        params: IdParams,
        headers: IfMatchHeaders,
        response: { 204: Type.Null(), ...errorResponses },
      },
    },
    async ({ params, headers }, reply) => {
      await services.editor.collections.remove(params.id, conditionOf(headers))
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/collections/:id/restore',
    {
      schema: {
        operationId: 'restoreCollection',
        tags,
        description: 'Undo and redo: it becomes what it was at a version, as one more change',
        params: IdParams,
        headers: IfMatchHeaders,
        body: RestoreBody,
        response: { 200: CollectionResponse, ...errorResponses },
      },
    },
    async ({ params, headers, body }, reply) =>
      sendCollection(
        reply,
        await services.editor.collections.restore(params.id, body.version, conditionOf(headers)),
      ),
  )

  app.post(
    '/collections/:id/clips',
    {
      schema: {
        operationId: 'addClip',
        tags,
        params: IdParams,
        headers: IfMatchHeaders,
        body: NewClipBody,
        response: { 201: ClipInCollectionResponse, ...errorResponses },
      },
    },
    async ({ params, headers, body }, reply) => {
      reply.status(201)
      return sendClip(reply, await services.editor.collections.addClip(params.id, body, conditionOf(headers)))
    },
  )

  app.get(
    '/collections/:id/clips/:clipId',
    {
      schema: {
        operationId: 'readClip',
        tags,
        params: ClipParams,
        response: { 200: ClipInCollectionResponse, ...errorResponses },
      },
    },
    async ({ params }, reply) =>
      sendClip(reply, await services.editor.collections.showClip(params.id, params.clipId)),
  )

  app.patch(
    '/collections/:id/clips/:clipId',
    {
      schema: {
        operationId: 'changeClip',
        tags,
        params: ClipParams,
        headers: IfMatchHeaders,
        body: ClipPatchBody,
        response: { 200: ClipInCollectionResponse, ...errorResponses },
      },
    },
    async ({ params, headers, body }, reply) =>
      sendClip(
        reply,
        await services.editor.collections.patchClip(params.id, params.clipId, body, conditionOf(headers)),
      ),
  )

  app.delete(
    '/collections/:id/clips/:clipId',
    {
      schema: {
        operationId: 'removeClip',
        tags,
        params: ClipParams,
        headers: IfMatchHeaders,
        response: { 200: CollectionResponse, ...errorResponses },
      },
    },
    async ({ params, headers }, reply) =>
      sendCollection(
        reply,
        await services.editor.collections.removeClip(params.id, params.clipId, conditionOf(headers)),
      ),
  )
}
