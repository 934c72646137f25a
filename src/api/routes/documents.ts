import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listPassages } from '../../documents/list-passages.js'
import { listSentences } from '../../documents/list-sentences.js'
import { writeSrt, writeText, writeVtt } from '../../documents/write-transcript.js'
import type { Services } from '../../services.js'
import { presentDocument, presentSummary } from '../present-document.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  DocumentListQuery,
  DocumentListResponse,
  DocumentPatch,
  DocumentResponse,
  PassageListResponse,
  SentenceListQuery,
  SentenceListResponse,
  TranscriptResponse,
} from '../schemas/document.js'

const transcriptWriters = {
  vtt: { operationId: 'readTranscriptVtt', mediaType: 'text/vtt', write: writeVtt },
  srt: { operationId: 'readTranscriptSrt', mediaType: 'application/x-subrip', write: writeSrt },
  txt: { operationId: 'readTranscriptText', mediaType: 'text/plain', write: writeText },
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
        operationId: 'listDocuments',
        tags,
        querystring: DocumentListQuery,
        response: { 200: DocumentListResponse, ...errorResponses },
      },
    },
    async ({ query }) => {
      const { q, kind, source, only, sort = 'newest', limit = 20, cursor = null } = query
      const filter = {
        ...(q && { title: q }),
        ...(kind && { kind }),
        ...(source && { sourceId: source }),
        withoutTranscript: only === 'without-transcript',
        withIssues: only === 'with-issues',
      }
      const page = await services.catalog.listDocuments(filter, { limit, cursor, order: sort })
      const documents = page.documents.map((each) => ({
        ...presentSummary(each),
        hasTranscript: each.hasTranscript,
      }))
      return { ...page, documents }
    },
  )

  app.get(
    '/documents/:id',
    {
      schema: {
        operationId: 'readDocument',
        tags,
        params: IdParams,
        response: { 200: DocumentResponse, ...errorResponses },
      },
    },
    async ({ params }) => presentDocument(await services.showDocument(params.id)),
  )

  app.patch(
    '/documents/:id',
    {
      schema: {
        operationId: 'correctDocument',
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
    {
      schema: {
        operationId: 'readTranscript',
        tags,
        params: IdParams,
        response: { 200: TranscriptResponse, ...errorResponses },
      },
    },
    async ({ params }) => {
      const { document, cues } = await services.readTranscript(params.id)
      return { documentId: document.id, timing: document.timing, cues }
    },
  )

  app.get(
    '/documents/:id/passages',
    {
      schema: {
        operationId: 'listPassages',
        tags,
        description: 'Where its passages are: for asking what is like the one at a time',
        params: IdParams,
        response: { 200: PassageListResponse, ...errorResponses },
      },
    },
    async ({ params }) => ({
      documentId: params.id,
      passages: await listPassages(params.id, services.catalog),
    }),
  )

  app.get(
    '/documents/:id/sentences',
    {
      schema: {
        operationId: 'listSentences',
        tags,
        description:
          'What is said in a range, word by word: for cutting a clip where a sentence or a word ends',
        params: IdParams,
        querystring: SentenceListQuery,
        response: { 200: SentenceListResponse, ...errorResponses },
      },
    },
    async ({ params, query }) => {
      const range = { startMs: query.startMs, endMs: query.endMs }
      return { sentences: await listSentences(params.id, range, services.catalog) }
    },
  )

  for (const [extension, { operationId, mediaType, write }] of Object.entries(transcriptWriters))
    app.get(
      `/documents/:id/transcript.${extension}`,
      {
        schema: {
          operationId,
          tags,
          params: IdParams,
          response: { 200: { content: { [mediaType]: { schema: Type.String() } } }, ...errorResponses },
        },
      },
      async ({ params }, reply) =>
        reply.type(`${mediaType}; charset=utf-8`).send(write(await services.readTranscript(params.id))),
    )

  app.get(
    '/documents/:id/media',
    {
      schema: {
        operationId: 'readMedia',
        tags,
        params: IdParams,
        description: 'The sound or video of a local source; answers Range requests',
        response: { 200: { content: { '*/*': { schema: Type.Unknown() } } }, ...errorResponses },
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
