import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { AppError } from '../../errors.js'

/**
 * Who may do what: reading is open to whoever can reach the server, writing needs the token, or a client on this
 * machine where none is set. Pages of other sites are kept out, also when a foreign name resolves to this machine.
 */

export interface GuardOptions {
  token: string | null
  /** Where the server listens. */
  host: string
  /** The origin under which a proxy on this machine shows it. */
  publicUrl?: string | null
}

export const sessionCookie = 'cuepoint_token'

const readMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
/** The one takes the token itself; the other asks by POST, and its tools only read. */
const openWrites = new Set(['/api/v1/session', '/mcp'])

export function registerGuard(app: FastifyInstance, { token, host, publicUrl }: GuardOptions): void {
  const checksHost = isLoopback(host)
  const publicHost = publicUrl ? new URL(publicUrl).host : null
  app.addHook('onRequest', (request, _reply, done) => {
    if (checksHost && request.host !== publicHost) refuseForeignHost(request)
    refuseForeignOrigin(request, publicUrl ?? null)
    if (needsToken(request)) requireWriter(request, token)
    done()
  })
}

export const needsToken = ({ method, url }: { method: string; url: string }): boolean =>
  !readMethods.has(method) && !openWrites.has(url)

/** Against DNS rebinding: a server on loopback has no other names than the one it was given. */
function refuseForeignHost(request: FastifyRequest): void {
  if (!isLoopback(request.hostname))
    throw new AppError(
      'HOST_FORBIDDEN',
      `This server answers to localhost, not to the host name ${request.hostname}: set CUEPOINT_HOST to serve a network, CUEPOINT_PUBLIC_URL behind a proxy.`,
    )
}

function refuseForeignOrigin({ method, headers }: FastifyRequest, publicUrl: string | null): void {
  const { origin, host } = headers
  if (readMethods.has(method) || origin === undefined) return
  // A proxy may call this server by another name than readers do.
  if (URL.canParse(origin) && (new URL(origin).host === host || origin === publicUrl)) return
  throw new AppError('HOST_FORBIDDEN', `A page of ${origin} may not change this library.`)
}

function requireWriter(request: FastifyRequest, token: string | null): void {
  if (token === null) {
    // Under another name than this machine's it is others who ask, whatever the proxy says of them.
    if (isOfThisMachine(request)) return
    throw new AppError(
      'TOKEN_REQUIRED',
      'Changes are accepted from this machine only: set CUEPOINT_TOKEN and send it as a bearer token.',
    )
  }
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (isToken(bearer ?? request.cookies[sessionCookie], token)) return
  throw new AppError(
    'TOKEN_REQUIRED',
    'Changes need the token of this server (CUEPOINT_TOKEN): type it on /library, or send it as a bearer token.',
  )
}

/** Asked by a program or a browser of this machine, as far as anything can be told. */
export const isOfThisMachine = (request: FastifyRequest): boolean =>
  isLoopback(request.ip) && isLoopback(request.hostname) && !isForwarded(request)

/** A proxy on this machine passes on the requests of others. */
const isForwarded = ({ headers }: FastifyRequest): boolean =>
  headers.forwarded !== undefined ||
  headers['x-forwarded-for'] !== undefined ||
  headers['x-real-ip'] !== undefined

/** Takes the same time wherever the two differ. */
export function isToken(candidate: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return candidate !== undefined && candidate !== '' && timingSafeEqual(digest(candidate), digest(token))
}

/** `localhost`, 127.0.0.0/8, ::1, also as mapped IPv4. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  if (bare === 'localhost') return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback'
}
