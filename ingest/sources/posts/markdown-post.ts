import { basename, dirname } from 'node:path'
import type { Link, Section, Series } from '../../../src/domain/document.js'
import {
  asFields,
  asText,
  listField,
  numberField,
  opensFrontMatter,
  splitFrontMatter,
  textField,
} from './front-matter.js'
import { readMarkdown } from './markdown-sections.js'
import { parseLanguage } from '../parse-language.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { matchReferences } from './match-references.js'
import { distinctLinks, type SectionOptions } from './post-sections.js'
import { resolveReference, webOnly, type ReferenceBase } from '../resolve-reference.js'
import { stripLiquid } from './strip-liquid.js'
import { newItem } from '../new-item.js'
import { titleFromName } from '../title-from-name.js'
import { readAuthors, readDate, readTags, readUrl } from './post-fields.js'

/** A post in Markdown with front matter, as Jekyll, Hugo and their kin keep it. */

type Fields = ReadonlyMap<string, unknown>

/** Ten times the longest newsletter; the Markdown parser takes some ten microseconds a character. */
const maxPostLength = 300_000

const markdownName = /\.(?:md|markdown)$/i
/** Hugo's pages that list a section. */
const listName = /^_index\.(?:[a-z-]{2,8}\.)?(?:md|markdown)$/i
/** Files that come with a folder; without front matter they are no posts. */
const companionName =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|source|provenance|security|notice)\b/i

export const markdownPostFormat: PageFormat = {
  name: 'a Markdown post (.md, .markdown)',
  kind: 'posts',
  recognizes: ({ path, text }) =>
    !listName.test(basename(path)) &&
    (markdownName.test(path)
      ? opensFrontMatter(text) || !companionName.test(basename(path))
      : // A file of data may begin as front matter in JSON does.
        /^\ufeff?(?:---|\+\+\+)/.test(text) && opensFrontMatter(text)),
  read: readPost,
}

function readPost({ path, text, location, site }: Page, report: Report): ReadPage | null {
  const { fields, body, fault } = splitFrontMatter(text)
  if (fault !== null) report(`${fault}; the post is read without it`)
  if (fields.get('published') === false || fields.get('draft') === true) {
    report('is not published (its front matter says so) and is left out')
    return null
  }
  const markdown = stripLiquid(body)
  if (markdown.length > maxPostLength)
    report(`is longer than ${maxPostLength} characters; the rest is left out`)
  const base: ReferenceBase = { location, isFolder: false }
  const url = readUrl(fields, base, site.url)
  const resolve = linkResolver(url, base, report)
  const written = textField(fields, 'title')
  const {
    sections,
    links,
    firstHeading,
    series: toldSeries,
  } = readMarkdown(markdown.slice(0, maxPostLength), resolve, written)
  const name = nameOf(path)
  const title = written || firstHeading || titleFromName(name)
  if (sections.length === 0) report('has no text')
  const papers = readPapers(fields, resolve)
  linkPapers(papers, sections)
  const series = readSeries(fields) ?? toldSeries
  const permalink = textField(fields, 'permalink')
  const item: ReadPage['item'] = newItem({
    // Placeholders (`/:year/:title/`) name every post alike.
    guid: textField(fields, 'guid') || (/(?:^|\/):\w/.test(permalink) ? '' : permalink) || path,
    kind: 'post',
    title,
    description: textField(fields, 'abstract', 'description', 'summary', 'excerpt'),
    url,
    imageUrl: readImage(fields, url, base),
    publishedAt: readDate(fields, name, report),
    language: parseLanguage(textField(fields, 'lang', 'language', 'locale')) ?? site.language,
    people: readAuthors(fields),
    tags: readTags(fields),
    series,
    links: distinctLinks([...readCompanions(fields, resolve), ...papers, ...links]),
    sections,
  })
  return { item, show: series?.title ?? null }
}

/** Hugo may keep a post as `my-post/index.md`. */
function nameOf(path: string): string {
  const name = basename(path).replace(/\.[a-z]+$/i, '')
  const folder = basename(dirname(path))
  return name.toLowerCase() === 'index' && folder !== '.' && folder !== '' ? folder : name
}

function readImage(fields: Fields, url: string | null, base: ReferenceBase): string | null {
  const written =
    textField(fields, 'image', 'cover') || textField(asFields(fields.get('image')), 'path', 'url')
  return written === ''
    ? null
    : webOnly(resolveReference(written, url === null ? base : { location: url, isFolder: false }).url)
}

/** What the front matter gives as recording of the post. */
function readCompanions(fields: Fields, resolve: SectionOptions['resolve']): Link[] {
  const videoTitle = textField(fields, 'video_title') || 'Video'
  return [
    ...listField(fields, 'podcast').flatMap((entry) =>
      toLink(readLink(entry, 'Podcast'), 'companion', resolve),
    ),
    ...['video_url', 'video'].flatMap((name) =>
      listField(fields, name).flatMap((entry) => toLink(readLink(entry, videoTitle), 'video', resolve)),
    ),
  ]
}

const readPapers = (fields: Fields, resolve: SectionOptions['resolve']): Link[] =>
  listField(fields, 'papers').flatMap((entry) => toLink(readLink(entry, ''), 'paper', resolve))

/** A paper that no table gives to a section belongs to the one whose heading its title names. */
function linkPapers(papers: readonly Link[], sections: readonly Section[]): void {
  const linked = new Set(sections.flatMap(({ links }) => links.map(({ url }) => url)))
  const left = papers.filter(({ url }) => !linked.has(url))
  for (const { section, links } of matchReferences(
    left.map((link) => ({ name: link.title, links: [link] })),
    sections,
  ))
    section.links = distinctLinks([...links, ...section.links])
}

function toLink(
  { title, url }: { title: string; url: string },
  rel: Link['rel'],
  resolve: SectionOptions['resolve'],
): Link[] {
  const resolved = url === '' ? null : resolve(url, 'listed')
  return resolved === null ? [] : [{ title: title || resolved, url: resolved, rel }]
}

/** An entry of a list of links: an address, or a map of `title` and `url`. */
function readLink(entry: unknown, untitled: string): { title: string; url: string } {
  const fields = asFields(entry)
  return {
    title: textField(fields, 'title', 'name') || untitled,
    url: asText(entry) || textField(fields, 'url', 'href', 'link'),
  }
}

/**
 * Relative links of a page are relative to its address, where that is known. Pages of a site whose address is not known
 * are of no use to a reader elsewhere. Bad addresses among those that are listed are reported.
 */
function linkResolver(url: string | null, base: ReferenceBase, report: Report): SectionOptions['resolve'] {
  const pageBase: ReferenceBase = url === null ? base : { location: url, isFolder: false }
  return (written, place) => {
    if (written.startsWith('#')) return null
    const { url: resolved, problem } = resolveReference(written, pageBase)
    if (problem && place === 'listed') report(`link: ${problem.message}; left out`, problem.code ?? undefined)
    return webOnly(resolved)
  }
}

function readSeries(fields: Fields): Series | null {
  const title =
    asText(listField(fields, 'series')[0]) || textField(asFields(fields.get('series')), 'title', 'name')
  return title === '' ? null : { title, part: numberField(fields, 'series_part', 'series_order', 'part') }
}
