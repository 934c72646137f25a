import type { FastifyRequest } from 'fastify'
import { isLoopback } from './plugins/guard.js'

/**
 * The server's own address as others can use it, without a slash at the end: the configured one, else that of the
 * request where nobody can have made it up (a name of this machine, or the very address that the connection came to).
 * Null for another name: it may be one that a stranger put into the request, and must not stand in what a cache keeps.
 */
export function publicBase(request: FastifyRequest, publicUrl: string | null | undefined): string | null {
  if (publicUrl) return publicUrl
  const { hostname } = request
  if (!isLoopback(hostname) && bare(hostname) !== bare(request.socket.localAddress ?? '')) return null
  const base = `${request.protocol}://${request.host}`
  return URL.canParse(base) ? new URL(base).origin : null
}

/** Without the brackets of IPv6 in addresses and without the prefix of mapped IPv4. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '')
