import { createHash } from 'node:crypto'
import type { DocumentKind, Enclosure, Link, Person } from '../../src/domain/document.js'
import { htmlToText, toLine } from './html-to-text.js'
import { relOf } from './link-rel.js'
import { mediaTypeOf } from './media-type.js'
import { parseDate } from './parse-date.js'
import { parseDuration } from './parse-duration.js'
import { childText, findChild, findChildren, textOf, type XmlElement } from './parse-xml.js'
import {
  chooseLanguage,
  orderTranscripts,
  readChaptersUrl,
  readPeople,
  readSeries,
  readTranscripts,
  type Resolve,
} from './podcast-namespace.js'
import type { SourceItem } from './source-format.js'

/** What an item takes from its channel. */
export interface ChannelContext {
  title: string
  language: string | null
  people: readonly Person[]
}

/** A short is at most this long: the limit of the platforms that shorts come from. */
const maxShortMs = 180_000
const maxTags = 100
const maxTagLength = 100

/**
 * One `<item>`. What cannot be read of it is reported and left out.
 * @returns null for an item that names nothing (neither title nor description) or that nothing identifies; reported.
 */
export function readItem(
  item: XmlElement,
  channel: ChannelContext,
  resolve: Resolve,
  report: (message: string) => void,
): SourceItem | null {
  const description = readDescription(item)
  const title = readTitle(item, description)
  if (title === '') {
    report('has neither title nor description and is left out')
    return null
  }
  const url = readUrl(item, resolve)
  const enclosure = readEnclosure(item, resolve)
  const publishedAt = readDate(item, report)
  const guid = readGuid(item, { title, url, enclosure, publishedAt })
  if (guid === null) {
    report('has no guid, enclosure, link or date that would identify it and is left out')
    return null
  }
  const durationMs = readDuration(item, report)
  const published = readTranscripts(item, resolve)
  const language = chooseLanguage(published, channel.language)
  return {
    document: {
      guid,
      kind: kindOf(enclosure, durationMs),
      title,
      description,
      url: webOnly(url),
      imageUrl: readImage(item, resolve),
      publishedAt,
      durationMs,
      language,
      people: peopleOf(item, channel),
      tags: readTags(item),
      series: readSeries(item, channel.title),
      links: readLinks(url, title),
      chapters: [],
      sections: [],
      enclosure,
    },
    transcripts: orderTranscripts(published, channel.language, language),
    chaptersUrl: readChaptersUrl(item, resolve),
  }
}

/** An address that a browser can open; a file of a local source is none. */
export const webOnly = (url: string | null): string | null => (url?.startsWith('file:') ? null : url)

export function readImage(parent: XmlElement, resolve: Resolve): string | null {
  const written =
    findChild(parent, 'itunes:image')?.attributes.get('href') ??
    findChild(parent, 'media:thumbnail')?.attributes.get('url') ??
    childText(findChild(parent, 'image') ?? parent, 'url')
  return written.trim() === '' ? null : webOnly(resolve(written, 'image'))
}

