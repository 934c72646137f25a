import type { FastifyInstance } from 'fastify'
import type { EmbedOrigins } from '../../config.js'

/**
 * What pages of other origins may do with this library. A frame shows a document without letting the page around it
 * read anything; a player of their own has to read, so it is given to origins that the operator names, and to reading
 * alone.
 */

/** What `<cuepoint-player>` asks for, without a preflight: GET and HEAD, no header of its own. */
const readableRoutes = new Set([
  '/api/v1/documents/:id',
  '/api/v1/documents/:id/transcript.json',
  '/api/v1/documents/:id/media',
])

/** Values of the directive `frame-ancestors` for the pages that are made to be framed. */
export function frameAncestors(origins: EmbedOrigins): string[] {
  if (origins === null || origins === 'any') return ['*']
  return ["'self'", ...origins]
}

/** Whether a page of another origin may load the script of the player at all. */
export const isScriptShared = (origins: EmbedOrigins): boolean =>
  origins !== null && (origins === 'any' || origins.length > 0)

export function registerEmbedding(app: FastifyInstance, origins: EmbedOrigins): void {
  if (!isScriptShared(origins)) return
  app.addHook('onRequest', (request, reply, done) => {
    if (readableRoutes.has(request.routeOptions.url ?? '')) {
      const allowed = allowedOrigin(request.headers.origin, origins)
      if (origins !== 'any') reply.header('vary', 'Origin')
      if (allowed !== null) reply.header('access-control-allow-origin', allowed)
    }
    done()
  })
}

function allowedOrigin(origin: string | undefined, origins: EmbedOrigins): string | null {
  if (origins === 'any') return '*'
  return origin !== undefined && origins?.includes(origin) ? origin : null
}
