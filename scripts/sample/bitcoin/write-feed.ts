// Writes RSS 2.0 with the itunes, content and podcast namespaces. Knows no source: only what a feed says.
import { extname } from 'node:path'
import { escapeAttribute, escapeMarkup } from './escape-markup.js'
import { podcastGuid } from './podcast-guid.js'

export interface Person {
  name: string
  role: 'host' | 'guest'
}

export interface Channel {
  title: string
  description: string
  link: string
  author: string
  copyright: string
  /** The feed's own address without scheme; its podcast:guid is derived from it. */
  address: string
}

export interface FeedItem {
  guid: string
  title: string
  link: string
  /** YYYY-MM-DD; published at midnight UTC, since the sources give the day only. */
  date: string
  description: string
  contentHtml: string
  mediaUrl: string | null
  durationMs: number
  episode: number | null
  people: readonly Person[]
  keywords: readonly string[]
  transcriptHref: string
  chaptersHref: string | null
}

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.mp3': 'audio/mpeg', '.m4a': 'audio/x-m4a' }

/** Items newest first, ties by guid. */
export function writeFeed(channel: Channel, items: readonly FeedItem[]): string {
  const newestFirst = [...items].sort((a, b) =>
    a.date === b.date ? (a.guid < b.guid ? -1 : 1) : a.date < b.date ? 1 : -1,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    ${element('title', channel.title)}
    ${element('link', channel.link)}
    ${element('description', channel.description)}
    ${element('language', 'en')}
    ${element('copyright', channel.copyright)}
    ${element('itunes:author', channel.author)}
    ${element('itunes:explicit', 'false')}
    <itunes:category text="Technology"/>
    ${element('podcast:guid', podcastGuid(channel.address))}
    ${element('podcast:medium', 'podcast')}
${newestFirst.map(writeItem).join('\n')}
  </channel>
</rss>
`
}

function writeItem(item: FeedItem): string {
  const lines = [
    element('title', item.title),
    element('guid', item.guid, { isPermaLink: 'false' }),
    element('link', item.link),
    element('pubDate', new Date(`${item.date}T00:00:00Z`).toUTCString()),
    element('description', item.description),
    element('content:encoded', item.contentHtml),
    // The length in bytes is required but not known from the sources; 0 is what publishers write then.
    item.mediaUrl && empty('enclosure', { url: item.mediaUrl, length: '0', type: mediaType(item.mediaUrl) }),
    element('itunes:duration', String(Math.ceil(item.durationMs / 1000))),
    item.episode !== null && element('itunes:episode', String(item.episode)),
    ...item.keywords.map((keyword) => element('category', keyword)),
    item.keywords.length > 0 && element('itunes:keywords', item.keywords.join(',')),
    ...item.people.map(({ name, role }) => element('podcast:person', name, { role })),
    empty('podcast:transcript', { url: item.transcriptHref, type: 'text/vtt', language: 'en' }),
    item.chaptersHref &&
      empty('podcast:chapters', { url: item.chaptersHref, type: 'application/json+chapters' }),
  ]
  const inner = lines.filter((line) => typeof line === 'string').map((line) => `      ${line}`)
  return ['    <item>', ...inner, '    </item>'].join('\n')
}

function mediaType(url: string): string {
  return MEDIA_TYPES[extname(new URL(url).pathname).toLowerCase()] ?? 'audio/mpeg'
}

function element(name: string, text: string, attributes: Record<string, string> = {}): string {
  return `<${name}${writeAttributes(attributes)}>${escapeMarkup(text)}</${name}>`
}

function empty(name: string, attributes: Record<string, string>): string {
  return `<${name}${writeAttributes(attributes)}/>`
}

function writeAttributes(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}
