import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import type { McpHttp } from '../../mcp/serve-http.js'
import type { McpLibrary } from '../../mcp/library.js'
import { publicBase } from '../public-base.js'

/** A call with its arguments: a query has at most 2,000 characters. */
const bodyLimitBytes = 64 * 1024

interface McpRouteOptions extends Pick<Config, 'version'> {
  services: McpLibrary
  publicUrl: string | null
}

/**
 * The MCP server on the running one, at /mcp. Its tools only read, so that the guard treats it as reading: without a
 * token, but never for a page of another site.
 */
export const mcpRoute: FastifyPluginAsync<McpRouteOptions> = async (
  app,
  { services, publicUrl, version },
) => {
  let opening: Promise<McpHttp> | undefined
  // Loaded when it is asked for: most servers never are, and it takes a third of a second.
  const open = () =>
    (opening ??= import('../../mcp/serve-http.js').then(({ openMcpHttp }) =>
      openMcpHttp(services, { version, onError: (error) => app.log.warn({ err: error }, 'mcp') }),
    ))

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    bodyLimit: bodyLimitBytes,
    // Described by the protocol itself.
    schema: { hide: true },
    handler: async (request, reply) => {
      const base = publicBase(request, publicUrl)
      const { method, body, headers } = request
      const signal = closeSignal(reply)
      return reply.send(
        await (await open()).answer({ method, body, headers: toHeaders(headers), signal, base }),
      )
    },
  })
  // Before the server waits for connections to end: a stream would never.
  app.addHook('preClose', async () => (await opening)?.close())
}

/** Aborted when the client leaves before its answer is complete. */
function closeSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}

/** Those that a body of its own length gets anew are left out. */
function toHeaders(headers: FastifyRequest['headers']): Headers {
  const copied = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (name !== 'content-length' && name !== 'connection')
      for (const each of [value ?? []].flat()) copied.append(name, each)
  return copied
}
