import { readAddressRange } from '../../domain/address-time.js'
import type { Services } from '../../services.js'
import { describeDocument } from './describe-document.js'
import { siteDescription, type PageHead } from './page-head.js'
import { shortenLine } from './shorten-line.js'

/** The addresses of the single-page app: each answers with its shell, and the page reads the rest from the address. */

interface Asked {
  params: Record<string, string>
  query: URLSearchParams
}

/** Null when there is nothing at this address. */
type Describe = (asked: Asked, services: Services) => Promise<PageHead | null>

const maxTitleLength = 120

export const startPage: PageHead = page('Cuepoint', siteDescription, '/')

export const missingPage: PageHead = page('There is no such page', 'The address leads nowhere.', null)

export const describeRoutes: Record<string, Describe> = {
  '/': ({ query }) => {
    const q = query.get('q')?.trim() ?? ''
    if (q === '') return Promise.resolve(startPage)
    const asked = new URLSearchParams({ q }).toString()
    return Promise.resolve({
      ...page(shortenLine(q, maxTitleLength), siteDescription, `/?${asked}`),
      feedPath: `/api/v1/search.rss?${writeFeedQuery(query)}`,
    })
  },
  '/d/:id': ({ params, query }, { catalog }) =>
    describeDocument(params['id'] ?? '', readAddressRange(query.get('t'), query.get('end')), catalog),
  '/concepts': fixed('Concepts', 'The ideas of this library, with what is said about each.', '/concepts'),
  '/concepts/map': fixed(
    'Map of concepts',
    'The ideas of this library and what relates them.',
    '/concepts/map',
  ),
  '/concepts/:slug': async ({ params }, { catalog }) => {
    const concept = await catalog.findConcept(params['slug'] ?? '')
    if (!concept) return null
    const about = concept.definitions[0]?.text ?? `What is said about ${concept.name} in this library.`
    return page(concept.name, shortenLine(about, 280), `/concepts/${encodeURIComponent(concept.slug)}`)
  },
  '/desk': fixed('Desk', 'Collections of clips: found, put in order, trimmed and taken away.', '/desk'),
  '/library': fixed('Library', 'What this library holds: its sources, their pulls and issues.', '/library'),
}

/** What narrows a search narrows its feed, but for dates: what comes is new. */
const feedFilters = ['q', 'kind', 'source', 'speaker'] as const

function writeFeedQuery(query: URLSearchParams): string {
  const given = feedFilters.flatMap((name): [string, string][] => {
    const value = query.get(name)?.trim()
    return value ? [[name, value]] : []
  })
  return new URLSearchParams(given).toString()
}

function page(title: string, description: string, path: string | null): PageHead {
  return { title, description, path, type: 'website' }
}

function fixed(title: string, description: string, path: string): Describe {
  return () => Promise.resolve(page(title, description, path))
}
