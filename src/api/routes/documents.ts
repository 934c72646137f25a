import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { writeSrt, writeText, writeVtt } from '../../documents/write-transcript.js'
import type { Services } from '../../services.js'
import { presentDocument, presentSummary } from '../present-document.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  DocumentListQuery,
  DocumentListResponse,
  DocumentPatch,
  DocumentResponse,
  TranscriptResponse,
} from '../schemas/document.js'

const transcriptWriters = {
  vtt: { mediaType: 'text/vtt; charset=utf-8', write: writeVtt },
  srt: { mediaType: 'application/x-subrip; charset=utf-8', write: writeSrt },
  txt: { mediaType: 'text/plain; charset=utf-8', write: writeText },
} as const

export const documentRoutes: FastifyPluginAsyncTypebox<{ services: Services }> = async (
  app,
  { services },
) => {
  const tags = ['documents']

  app.get(
    '/documents',
    {
      schema: {
        tags,
        querystring: DocumentListQuery,
        response: { 200: DocumentListResponse, ...errorResponses },
      },
    },
    async ({ query }) => {
      const { q, kind, source, limit = 20, cursor = null } = query
      const filter = { ...(q && { title: q }), ...(kind && { kind }), ...(source && { sourceId: source }) }
      const { documents, ...page } = await services.catalog.listDocuments(filter, { limit, cursor })
      return { ...page, documents: documents.map(presentSummary) }
    },
  )

  app.get(
    '/documents/:id',
    { schema: { tags, params: IdParams, response: { 200: DocumentResponse, ...errorResponses } } },
    async ({ params }) => presentDocument(await services.showDocument(params.id)),
  )

  app.patch(
    '/documents/:id',
    {
      schema: {
        tags,
        params: IdParams,
        body: DocumentPatch,
        response: { 200: DocumentResponse, ...errorResponses },
      },
    },
    async ({ params, body }) => {
      await services.correctDocument(params.id, body)
      return presentDocument(await services.showDocument(params.id))
    },
  )

  app.get(
    '/documents/:id/transcript.json',
    { schema: { tags, params: IdParams, response: { 200: TranscriptResponse, ...errorResponses } } },
    async ({ params }) => {
      const { document, cues } = await services.readTranscript(params.id)
      return { documentId: document.id, timing: document.timing, cues }
    },
  )

  for (const [extension, { mediaType, write }] of Object.entries(transcriptWriters))
    app.get(
      `/documents/:id/transcript.${extension}`,
      {
        schema: {
          tags,
          params: IdParams,
          produces: [mediaType],
          response: { 200: Type.String(), ...errorResponses },
        },
      },
      async ({ params }, reply) =>
        reply.type(mediaType).send(write(await services.readTranscript(params.id))),
    )

  app.get(
    '/documents/:id/media',
    {
      schema: {
        tags,
        params: IdParams,
        description: 'The sound or video of a local source; answers Range requests',
      },
    },
    async ({ params }, reply) => {
      const { folder, fileName, mediaType } = await services.locateMedia(params.id)
      if (!/^(audio|video)\//.test(mediaType))
        // A feed of a stranger may call a web page an enclosure: it must not run as a page of this server.
        reply.type('application/octet-stream').header('content-disposition', 'attachment')
      else reply.type(mediaType)
      return reply.sendFile(fileName, folder)
    },
  )
}
