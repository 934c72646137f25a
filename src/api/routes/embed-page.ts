import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Catalog } from '../../catalog/catalog.js'
import { readAddressRange, type AddressRange } from '../../domain/address-time.js'
import type { EmbedOrigins } from '../../config.js'
import { escapeHtml, tag } from '../escape-html.js'
import { documentAddress } from '../pages/describe-document.js'
import { frameAncestors } from '../plugins/embedding.js'
import { IdParams } from '../schemas/common.js'

/** `/embed/{id}`: one document as a page of its own, made to stand in a frame. It reads and plays; it changes nothing. */

const Query = Type.Object({
  t: Type.Optional(Type.String({ maxLength: 20 })),
  end: Type.Optional(Type.String({ maxLength: 20 })),
  theme: Type.Optional(Type.String({ maxLength: 20 })),
})

export const embedPageRoute: FastifyPluginAsyncTypebox<{
  services: { catalog: Pick<Catalog, 'findDocument'> }
  embedOrigins: EmbedOrigins
}> = async (app, { services, embedOrigins }) => {
  const contentSecurityPolicy = {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      // Its icon, which browsers ask for by themselves.
      imgSrc: ["'self'"],
      mediaSrc: ["'self'", 'https:', 'http:'],
      frameSrc: ['https://www.youtube-nocookie.com'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: frameAncestors(embedOrigins),
    },
  }

  app.get(
    '/embed/:id',
    {
      schema: { hide: true, params: IdParams, querystring: Query },
      helmet: {
        contentSecurityPolicy,
        // The older header knows no list of origins.
        frameguard: false,
        crossOriginResourcePolicy: { policy: 'cross-origin' },
      },
    },
    async ({ params, query: { t, end, theme } }, reply) => {
      const document = await services.catalog.findDocument(params.id)
      return reply
        .status(document ? 200 : 404)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(writePage(params.id, document?.title ?? 'Cuepoint', { ...readAddressRange(t, end), theme }))
    },
  )
}

function writePage(id: string, title: string, shown: AddressRange & { theme: string | undefined }): string {
  const { startMs, endMs, theme } = shown
  const player = tag('cuepoint-player', {
    document: id,
    ...(startMs !== null && { start: String(startMs / 1000) }),
    ...(endMs !== null && { end: String(endMs / 1000) }),
    ...((theme === 'light' || theme === 'dark') && { theme }),
    fill: '',
  })
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light dark">
    <title>${escapeHtml(title)} · Cuepoint</title>
    ${tag('link', { rel: 'canonical', href: documentAddress(id, shown) })}
    <script src="/embed.js" async></script>
  </head>
  <body>
    <main>${player}</cuepoint-player></main>
    <noscript>The player needs JavaScript. ${tag('a', { href: documentAddress(id, shown) })}Open in Cuepoint</a></noscript>
  </body>
</html>
`
}
