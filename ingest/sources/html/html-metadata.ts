import type { Link, Person, Series } from '../../../src/domain/document.js'
import { distinctTags } from '../tags.js'
import { toLine } from './html-to-text.js'
import { classesOf, type HtmlDocument, type HtmlElement } from './html-tree.js'
import { fieldsOf, findArticle, firstText, textsOf, thingsOf, type JsonFields } from './json-ld.js'
import { relOf } from '../link-rel.js'
import { parseDate } from '../parse-date.js'
import { parseLanguage } from '../parse-language.js'
import { isWebAddress, resolveReference } from '../resolve-reference.js'
import { readSeriesLine } from '../posts/series-line.js'

/** What the page of a post says of it: JSON-LD first, then OpenGraph and its kin, then what readers see. */

export interface HtmlMetadata {
  title: string
  /** Its author's; empty without one. */
  abstract: string
  /** May be made of the text by a program. */
  description: string
  /** Canonical; null when neither the page nor where it was read from gives one. */
  url: string | null
  otherUrls: string[]
  imageUrl: string | null
  publishedAt: string | null
  /** As written, when it is no date. */
  unreadDate: string | null
  language: string | null
  people: Person[]
  tags: string[]
  series: Series | null
  /** Videos that are embedded, or that the page says are of it. */
  videos: Link[]
  site: string | null
}

/** What is shorter is a word on a button that shows it. */
const minAbstractLength = 20

/** @param location where it was read from */
export function readHtmlMetadata(
  document: HtmlDocument,
  jsonLd: readonly JsonFields[],
  location: string,
): HtmlMetadata {
  const article = findArticle(jsonLd) ?? {}
  const meta = readMeta(document)
  const scope = document.querySelector('article') ?? document.body ?? document.documentElement
  const site = toLine(meta.get('og:site_name') ?? firstText(article['publisher'])) || null
  const title = readTitle(document, article, meta, scope, site)
  const { url, otherUrls } = readAddresses(document, article, meta, location)
  const image = meta.get('og:image') ?? imageOf(article)
  const written = readWrittenDate(article, meta, scope)
  const publishedAt = parseDate(written)
  return {
    title,
    abstract: readAbstract(article, scope),
    description: readDescription(article, meta),
    url,
    otherUrls,
    imageUrl: absolute(image, url ?? location),
    publishedAt,
    unreadDate: publishedAt === null && written !== '' ? written : null,
    language: parseLanguage(
      firstText(article['inLanguage']) ||
        document.documentElement.getAttribute('lang') ||
        meta.get('og:locale'),
    ),
    people: readPeople(article, meta, scope),
    tags: readTags(article, meta, scope),
    series: readSeries(article, scope, site),
    videos: readVideos(article, scope, title),
    site,
  }
}

type Meta = ReadonlyMap<string, string>

/** The first of each name; `article:tag` may come often and is joined by commas. */
function readMeta(document: HtmlDocument): Meta {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').trim().toLowerCase()
    const content = (element.getAttribute('content') ?? '').trim()
    if (name === '' || content === '') continue
    const known = meta.get(name)
    if (known === undefined) meta.set(name, content)
    else if (name === 'article:tag') meta.set(name, `${known},${content}`)
  }
  return meta
}

function readTitle(
  document: HtmlDocument,
  article: JsonFields,
  meta: Meta,
  scope: HtmlElement,
  site: string | null,
): string {
  const written =
    firstText(article['headline']) ||
    firstText(article['name']) ||
    meta.get('og:title') ||
    scope.querySelector('h1')?.textContent ||
    document.querySelector('title')?.textContent ||
    ''
  const title = toLine(written)
  // `Title | Site`
  for (const separator of [' | ', ' – ', ' — ', ' - ', ' · '])
    if (site !== null && title.endsWith(separator + site))
      return title.slice(0, -(separator.length + site.length))
  return title
}

