import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { nameSchemas } from '../name-schemas.js'
import { needsToken } from './guard.js'

/** The schemas of the routes as OpenAPI at /openapi.json, readable at /docs. Register before the routes. */
export async function registerOpenapi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cuepoint',
        version,
        description:
          'Finds the moment where something was said, in podcasts, shorts and posts. Times are integer milliseconds.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'search', description: 'Passages by question, phrase or word' },
        { name: 'documents', description: 'Episodes, shorts and posts' },
        { name: 'concepts', description: 'What documents are about, and how that relates' },
        { name: 'sources', description: 'What is subscribed to, and its pulls' },
        { name: 'server', description: 'Health and status' },
      ],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    // A client on the server's own machine may write without a token where none is set.
    transform: ({ schema, url, route }) => ({
      url,
      schema: [route.method].flat().some((method) => needsToken({ method, url }))
        ? { ...schema, security: [{ token: [] }, {}] }
        : schema,
    }),
    transformObject: (document) =>
      'openapiObject' in document ? nameSchemas(document.openapiObject) : document.swaggerObject,
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
