import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Addresses of the single-page app; each answers with its shell, and the page reads the rest from the address. */
const pageRoutes = ['/', '/d/:id', '/concepts', '/concepts/map', '/concepts/:slug', '/library']

/** The built web pages, under a strict content security policy. Without a build only the API answers. */
export async function registerPages(app: FastifyInstance, webFolder: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Covers and media live at publishers, most with https, some old ones without.
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
        mediaSrc: ["'self'", 'blob:', 'https:', 'http:'],
        frameSrc: ['https://www.youtube-nocookie.com'],
        // The player's elements bring their styles along in their shadow trees.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
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
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    serve: existsSync(webFolder),
  })
  if (!existsSync(webFolder)) return
  for (const route of pageRoutes)
    app.get(route, { schema: { hide: true } }, (_request, reply) =>
      reply.sendFile('index.html', { cacheControl: false }),
    )
}