/** The longest of the texts: which of them holds the show notes differs from publisher to publisher. */
export function readDescription(parent: XmlElement): string {
  const texts = [
    'content:encoded',
    'description',
    'itunes:summary',
    'media:description',
    'itunes:subtitle',
  ].map((name) => htmlToText(childText(parent, name)))
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

function readTitle(item: XmlElement, description: string): string {
  const title = toLine(childText(item, 'title', 'itunes:title', 'media:title'))
  if (title !== '') return title
  const line = description.split('\n', 1)[0] ?? ''
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')} …`
}

function readUrl(item: XmlElement, resolve: Resolve): string | null {
  const written = childText(item, 'link')
  if (written !== '') return resolve(written, 'link')
  const atom = findChildren(item, 'atom:link').find(
    ({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate',
  )
  const href = atom?.attributes.get('href') ?? ''
  if (href !== '') return resolve(href, 'link')
  const guid = findChild(item, 'guid')
  const permalink = textOf(guid).trim()
  // RSS has isPermaLink true by default, but many guids without it are no address.
  return guid?.attributes.get('ispermalink') !== 'false' && /^https?:\/\//i.test(permalink)
    ? resolve(permalink, 'guid')
    : null
}

/** The first that can be resolved: `<enclosure>`, else `media:content`. */
function readEnclosure(item: XmlElement, resolve: Resolve): Enclosure | null {
  const media = findChildren(item, 'media:group').flatMap((group) => findChildren(group, 'media:content'))
  const candidates = [...findChildren(item, 'enclosure'), ...findChildren(item, 'media:content'), ...media]
  for (const { attributes } of candidates) {
    const type = attributes.get('type') ?? ''
    if (/^image\//i.test(type) || attributes.get('medium') === 'image') continue
    const written = attributes.get('url') ?? ''
    const url = written.trim() === '' ? null : resolve(written, 'enclosure')
    if (url === null) continue
    const sizeBytes = Number(attributes.get('length') ?? attributes.get('filesize') ?? 0)
    return {
      url,
      mediaType: mediaTypeOf(type, url),
      sizeBytes: Number.isSafeInteger(sizeBytes) && sizeBytes > 0 ? sizeBytes : null,
    }
  }
  return null
}

function readDate(item: XmlElement, report: (message: string) => void): string | null {
  const written = childText(item, 'pubdate', 'dc:date', 'atom:published', 'atom:updated')
  const date = parseDate(written)
  if (written !== '' && date === null) report(`date ${JSON.stringify(written.slice(0, 80))} cannot be read`)
  return date
}

function readDuration(item: XmlElement, report: (message: string) => void): number | null {
  const written = childText(item, 'itunes:duration')
  if (written !== '') {
    const durationMs = parseDuration(written)
    // Zero is what publishing tools write for "unknown".
    if (durationMs === null && /[^0:.\s]/.test(written))
      report(`itunes:duration ${JSON.stringify(written.slice(0, 80))} is neither H:M:S nor seconds`)
    return durationMs
  }
  return parseDuration(findChild(item, 'media:content')?.attributes.get('duration') ?? '')
}

interface Identity {
  title: string
  url: string | null
  enclosure: Enclosure | null
  publishedAt: string | null
}

function readGuid(item: XmlElement, { title, url, enclosure, publishedAt }: Identity): string | null {
  const guid = childText(item, 'guid')
  if (guid !== '') return guid.length <= 1000 ? guid : createHash('sha256').update(guid).digest('hex')
  return enclosure?.url ?? url ?? (publishedAt === null ? null : `${publishedAt} ${title}`)
}

function kindOf(enclosure: Enclosure | null, durationMs: number | null): DocumentKind {
  const isVideo = enclosure?.mediaType.startsWith('video/') ?? false
  return isVideo && durationMs !== null && durationMs <= maxShortMs ? 'short' : 'episode'
}

/** The item's people replace the channel's; where neither names any, the author does. */
function peopleOf(item: XmlElement, channel: ChannelContext): Person[] {
  const own = readPeople(item)
  if (own.length > 0) return own
  if (channel.people.length > 0) return [...channel.people]
  const author = toLine(childText(item, 'itunes:author', 'dc:creator'))
  return author === '' ? [] : [{ name: author, role: 'author' }]
}

function readTags(item: XmlElement): string[] {
  const written = [
    ...findChildren(item, 'category').map(textOf),
    ...childText(item, 'itunes:keywords').split(','),
    ...childText(item, 'media:keywords').split(','),
  ]
  return distinctTags(written.map(toLine))
}

/** Without repeats in any case, the first writing kept; at most a hundred of at most a hundred characters. */
export function distinctTags(tags: readonly string[]): string[] {
  const byFolded = new Map<string, string>()
  for (const tag of tags) {
    const folded = tag.toLowerCase()
    if (tag !== '' && tag.length <= maxTagLength && !byFolded.has(folded)) byFolded.set(folded, tag)
  }
  return [...byFolded.values()].slice(0, maxTags)
}

/** An item whose page is a video can be watched there. */
function readLinks(url: string | null, title: string): Link[] {
  const page = webOnly(url)
  return page !== null && relOf(page, 'resource') === 'video' ? [{ title, url: page, rel: 'video' }] : []
}