function readAddresses(
  document: HtmlDocument,
  article: JsonFields,
  meta: Meta,
  location: string,
): { url: string | null; otherUrls: string[] } {
  const base = isWebAddress(location) ? location : null
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  const page = article['mainEntityOfPage']
  const written = [
    canonical,
    meta.get('og:url') ?? '',
    firstText(article['url']),
    typeof page === 'string' ? page : firstText(fieldsOf(page)['@id']),
    base ?? '',
  ]
  const urls = [...new Set(written.flatMap((address) => absolute(address, base) ?? []))].map(withoutFragment)
  const [url = null, ...otherUrls] = new Set(urls)
  return { url, otherUrls }
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function absolute(written: string | undefined, base: string | null): string | null {
  if (written === undefined || written.trim() === '') return null
  const isBaseKnown = base !== null && isWebAddress(base)
  if (!isBaseKnown && !isWebAddress(written.trim())) return null
  return resolveReference(written, { location: isBaseKnown ? base : written.trim(), isFolder: false }).url
}

const imageOf = (article: JsonFields): string =>
  firstText(thingsOf(article['image'])[0]?.['url']) || firstText(article['image'])

function readWrittenDate(article: JsonFields, meta: Meta, scope: HtmlElement): string {
  return (
    firstText(article['datePublished']) ||
    meta.get('article:published_time') ||
    meta.get('date') ||
    meta.get('dc.date') ||
    (
      scope.querySelector('time.dt-published, time[itemprop="datePublished"], time[pubdate]') ??
      scope.querySelector('time[datetime]')
    )?.getAttribute('datetime') ||
    firstText(article['dateCreated']) ||
    ''
  ).trim()
}

function readAbstract(article: JsonFields, scope: HtmlElement): string {
  const element = [
    ...scope.querySelectorAll('[class*="abstract"], .p-summary, [itemprop="description"]'),
  ].find(
    (candidate) =>
      candidate.getAttribute('itemprop') === 'description' ||
      classesOf(candidate).some((name) => /(?:^|-)(?:abstract|summary)$/.test(name)),
  )
  const own = toLine(element?.textContent ?? '')
  return own.length > minAbstractLength ? own : toLine(firstText(article['abstract']))
}

const readDescription = (article: JsonFields, meta: Meta): string =>
  toLine(firstText(article['description']) || meta.get('og:description') || meta.get('description') || '')

function readPeople(article: JsonFields, meta: Meta, scope: HtmlElement): Person[] {
  const structured = textsOf(article['author'])
  const seen = [...scope.querySelectorAll('.p-author, [itemprop="author"], [rel="author"]')].map(
    ({ textContent }) => textContent ?? '',
  )
  const written = structured.length > 0 ? structured : meta.has('author') ? [meta.get('author') ?? ''] : seen
  const names = written.map(toLine).filter((name) => name !== '' && name.length <= 100 && !isWebAddress(name))
  return [...new Set(names)].map((name) => ({ name, role: 'author' }))
}

function readTags(article: JsonFields, meta: Meta, scope: HtmlElement): string[] {
  const structured = [
    ...textsOf(article['keywords']).flatMap((text) => text.split(',')),
    ...(meta.get('article:tag') ?? meta.get('keywords') ?? '').split(','),
    ...textsOf(article['articleSection']),
  ]
  const seen = [...scope.querySelectorAll('a[rel~="tag"], .p-category, a.tag, a.category')].map(
    ({ textContent }) => textContent ?? '',
  )
  return distinctTags([...structured, ...seen].map(toLine))
}

function readSeries(article: JsonFields, scope: HtmlElement, site: string | null): Series | null {
  for (const whole of thingsOf(article['isPartOf'])) {
    const title = toLine(firstText(whole['name']))
    const part = Number(firstText(article['position']))
    if (title !== '' && title !== site)
      return { title, part: Number.isInteger(part) && part > 0 ? part : null }
  }
  for (const element of scope.querySelectorAll('[class*="series"]')) {
    const line = readSeriesLine(toLine(element.textContent ?? ''))
    if (line) return line.series
  }
  return null
}

const embeddedVideo = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/i

function readVideos(article: JsonFields, scope: HtmlElement, title: string): Link[] {
  const structured = thingsOf(article['video']).map((video) => ({
    title: toLine(firstText(video['name'])),
    url: firstText(video['url']) || firstText(video['embedUrl']) || firstText(video['contentUrl']),
  }))
  const embedded = [...scope.querySelectorAll('iframe')].map((frame) => ({
    title: '',
    url: frame.getAttribute('src') ?? frame.getAttribute('data-src') ?? '',
  }))
  return [...structured, ...embedded].flatMap((video) => {
    const id = embeddedVideo.exec(video.url)?.[1]
    const url = id === undefined ? absolute(video.url, null) : `https://www.youtube.com/watch?v=${id}`
    if (url === null || relOf(url, 'resource') !== 'video') return []
    return [{ title: video.title || title, url, rel: 'video' as const }]
  })
}
