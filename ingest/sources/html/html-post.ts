import { Readability } from '@mozilla/readability'
import type { Link } from '../../../src/domain/document.js'
import { readElementBody, type HtmlBody } from './html-body.js'
import { readHtmlMetadata, type HtmlMetadata } from './html-metadata.js'
import { maxHtmlLength, parseHtml, type HtmlDocument, type HtmlElement } from './html-tree.js'
import { findArticle, readJsonLd, typesOf } from './json-ld.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { distinctLinks } from '../posts/post-sections.js'
import { newItem } from '../new-item.js'

/** A post as a page of HTML: what its author wrote, without the site around it. */

/** Readability weighs every piece of text many times over; above this the whole body is read instead. */
const maxPiecesToWeigh = 40_000

export const htmlPostFormat: PageFormat = {
  name: 'a post as an HTML page',
  kind: 'posts',
  recognizes: ({ text }) => isHtml(text) && isPost(text.slice(0, maxHtmlLength)),
  read: readPost,
}

const isHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|article)[\s>]/i.test(text.slice(0, 2000))

/** Lists of posts hold articles, too; a post is one, and says so or has one heading and a date. */
function isPost(html: string): boolean {
  const jsonLd = readJsonLd(html)
  if (findArticle(jsonLd)) return true
  if (jsonLd.some((node) => typesOf(node).some((type) => listTypes.has(type)))) return false
  const hasDate = /article:published_time|<time\b[^>]{0,300}\bdatetime\s?=/i.test(html)
  if (/<meta\b[^>]{0,300}\bog:type["'][^>]{0,300}["']article["']/i.test(html) && hasDate) return true
  const entries = countMatches(html, /\sclass\s?=\s?["'][^"'>]{0,300}\bh-entry\b/gi)
  if (entries > 0) return entries === 1
  return countMatches(html, /<article[\s>]/gi) === 1 && /<h[12][\s>]/i.test(html) && hasDate
}

const listTypes = new Set(['collectionpage', 'searchresultspage', 'aboutpage', 'contactpage', 'profilepage'])

const countMatches = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

function readPost({ text, location, path, site }: Page, report: Report): ReadPage | null {
  if (text.length > maxHtmlLength) report(`is longer than ${maxHtmlLength} characters; the rest is left out`)
  const document = parseHtml(text)
  if (!document) {
    report('is HTML that is nested or cut up as no page is, and is left out')
    return null
  }
  const metadata = readHtmlMetadata(document, readJsonLd(text.slice(0, maxHtmlLength)), location)
  if (metadata.unreadDate !== null)
    report(`date ${JSON.stringify(metadata.unreadDate.slice(0, 80))} cannot be read`)
  const body = readContent(document, text, metadata)
  if (body.sections.length === 0) {
    report('has no text and is left out')
    return null
  }
  const series = metadata.series ?? body.series
  const title = metadata.title || body.sections.find(({ heading }) => heading !== '')?.heading || path
  return {
    item: newItem({
      guid: metadata.url ?? path,
      kind: 'post',
      title,
      description: metadata.abstract || (tellsMore(metadata.description, body) ? metadata.description : ''),
      url: metadata.url,
      otherUrls: metadata.otherUrls,
      imageUrl: metadata.imageUrl,
      publishedAt: metadata.publishedAt,
      language: metadata.language ?? site.language,
      people: metadata.people,
      tags: metadata.tags,
      series,
      links: distinctLinks([...body.links, ...newVideos(metadata.videos, body.links)]),
      sections: body.sections,
    }),
    show: metadata.site ?? site.title ?? series?.title ?? null,
  }
}

function readContent(document: HtmlDocument, html: string, { url, title }: HtmlMetadata): HtmlBody {
  const root = findContent(document) ?? weighContent(html) ?? document.body ?? document.documentElement
  return readElementBody(root, { url }, title)
}

/** What the page itself marks as its content. */
function findContent(document: HtmlDocument): HtmlElement | null {
  for (const selector of ['[itemprop~="articleBody"]', '.e-content', '.post-content', '.entry-content']) {
    const found = [...document.querySelectorAll(selector)]
    if (found.length === 1) return found[0] ?? null
  }
  for (const selector of ['main article', 'article', 'main', '[role="main"]']) {
    const found = [...document.querySelectorAll(selector)]
    if (found.length === 1) return found[0] ?? null
  }
  return null
}

/** Finds the content by the weight of its text; works on a tree of its own, which it takes apart. */
function weighContent(html: string): HtmlElement | null {
  if (html.length > maxHtmlLength || countMatches(html, /[<&]/g) > maxPiecesToWeigh) return null
  const document = parseHtml(html)
  if (!document) return null
  const content = new Readability(document, { disableJSONLD: true, keepClasses: true }).parse()?.content
  return content ? (parseHtml(content)?.body ?? null) : null
}

/** A description that only repeats how the text begins tells nothing. */
function tellsMore(description: string, { sections }: HtmlBody): boolean {
  const beginning = foldText(
    sections
      .map(({ text }) => text.slice(0, 200))
      .slice(0, 3)
      .join(' '),
  )
  return !beginning.startsWith(foldText(description).slice(0, comparedLength))
}

/** Enough to tell two beginnings apart; what is listed between two paragraphs is in the one and not in the other. */
const comparedLength = 25

const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same video may be linked as `/shorts/…` and embedded. */
function newVideos(videos: readonly Link[], known: readonly Link[]): Link[] {
  const ids = new Set(known.map(({ url }) => videoId(url)))
  return videos.filter(({ url }) => !ids.has(videoId(url)))
}

const videoId = (url: string): string =>
  /(?:\/shorts\/|\/embed\/|[?&]v=|youtu\.be\/)([\w-]{6,20})/.exec(url)?.[1] ?? url
