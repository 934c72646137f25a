import { basename } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import type { Link, Person } from '../../src/domain/document.js'
import { distinctTags, webOnly } from './feed-item.js'
import { asFields, asText, listField, numberField, splitFrontMatter, textField } from './front-matter.js'
import { relOf } from './link-rel.js'
import { readMarkdown, type ListedLink } from './markdown-sections.js'
import { parseDate } from './parse-date.js'
import { parseLanguage } from './parse-language.js'
import { resolveReference, type ReferenceBase } from './resolve-reference.js'
import type { SourceItem } from './source-format.js'
import { stripLiquid } from './strip-liquid.js'

/** Where the posts are published, as far as the folder says. */
export interface Site {
  base: ReferenceBase
  /** Absolute http(s) address that permalinks are relative to; null when unknown. */
  url: string | null
  language: string | null
}

type Fields = ReadonlyMap<string, unknown>

const maxLinks = 200
/** Ten times the longest newsletter. The Markdown parser takes time in the square of the length for contrived texts. */
const maxPostLength = 300_000

/**
 * One Markdown post with its front matter. What cannot be read of it is an Issue.
 * @returns null for a post that its author does not publish (`published: false`, `draft: true`); reported.
 */
export function readPost(path: string, text: string, site: Site, issues: Issue[]): SourceItem | null {
  const report = (message: string, code = 'POST_INVALID') => void issues.push({ code, where: path, message })
  const { fields, body, fault } = splitFrontMatter(text)
  if (fault !== null) report(`${fault}; the post is read without it`)
  if (fields.get('published') === false || fields.get('draft') === true) {
    report('is not published (its front matter says so) and is left out')
    return null
  }
  const markdown = stripLiquid(body)
  if (markdown.length > maxPostLength)
    report(`is longer than ${maxPostLength} characters; the rest is left out`)
  const { sections, links, firstHeading } = readMarkdown(markdown.slice(0, maxPostLength))
  const name = basename(path).replace(/\.[a-z]+$/i, '')
  const title = textField(fields, 'title') || firstHeading || titleFromName(name)
  if (sections.length === 0) report('has no text')
  const series = textField(fields, 'series') || textField(asFields(fields.get('series')), 'title', 'name')
  const seriesTitle = series === '' ? null : series
  const url = readUrl(fields, site)
  const permalink = textField(fields, 'permalink')
  return {
    document: {
      // Placeholders (`/:year/:title/`) name every post alike.
      guid: textField(fields, 'guid') || (/(?:^|\/):\w/.test(permalink) ? '' : permalink) || path,
      kind: 'post',
      title,
      description: textField(fields, 'abstract', 'description', 'summary', 'excerpt'),
      url,
      imageUrl: readImage(fields, url, site),
      publishedAt: readDate(fields, name, report),
      durationMs: null,
      language: parseLanguage(textField(fields, 'lang', 'language', 'locale')) ?? site.language,
      people: readAuthors(fields),
      tags: readTags(fields),
      series:
        seriesTitle === null
          ? null
          : { title: seriesTitle, part: numberField(fields, 'series_part', 'part') },
      links: readLinks(fields, links, url, site, report),
      chapters: [],
      sections,
      enclosure: null,
    },
    transcripts: [],
    chaptersUrl: null,
  }
}

/** `2026-02-23-five-ml-concepts` → `Five ml concepts`. */
export function titleFromName(name: string): string {
  const words =
    name
      .replace(/^\d{4}-\d{1,2}-\d{1,2}-?/, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The address that the front matter gives; else the permalink on the site; a post on the web has its own. */
function readUrl(fields: Fields, { base, url: siteUrl }: Site): string | null {
  const home = textField(fields, 'site_url', 'site') || siteUrl || undefined
  for (const written of [textField(fields, 'canonical_url', 'url', 'link'), textField(fields, 'permalink')]) {
    if (written === '' || !URL.canParse(written, home)) continue
    const url = new URL(written, home)
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.href
  }
  return /^https?:/i.test(base.location) ? base.location : null
}

function readImage(fields: Fields, url: string | null, { base }: Site): string | null {
  const written =
    textField(fields, 'image', 'cover') || textField(asFields(fields.get('image')), 'path', 'url')
  return written === '' ? null : webOnly(resolveReference(written, pageBase(url, base)).url)
}

/** Jekyll dates a post by its file name, unless its front matter does. */
function readDate(fields: Fields, name: string, report: (message: string) => void): string | null {
  const written = textField(fields, 'date', 'published_at')
  const fromName = parseDate(/^\d{4}-\d{1,2}-\d{1,2}/.exec(name)?.[0] ?? '')
  if (written === '') return fromName
  const date = parseDate(written)
  if (date === null) report(`date ${JSON.stringify(written.slice(0, 80))} cannot be read`)
  return date ?? fromName
}

function readAuthors(fields: Fields): Person[] {
  const written = [...listField(fields, 'author'), ...listField(fields, 'authors')]
  const names = written.map((author) => asText(author) || textField(asFields(author), 'name'))
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name, role: 'author' }))
}

/** Lists as they are; a text is split at its commas, or, as Jekyll does for tags and categories, at its spaces. */
function readTags(fields: Fields): string[] {
  const tags = ['tags', 'categories', 'category', 'keywords'].flatMap((name) => {
    const value = fields.get(name)
    if (typeof value !== 'string') return listField(fields, name).map(asText)
    return value.split(value.includes(',') || name === 'keywords' ? ',' : /\s+/).map((tag) => tag.trim())
  })
  return distinctTags(tags)
}

function readLinks(
  fields: Fields,
  listed: readonly ListedLink[],
  url: string | null,
  { base }: Site,
  report: (message: string, code?: string) => void,
): Link[] {
  const written: { title: string; url: string; rel: Link['rel'] | null; isReference?: boolean }[] = [
    ...listField(fields, 'podcast').map((link) => ({
      ...readLink(link, 'Podcast'),
      rel: 'companion' as const,
    })),
    ...listField(fields, 'video_url').map((link) => ({
      url: asText(link),
      title: textField(fields, 'video_title') || 'Video',
      rel: 'video' as const,
    })),
    ...listField(fields, 'papers').map((link) => ({ ...readLink(link, ''), rel: 'paper' as const })),
    ...listed.map((link) => ({ ...link, rel: null })),
  ]
  const byUrl = new Map<string, Link>()
  for (const link of written) {
    const { url: resolved, problem } = resolveReference(link.url, pageBase(url, base))
    if (problem) report(`link: ${problem.message}; left out`, problem.code ?? undefined)
    // Pages of the site whose address is not known are of no use to a reader elsewhere.
    const page = webOnly(resolved)
    if (page === null || byUrl.has(page)) continue
    const rel = link.rel ?? relOf(page, link.isReference === true ? 'paper' : 'resource')
    byUrl.set(page, { title: link.title || page, url: page, rel })
  }
  return [...byUrl.values()].slice(0, maxLinks)
}

/** An entry of a list of links: an address, or a map of `title` and `url`. */
function readLink(entry: unknown, untitled: string): { title: string; url: string } {
  const fields = asFields(entry)
  return {
    title: textField(fields, 'title', 'name') || untitled,
    url: asText(entry) || textField(fields, 'url', 'href', 'link'),
  }
}

/** Relative links of a page are relative to its address, where that is known. */
const pageBase = (url: string | null, base: ReferenceBase): ReferenceBase =>
  url === null ? base : { location: url, isFolder: false }
