import { createHash } from 'node:crypto'
import type { Enclosure, Link, Person } from '../../../src/domain/document.js'
import { kindOf } from '../document-kind.js'
import { readPageLink, type Resolve } from './feed-links.js'
import { readDuration, readEnclosure, readImage, readRating } from './feed-media.js'
import { readAuthors } from './feed-people.js'
import { readLine, readTexts, withMediaGroup, type FeedTexts } from './feed-text.js'
import { readHtmlBody } from '../html/html-body.js'
import { toLine } from '../html/html-to-text.js'
import { relOf } from '../link-rel.js'
import { parseDate } from '../parse-date.js'
import { parseLanguage } from '../parse-language.js'
import { childText, findChild, findChildren, textOf, type XmlElement } from './parse-xml.js'
import {
  chooseLanguage,
  orderTranscripts,
  readChaptersUrl,
  readPeople,
  readSeries,
  readSoundbites,
  readTranscripts,
} from './podcast-namespace.js'
import { readPodloveChapters } from './podlove-chapters.js'
import { webOnly } from '../resolve-reference.js'
import type { SourceItem } from '../source-format.js'
import { distinctTags } from '../tags.js'
import { findHtmlLinks } from '../html/text-links.js'

/** What an item takes from its channel. */
export interface ChannelContext {
  title: string
  language: string | null
  /** By `podcast:person`. */
  people: readonly Person[]
  /** By the feed's own author, as Atom has it. */
  authors: readonly Person[]
}

/**
 * One `<item>` or `<entry>`. What cannot be read of it is reported and left out.
 * @returns null for an item that names nothing (neither title nor description) or that nothing identifies; reported.
 */
export function readItem(
  item: XmlElement,
  channel: ChannelContext,
  resolve: Resolve,
  report: (message: string) => void,
): SourceItem | null {
  const texts = readTexts(item)
  const title = readTitle(item, texts.longest)
  if (title === '') {
    report('has neither title nor description and is left out')
    return null
  }
  const url = readUrl(item, resolve)
  const enclosure = readEnclosure(item, resolve)
  const publishedAt = readDate(item, report)
  const guid = readGuid(item, { title, url, enclosure, publishedAt, hasText: texts.longest !== '' })
  if (guid === null) {
    report('has no guid, enclosure, link, date or text that would identify it and is left out')
    return null
  }
  const durationMs = readDuration(item, report)
  const published = readTranscripts(item, resolve)
  const inLanguage = parseLanguage(item.attributes.get('xml:lang') ?? childText(item, 'dc:language'))
  const channelLanguage = inLanguage ?? channel.language
  const language = chooseLanguage(published, channelLanguage)
  const isPost =
    !enclosure && durationMs === null && published.length === 0 && texts.longest !== '' && !isVideo(url)
  const content = isPost ? readPost(texts, url, resolve) : readNotes(texts, url, title)
  return {
    document: {
      guid,
      kind: isPost ? 'post' : kindOf(enclosure, durationMs),
      title,
      ...content,
      url: webOnly(url),
      otherUrls: [],
      imageUrl: readImage(item, resolve),
      publishedAt,
      durationMs,
      language,
      people: peopleOf(item, channel),
      tags: readTags(item),
      chapters: readPodloveChapters(item, resolve, report),
      soundbites: readSoundbites(item, report),
      series: readSeries(item, channel.title),
      rating: readRating(item),
      enclosure,
    },
    transcript: null,
    transcripts: orderTranscripts(published, channelLanguage, language),
    chaptersUrl: readChaptersUrl(item, resolve),
  }
}

type Content = Pick<SourceItem['document'], 'description' | 'sections' | 'links'>

/** A post is its sections; what sums it up is its description. */
function readPost({ body, bodyElement, summary }: FeedTexts, url: string | null, resolve: Resolve): Content {
  // Content may have an `xml:base` of its own; without one its links are relative to the page.
  const hasBase = bodyElement?.attributes.has('xml:base') ?? false
  const base = hasBase && bodyElement ? resolve('.', 'content', bodyElement) : webOnly(url)
  const { sections, links } = readHtmlBody(body, { url: webOnly(base) })
  return { description: summary, sections, links }
}

