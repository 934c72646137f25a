import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Catalog } from '../../catalog/catalog.js'
import type { Source } from '../../domain/source.js'
import { AppError } from '../../errors.js'
import type { PassageResult } from '../../search/search-result.js'
import type { Services } from '../../services.js'
import { FeedCache, isKnownTo, type Conditions } from '../feed-cache.js'
import { publicBase } from '../public-base.js'
import { errorResponses } from '../schemas/common.js'
import { FeedQuery } from '../schemas/saved-search.js'
import { toFilter } from '../to-filter.js'
import { writeRss } from '../write-rss.js'

type FeedServices = Pick<Services, 'editor' | 'search' | 'catalog'>

const mediaType = 'application/rss+xml'
const path = '/api/v1/search.rss'

export const searchRssRoute: FastifyPluginAsyncTypebox<{
  services: FeedServices
  publicUrl: string | null
}> = async (app, { services, publicUrl }) => {
  const cache = new FeedCache()
  app.get(
    '/search.rss',
    {
      schema: {
        operationId: 'searchFeed',
        tags: ['search'],
        description: 'A search as a feed (RSS 2.0) whose items are passages; answers conditional requests',
        querystring: FeedQuery,
        response: {
          200: { content: { [mediaType]: { schema: Type.String() } } },
          304: Type.Null(),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const base = requireBase(request, publicUrl)
      const state = await services.editor.savedSearches.foundUpTo()
      const key = JSON.stringify([base, request.query])
      const feed = await cache.find(key, state, () => writeFeed(request.query, base, services))
      reply.header('etag', feed.etag).header('last-modified', new Date(feed.modifiedMs).toUTCString())
      reply.header('cache-control', 'no-cache')
      if (isKnownTo(request.headers satisfies Conditions, feed)) return reply.status(304).send(null)
      return reply.type(`${mediaType}; charset=utf-8`).send(feed.body)
    },
  )
}

/** @throws PUBLIC_ADDRESS_UNKNOWN */
function requireBase(request: FastifyRequest, publicUrl: string | null): string {
  const base = publicBase(request, publicUrl)
  if (base !== null) return base
  throw new AppError(
    'PUBLIC_ADDRESS_UNKNOWN',
    `The links of a feed need the address of this server, and ${request.hostname} may be anybody's: set CUEPOINT_PUBLIC_URL.`,
  )
}

async function writeFeed(query: FeedQuery, base: string, services: FeedServices): Promise<string> {
  const { k: _, sort: __, ...asked } = query
  const items = await findItems(query, services)
  return writeRss({
    title: `${query.q} · Cuepoint`,
    description: `What is said and written about: ${query.q}`,
    base,
    pagePath: `/?${toParameters(asked)}`,
    feedPath: `${path}?${toParameters(query)}`,
    items,
    sourceOf: await findSources(items, services.catalog),
  })
}

async function findItems(query: FeedQuery, { editor, search }: FeedServices): Promise<PassageResult[]> {
  const { q, k = 50, mode = 'hybrid', sort = 'date' } = query
  const filter = toFilter(query)
  if (sort === 'date') return editor.savedSearches.listNewest({ query: q, mode, filter }, k)
  return (await search(q, { k, mode, filter, sort: 'relevance', cursor: null })).hits
}

async function findSources(
  items: readonly PassageResult[],
  catalog: Pick<Catalog, 'listSources' | 'locatePassages'>,
): Promise<Map<string, Source>> {
  const places = await catalog.locatePassages(items.map(({ passageId }) => passageId))
  const sources = new Map((await catalog.listSources()).map((source) => [source.id, source]))
  return new Map(
    places.flatMap(({ documentId, sourceId }): [string, Source][] => {
      const source = sources.get(sourceId)
      return source ? [[documentId, source]] : []
    }),
  )
}

/** What the schema fills in where nothing was asked for. */
const defaults: FeedQuery = { q: '', k: 50, mode: 'hybrid', includeAds: false, sort: 'date' }

const toParameters = (query: Readonly<Partial<FeedQuery>>): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] =>
      defaults[name as keyof FeedQuery] === value ? [] : [[name, String(value)]],
    ),
  ).toString()
