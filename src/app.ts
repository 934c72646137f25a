import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { registerEmbedding } from './api/plugins/embedding.js'
import { answerError, registerErrors, registerNotFound } from './api/plugins/errors.js'
import { registerGuard } from './api/plugins/guard.js'
import { registerOpenapi } from './api/plugins/openapi.js'
import { registerPages } from './api/plugins/pages.js'
import { missingPage } from './api/pages/describe-routes.js'
import { addSourceRoutes } from './api/routes/add-source.js'
import { alignmentRoutes } from './api/routes/alignment.js'
import { collectionRoutes } from './api/routes/collections.js'
import { conceptRoutes } from './api/routes/concepts.js'
import { coverageRoutes } from './api/routes/coverage.js'
import { documentRoutes } from './api/routes/documents.js'
import { embedPageRoute } from './api/routes/embed-page.js'
import { exportRoutes } from './api/routes/exports.js'
import { jobRoutes } from './api/routes/jobs.js'
import { mcpRoute } from './api/routes/mcp.js'
import { oembedRoutes } from './api/routes/oembed.js'
import { relatedRoutes } from './api/routes/related.js'
import { reuseRoutes } from './api/routes/reuse.js'
import { savedSearchRoutes } from './api/routes/saved-searches.js'
import { searchRssRoute } from './api/routes/search-rss.js'
import { repeatRoutes } from './api/routes/repeats.js'
import { searchRoutes } from './api/routes/search.js'
import { healthRoutes, serverRoutes } from './api/routes/server.js'
import { sourceRoutes } from './api/routes/sources.js'
import { suggestRoutes } from './api/routes/suggest.js'
import { toSchemaError } from './api/schema-errors.js'
import type { Config } from './config.js'
import type { PullSchedule } from './jobs/plan-pulls.js'
import type { Services } from './services.js'

/** Bodies here are addresses and corrections. */
const bodyLimitBytes = 1024 * 1024

/** A query of 2,000 characters of any script takes up to 24 kB when it is encoded in an address. */
const maxHeaderBytes = 64 * 1024

const noSchedule: PullSchedule = { everyMs: null, watches: false }

/** The whole HTTP surface over the services; listens nowhere. */
export async function buildApp(
  services: Services,
  config: Pick<Config, 'token' | 'host' | 'webFolder' | 'version'> &
    Partial<Pick<Config, 'publicUrl' | 'embedOrigins' | 'sampleFolder'>> & { schedule?: PullSchedule },
  logger: FastifyServerOptions['logger'] = false,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logger ?? false,
    bodyLimit: bodyLimitBytes,
    http: { maxHeaderSize: maxHeaderBytes },
    // A misspelt field is an error, not a change that silently did nothing.
    ajv: { customOptions: { removeAdditional: false } },
    schemaErrorFormatter: toSchemaError,
    frameworkErrors: answerError,
    trustProxy: false,
  }).withTypeProvider<TypeBoxTypeProvider>()
  registerErrors(app)
  await app.register(cookie)
  registerGuard(app, config)
  await registerOpenapi(app, config.version)
  const { publicUrl = null, embedOrigins = null, schedule = noSchedule, sampleFolder = null } = config
  registerEmbedding(app, embedOrigins)
  const sendShell = await registerPages(app, services, config)
  registerNotFound(app, sendShell && ((request, reply) => sendShell(request, reply, missingPage)))
  if (sendShell) await app.register(embedPageRoute, { services, embedOrigins })
  await app.register(healthRoutes, { services })
  await app.register(mcpRoute, { services, publicUrl, version: config.version })
  await app.register(
    async (api) => {
      await api.register(searchRoutes, { services })
      await api.register(suggestRoutes, { services })
      await api.register(documentRoutes, { services })
      await api.register(relatedRoutes, { services })
      await api.register(alignmentRoutes, { services })
      await api.register(conceptRoutes, { services })
      await api.register(collectionRoutes, { services })
      await api.register(exportRoutes, { services, publicUrl })
      await api.register(reuseRoutes, { services })
      await api.register(coverageRoutes, { services })
      await api.register(repeatRoutes, { services })
      await api.register(savedSearchRoutes, { services })
      await api.register(searchRssRoute, { services, publicUrl })
      await api.register(sourceRoutes, { services, schedule })
      await api.register(addSourceRoutes, { services, schedule, sampleFolder })
      await api.register(jobRoutes, { services })
      await api.register(oembedRoutes, { services, publicUrl })
      await api.register(serverRoutes, { services, token: config.token })
    },
    { prefix: '/api/v1' },
  )
  return app
}