/** Show notes stay text, whole; an item whose page is a video can be watched there. */
function readNotes({ longest, html }: FeedTexts, url: string | null, title: string): Content {
  const page = webOnly(url)
  const watch: Link[] = page !== null && isVideo(page) ? [{ title, url: page, rel: 'video' }] : []
  const noted = findHtmlLinks(html, page).filter((link) => link.url !== page)
  return { description: longest, sections: [], links: [...watch, ...noted] }
}

const isVideo = (url: string | null): boolean =>
  url !== null && webOnly(url) !== null && relOf(url, 'resource') === 'video'

function readTitle(item: XmlElement, description: string): string {
  const title = withMediaGroup(item)
    .map((parent) => readLine(parent, 'title', 'itunes:title', 'media:title', 'dc:title'))
    .find((line) => line !== '')
  if (title !== undefined) return title
  const line = description.split('\n', 1)[0] ?? ''
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')} …`
}

function readUrl(item: XmlElement, resolve: Resolve): string | null {
  const page = readPageLink(item, resolve)
  if (page !== null) return page
  const guid = findChild(item, 'guid')
  const permalink = textOf(guid).trim()
  // RSS has isPermaLink true by default, but many guids without it are no address.
  if (guid?.attributes.get('ispermalink') !== 'false' && /^https?:\/\//i.test(permalink))
    return resolve(permalink, 'guid')
  const about = item.attributes.get('rdf:about')?.trim() ?? ''
  return /^https?:\/\//i.test(about) ? resolve(about, 'rdf:about') : null
}

const dateNames = [
  ...['pubdate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'atom:published', 'created'],
  ...['dcterms:created', 'updated', 'atom:updated', 'modified', 'dcterms:modified'],
]

/** The first that can be read; when none can, the first is reported. */
function readDate(item: XmlElement, report: (message: string) => void): string | null {
  const written = dateNames.map((name) => childText(item, name)).filter((text) => text !== '')
  for (const text of written) {
    const date = parseDate(text)
    if (date !== null) return date
  }
  const [first] = written
  if (first !== undefined) report(`date ${JSON.stringify(first.slice(0, 80))} cannot be read`)
  return null
}

interface Identity {
  title: string
  url: string | null
  enclosure: Enclosure | null
  publishedAt: string | null
  hasText: boolean
}

/** As published; else what is least likely to change or to be shared by another item. */
function readGuid(item: XmlElement, identity: Identity): string | null {
  const { title, url, enclosure, publishedAt, hasText } = identity
  const guid = childText(item, 'guid', 'id') || (item.attributes.get('rdf:about')?.trim() ?? '')
  if (guid !== '') return guid.length <= 1000 ? guid : createHash('sha256').update(guid).digest('hex')
  if (enclosure) return enclosure.url
  if (url !== null) return url
  if (publishedAt !== null) return `${publishedAt} ${title}`
  return hasText ? title : null
}

/** The item's people replace the channel's; where neither names any, the author does. */
function peopleOf(item: XmlElement, channel: ChannelContext): Person[] {
  const own = readPeople(item)
  if (own.length > 0) return own
  if (channel.people.length > 0) return [...channel.people]
  const authors = readAuthors(item)
  return authors.length > 0 ? authors : [...channel.authors]
}

function readTags(item: XmlElement): string[] {
  const topics = findChildren(item, 'itunes:category')
  const nested = topics.flatMap((topic) => findChildren(topic, 'itunes:category'))
  const categories = [...findChildren(item, 'category', 'dc:subject'), ...topics, ...nested].map(
    (category) =>
      textOf(category).trim() ||
      // Atom: the term is for machines, the label, where there is one, for people.
      (category.attributes.get('label') ??
        category.attributes.get('term') ??
        category.attributes.get('text') ??
        ''),
  )
  const media = withMediaGroup(item).flatMap((parent) => [
    ...findChildren(parent, 'media:category').map(
      (category) => category.attributes.get('label') ?? textOf(category),
    ),
    ...childText(parent, 'media:keywords').split(','),
  ])
  const keywords = childText(item, 'itunes:keywords').split(',')
  return distinctTags([...categories, ...keywords, ...media].map(toLine))
}
