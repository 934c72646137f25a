import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Catalog } from '../../catalog/catalog.js'
import { readAddressRange, type AddressRange } from '../../domain/address-time.js'
import type { Document } from '../../domain/document.js'
import { AppError } from '../../errors.js'
import { tag } from '../escape-html.js'
import { embedAddress } from '../pages/describe-document.js'
import { frameSize } from '../pages/page-head.js'
import { publicBase } from '../public-base.js'
import { errorResponses } from '../schemas/common.js'
import { OembedQuery, OembedResponse } from '../schemas/oembed.js'

/** Titles change seldom. */
const cacheSeconds = 24 * 3600
/** A picture needs room above its words. */
const videoHeight = 540

export const oembedRoutes: FastifyPluginAsyncTypebox<{
  services: { catalog: Pick<Catalog, 'findDocument' | 'findSource'> }
  publicUrl: string | null
}> = async (app, { services: { catalog }, publicUrl }) => {
  app.get(
    '/oembed',
    {
      schema: {
        operationId: 'describeEmbed',
        tags: ['documents'],
        description: 'How a document is shown in a page of another site, by its address (oEmbed 1.0)',
        querystring: OembedQuery,
        response: { 200: OembedResponse, ...errorResponses },
      },
    },
    async (request) => {
      const { url, format = 'json', maxwidth = Infinity, maxheight = Infinity } = request.query
      if (format !== 'json')
        throw new AppError('EMBED_FORMAT_UNSUPPORTED', `oEmbed is answered as json here, not as ${format}.`)
      const base = publicBase(request, publicUrl)
      const { id, range } = readDocumentAddress(url, base)
      const document = await catalog.findDocument(id)
      if (!document) throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${id} in this library.`)
      const source = await catalog.findSource(document.sourceId)
      const isVideo = hasPicture(document)
      const width = Math.min(frameSize.width, maxwidth)
      const height = Math.min(isVideo ? videoHeight : frameSize.height, maxheight)
      return {
        version: '1.0' as const,
        type: isVideo ? ('video' as const) : ('rich' as const),
        title: document.title,
        author_name: source?.title ?? '',
        provider_name: 'Cuepoint',
        provider_url: base ?? '',
        cache_age: cacheSeconds,
        html: writeFrame((base ?? '') + embedAddress(id, range), { title: document.title, width, height }),
        width,
        height,
      }
    },
  )
}

/** @throws EMBED_ADDRESS_UNKNOWN for what is no document of this server */
function readDocumentAddress(url: string, base: string | null): { id: string; range: AddressRange } {
  if (base === null)
    throw new AppError(
      'EMBED_ADDRESS_UNKNOWN',
      'This server does not know the address under which others see it: set CUEPOINT_PUBLIC_URL.',
    )
  const { origin, pathname, searchParams } = URL.canParse(url) ? new URL(url) : {}
  const id = /^\/(?:d|embed)\/([^/]{1,300})$/.exec(pathname ?? '')?.[1]
  if (origin !== base || id === undefined || !searchParams)
    throw new AppError(
      'EMBED_ADDRESS_UNKNOWN',
      `${JSON.stringify(url)} is not the address of a document of this server, as ${base}/d/{id}?t=754.`,
    )
  const range = readAddressRange(searchParams.get('t'), searchParams.get('end'))
  return { id: decode(id), range }
}

/** A stray `%` is part of an id that nothing has. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function hasPicture({ enclosure, kind }: Document): boolean {
  return enclosure?.mediaType.startsWith('video/') ?? kind === 'short'
}

function writeFrame(src: string, { title, width, height }: { title: string; width: number; height: number }) {
  const frame = tag('iframe', {
    src,
    width: String(width),
    height: String(height),
    title,
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    loading: 'lazy',
    frameborder: '0',
  })
  return `${frame}</iframe>`
}
