import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.js'
import type { Services } from '../../services.js'
import { describeRoutes, missingPage, startPage } from '../pages/describe-routes.js'
import { writeHead, type PageHead } from '../pages/page-head.js'
import { publicBase } from '../public-base.js'
import { isScriptShared } from './embedding.js'

/** Shows the shell of the pages with what is known of the page asked for in its head. */
export type SendShell = (
  request: FastifyRequest,
  reply: FastifyReply,
  head: PageHead,
) => Promise<FastifyReply>

/** Between these the shell that was built has the head of the start page. */
const headPattern = /<!-- head -->[^]*<!-- \/head -->/

const hashedSeconds = 365 * 24 * 3600

/**
 * The built web pages, under a strict content security policy. Without a build only the API answers, and null is given
 * for the shell.
 */
export async function registerPages(
  app: FastifyInstance,
  services: Services,
  { webFolder, publicUrl, embedOrigins = null }: Pick<Config, 'webFolder'> & Partial<Config>,
): Promise<SendShell | null> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Covers and media live at publishers, most with https, some old ones without.
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
        mediaSrc: ["'self'", 'blob:', 'https:', 'http:'],
        frameSrc: ['https://www.youtube-nocookie.com'],
        styleSrc: ["'self'"],
        // The player's controls (media-chrome) write <style> elements into their shadow trees. No attribute needs it:
        // what is set by script over `element.style` is not bound by the policy.
        styleSrcElem: ["'self'", "'unsafe-inline'"],
        styleSrcAttr: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Embeds of YouTube refuse to play without one.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Plain http is what a home server speaks.
    strictTransportSecurity: false,
  })
  const embedScript = join(webFolder, 'embed.js')
  /** Vite puts a hash of its content into the name of what it writes here. */
  const hashedFolder = join(webFolder, 'assets') + sep
  await app.register(fastifyStatic, {
    root: webFolder,
    index: false,
    dotfiles: 'ignore',
    serve: existsSync(webFolder),
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(hashedFolder)
      response.setHeader(
        'cache-control',
        isHashed ? `public, max-age=${hashedSeconds}, immutable` : 'no-cache',
      )
      if (path === embedScript && isScriptShared(embedOrigins))
        response.setHeader('cross-origin-resource-policy', 'cross-origin')
    },
  })
  if (!existsSync(webFolder)) return null

  const sendShell: SendShell = async (request, reply, head) => {
    // Read anew each time: a build beside a running server must not leave old pages asking for files that are gone.
    const shell = await readFile(join(webFolder, 'index.html'), 'utf8')
    const filled = shell.replace(headPattern, () => writeHead(head, publicBase(request, publicUrl)))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(filled)
  }
  for (const [route, describe] of Object.entries(describeRoutes))
    app.get(route, { schema: { hide: true } }, async (request, reply) => {
      const { params, query } = request as { params: Record<string, string>; query: Record<string, unknown> }
      const head = await describe({ params, query: new URLSearchParams(toPairs(query)) }, services).catch(
        (error: unknown) => {
          // The page asks for itself and says what is wrong.
          request.log.error({ err: error }, 'The head of a page could not be filled')
          return startPage
        },
      )
      return sendShell(request, head ? reply : reply.status(404), head ?? missingPage)
    })
  return sendShell
}

/** Of a parameter that stands twice in the address, the first. */
const toPairs = (query: Record<string, unknown>): [string, string][] =>
  Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)])
