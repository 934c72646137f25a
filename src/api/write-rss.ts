import type { Source } from '../domain/source.js'
import { displayLocation } from '../domain/location.js'
import { formatClock } from '../domain/time.js'
import { element, writeXml, type XmlElement } from '../editor/export/xml.js'
import type { PassageResult } from '../search/search-result.js'
import { escapeHtml } from './escape-html.js'
import { presentCard } from './present-document.js'
import { presentHit } from './present-hit.js'

/** Passages as a feed: RSS 2.0, as its best practices of 2007 read it. */

export interface RssFeed {
  title: string
  description: string
  /** Absolute, without a slash at the end. */
  base: string
  /** Path and query of the page that shows the same, and of the feed itself. */
  pagePath: string
  feedPath: string
  items: readonly PassageResult[]
  /** By id of a document, where it comes from. */
  sourceOf: ReadonlyMap<string, Source>
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** Minutes that readers may wait before they ask again. */
const ttlMinutes = 30

export function writeRss(feed: RssFeed): string {
  const { title, description, base, pagePath, feedPath, items } = feed
  const channel = [
    element('title', {}, title),
    element('link', {}, base + pagePath),
    element('description', {}, description),
    element('atom:link', { href: base + feedPath, rel: 'self', type: 'application/rss+xml' }),
    element('generator', {}, 'Cuepoint'),
    element('ttl', {}, String(ttlMinutes)),
    ...items.map((item) => writeItem(item, feed)),
  ]
  return writeXml(element('rss', { version: '2.0', ...namespaces }, [element('channel', {}, channel)]))
}

function writeItem(item: PassageResult, { base, sourceOf }: RssFeed): XmlElement {
  const { document, passageId, speaker, chapter, text, jumpMs } = item
  const time = jumpMs === null ? (chapter ?? '') : formatClock(jumpMs)
  const source = sourceOf.get(document.id)
  return element('item', {}, [
    element('title', {}, [document.title, time].filter(Boolean).join(' · ')),
    element('link', {}, base + pageAddress(item)),
    element('guid', { isPermaLink: 'false' }, passageId),
    ...(document.publishedAt === null
      ? []
      : [element('pubDate', {}, new Date(document.publishedAt).toUTCString())]),
    // Readers take a description for HTML: escaped once more, the words stay words.
    element('description', {}, escapeHtml(text)),
    ...(speaker === null ? [] : [element('dc:creator', {}, speaker)]),
    ...(source ? writeSource(source) : []),
    ...writeEnclosure(item, base),
  ])
}

/** With the time as a media fragment too, for those who know that and not our query. */
function pageAddress(item: PassageResult): string {
  const path = presentHit(item).url
  return item.jumpMs === null ? path : `${path}#t=${item.jumpMs / 1000}`
}

/** Feeds alone have an address that others can read; it may hold a secret. */
function writeSource({ location, title }: Source): XmlElement[] {
  if (!/^https?:/i.test(location)) return []
  return [element('source', { url: displayLocation(location) }, title)]
}

/** The recording at its publisher, from the second on where its player knows media fragments. */
function writeEnclosure({ document, startMs, endMs }: PassageResult, base: string): XmlElement[] {
  const { mediaUrl, mediaType } = presentCard(document)
  if (mediaUrl === null || mediaType === null) return []
  const url = mediaUrl.startsWith('/') ? base + mediaUrl : mediaUrl
  if (!/^https?:/i.test(url)) return []
  const length = document.enclosure?.sizeBytes ?? 0
  const related =
    startMs === null || endMs === null
      ? []
      : [
          element('atom:link', {
            href: `${url.replace(/#.*$/s, '')}#t=${startMs / 1000},${endMs / 1000}`,
            rel: 'related',
            type: mediaType,
          }),
        ]
  return [element('enclosure', { url, length, type: mediaType }), ...related]
}
