import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Concepts } from '../../concepts/concepts.js'
import {
  presentConcept,
  presentConceptDocument,
  presentConceptSummary,
  presentDocumentConcepts,
  presentGraph,
  presentMention,
} from '../present-concept.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import {
  ConceptDocumentsQuery,
  ConceptDocumentsResponse,
  ConceptListQuery,
  ConceptListResponse,
  ConceptResponse,
  DocumentConceptsResponse,
  GraphQuery,
  GraphResponse,
  HideBody,
  MentionsQuery,
  MentionsResponse,
  MergeBody,
  RenameBody,
  SlugParams,
  SplitBody,
} from '../schemas/concept.js'

export const conceptRoutes: FastifyPluginAsyncTypebox<{ services: { concepts: Concepts } }> = async (
  app,
  { services },
) => {
  const tags = ['concepts']

  app.get(
    '/concepts',
    {
      schema: {
        operationId: 'listConcepts',
        tags,
        querystring: ConceptListQuery,
        response: { 200: ConceptListResponse, ...errorResponses },
      },
    },
    async ({ query: { q = '', hidden = false, limit = 50, cursor = null } }) => {
      const { concepts, ...page } = await services.concepts.list({ text: q, hidden }, { limit, cursor })
      return { ...page, concepts: concepts.map(presentConceptSummary) }
    },
  )

  app.get(
    '/concepts/graph',
    {
      schema: {
        operationId: 'readConceptGraph',
        tags,
        description: 'Concepts and what relates them, to be drawn: the best, or one and its ring',
        querystring: GraphQuery,
        response: { 200: GraphResponse, ...errorResponses },
      },
    },
    async ({ query: { limit = 120, around } }) =>
      presentGraph(await services.concepts.showGraph({ limit, ...(around !== undefined && { around }) })),
  )

  app.get(
    '/concepts/:slug',
    {
      schema: {
        operationId: 'readConcept',
        tags,
        description:
          'A slug that the concept had before answers with the concept, whose slug is in the answer',
        params: SlugParams,
        response: { 200: ConceptResponse, ...errorResponses },
      },
    },
    async ({ params }) => presentConcept(await services.concepts.show(params.slug)),
  )

  app.get(
    '/concepts/:slug/documents',
    {
      schema: {
        operationId: 'listConceptDocuments',
        tags,
        description: 'The documents that mention it: where each does so first, and where it says most',
        params: SlugParams,
        querystring: ConceptDocumentsQuery,
        response: { 200: ConceptDocumentsResponse, ...errorResponses },
      },
    },
    async ({ params, query: { order = 'best', kind, document, limit = 20, cursor = null } }) => {
      const filter = {
        order,
        ...(kind !== undefined && { kind }),
        ...(document !== undefined && { documentId: document }),
      }
      const { documents, ...page } = await services.concepts.listDocuments(params.slug, filter, {
        limit,
        cursor,
      })
      return { ...page, documents: documents.map(presentConceptDocument) }
    },
  )

  app.get(
    '/concepts/:slug/mentions',
    {
      schema: {
        operationId: 'listMentions',
        tags,
        description: 'The sentence that names it, for each passage that does',
        params: SlugParams,
        querystring: MentionsQuery,
        response: { 200: MentionsResponse, ...errorResponses },
      },
    },
    async ({ params, query: { document, limit = 20, cursor = null } }) => {
      const filter = document === undefined ? {} : { documentId: document }
      const { mentions, next } = await services.concepts.listMentions(params.slug, filter, { limit, cursor })
      return { mentions: mentions.map(presentMention), next }
    },
  )

  app.get(
    '/documents/:id/concepts',
    {
      schema: {
        operationId: 'readDocumentConcepts',
        tags,
        description: 'What the document is about, and who is in it',
        params: IdParams,
        response: { 200: DocumentConceptsResponse, ...errorResponses },
      },
    },
    async ({ params }) => presentDocumentConcepts(await services.concepts.listOfDocument(params.id)),
  )

  const edited = { 200: ConceptResponse, ...errorResponses }

  app.post(
    '/concepts/:slug/merge',
    {
      schema: {
        operationId: 'mergeConcept',
        tags,
        description: 'Makes two concepts one; answers with the one that stays',
        params: SlugParams,
        body: MergeBody,
        response: edited,
      },
    },
    async ({ params, body }) => presentConcept(await services.concepts.merge(params.slug, body.into)),
  )

  app.post(
    '/concepts/:slug/split',
    {
      schema: {
        operationId: 'splitConcept',
        tags,
        description: 'Makes one of its names a concept of its own; answers with the one that it leaves',
        params: SlugParams,
        body: SplitBody,
        response: edited,
      },
    },
    async ({ params, body }) => presentConcept(await services.concepts.split(params.slug, body.alias)),
  )

  app.post(
    '/concepts/:slug/rename',
    {
      schema: {
        operationId: 'renameConcept',
        tags,
        description: 'Changes what it is shown as; its slug and its other names stay',
        params: SlugParams,
        body: RenameBody,
        response: edited,
      },
    },
    async ({ params, body }) => presentConcept(await services.concepts.rename(params.slug, body.name)),
  )

  app.post(
    '/concepts/:slug/hide',
    {
      schema: {
        operationId: 'hideConcept',
        tags,
        description: 'Takes it out of lists, searches and suggestions, or shows it again',
        params: SlugParams,
        body: HideBody,
        response: edited,
      },
    },
    async ({ params, body }) =>
      presentConcept(await services.concepts.hide(params.slug, body.hidden ?? true)),
  )
}
