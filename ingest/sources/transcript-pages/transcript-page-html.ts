import type { Person, Rating } from '../../../src/domain/document.js'
import { findTurns } from '../../transcripts/timed-turns.js'
import { readHtmlMetadata } from '../html/html-metadata.js'
import { htmlToText, toLine } from '../html/html-to-text.js'
import { parseHtml, type HtmlDocument, type HtmlElement } from '../html/html-tree.js'
import {
  fieldsOf,
  firstText,
  readJsonLd,
  textsOf,
  thingsOf,
  typesOf,
  type JsonFields,
} from '../html/json-ld.js'
import { titleFromName } from '../title-from-name.js'
import { readPageHeader, type PageHeader } from './page-header.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { parseDate } from '../parse-date.js'
import { distinctTags } from '../tags.js'
import { isMachineMade, takeFooter } from './transcript-page-footer.js'
import { itemOf, readAddresses, type WrittenLink } from './transcript-page-item.js'
import { readPageLines, type PageLine } from './transcript-page-lines.js'
import { readSpeech } from './transcript-page-speech.js'
import { findFirstTurn } from './transcript-page-turns.js'

/** An HTML page of an episode with its transcript. */

const episodeTypes = new Set(
  'podcastepisode episode radioepisode tvepisode audioobject videoobject'.split(' '),
)
const transcriptWord = /\btranscript/i

export const htmlTranscriptFormat: PageFormat = {
  name: 'an HTML page with a transcript',
  kind: 'transcripts',
  recognizes: ({ text }) => {
    if (
      !/^\ufeff?\s*</.test(text.slice(0, 1000)) ||
      !/<(?:!doctype html|html|body|article|main|p|div)\b/i.test(text)
    )
      return false
    const visible = htmlToText(text)
    const speech = readSpeech(speechOf(visible))
    // Untimed turns are a transcript where the page says so; elsewhere they may be an interview that was written.
    return speech.isEvident && (speech.isTimed || transcriptWord.test(visible))
  },
  read: readHtmlPage,
}

/** The words under the heading of the transcript, where there is one. */
function speechOf(visible: string): string {
  const lines = visible.split('\n')
  const at = lines.findIndex(
    (line) => line.length < 60 && /^(?:full |episode )?transcript(?:ion)?:?$/i.test(line.trim()),
  )
  return at === -1 ? visible : lines.slice(at + 1).join('\n')
}

function readHtmlPage({ path, text, location, site }: Page, report: Report): ReadPage | null {
  const document = parseHtml(text)
  if (document === null) {
    report('is nested or cut up as no page is, and is left out')
    return null
  }
  const jsonLd = readJsonLd(text)
  const episode = jsonLd.find((node) => typesOf(node).some((type) => episodeTypes.has(type))) ?? {}
  const meta = readHtmlMetadata(document, jsonLd, location)
  const lines = readPageLines(document.body ?? document.documentElement)
  const { before, spoken, after } = divideLines(lines)
  const speech = readSpeech(spoken.map(asMarkdown).join('\n\n'))
  if (speech.cues.length === 0) {
    report('has no transcript that can be read, and is left out')
    return null
  }
  const named = toLine(firstText(episode['name']))
  const title =
    named ||
    headingOf(document) ||
    meta.title ||
    titleFromName(path.replace(/^.*\//, '').replace(/\.[a-z]+$/i, ''))
  const header = readPageHeader(before, title)
  const series = firstText(fieldsOf(episode['partOfSeries'])['name'])
  const show = toLine(series) || header.show
  const url = meta.url ?? (header.url || null)
  const { enclosure, links } = readAddresses(
    [...findMedia(document, episode), ...meta.videos, ...linksIn(before)],
    { location: url ?? location, isFolder: false },
    () => undefined,
  )
  const item = itemOf(
    {
      guid: url ?? path,
      title,
      description: header.description || toLine(firstText(episode['description'])) || meta.description,
      url,
      otherUrls: meta.otherUrls,
      imageUrl: meta.imageUrl,
      publishedAt:
        parseDate(firstText(episode['datePublished']) || firstText(episode['uploadDate'])) ??
        header.publishedAt ??
        meta.publishedAt,
      durationMs:
        isoDuration(firstText(episode['duration']) || firstText(episode['timeRequired'])) ??
        header.durationMs,
      language: meta.language ?? site.language,
      people: peopleOf(episode, header, meta.people),
      tags: distinctTags([
        ...header.tags,
        ...meta.tags,
        ...textsOf(episode['keywords'])
          .flatMap((words) => words.split(','))
          .map(toLine),
      ]),
      series:
        show === ''
          ? meta.series
          : { title: show, part: numberOf(firstText(episode['episodeNumber'])) ?? header.part },
      links: links.filter((link) => link.url !== url),
      chapters: speech.chapters,
      rating: ratingOf(episode) ?? header.rating,
      sections: header.sections,
      enclosure,
    },
    {
      cues: speech.cues,
      machine: isMachineMade([...before, ...after].map((line) => line.text)),
      language: null,
      issues: speech.issues,
    },
  )
  return { item, show: show || meta.site }
}

/** Headings stay headings: between timed turns they are chapters. */
const asMarkdown = ({ text, level }: PageLine): string => (level > 0 ? `${'#'.repeat(level)} ${text}` : text)

/** The transcript ends with the block that holds all of its turns, or at a notice. */
function divideLines(lines: readonly PageLine[]): {
  before: PageLine[]
  spoken: PageLine[]
  after: PageLine[]
} {
  const texts = lines.map(asMarkdown)
  const turns = findTurns(texts)
  const headed = lines.findIndex(({ text }) => /^(?:full |episode )?transcript(?:ion)?:?$/i.test(text))
  const untimed = headed === -1 ? findFirstTurn(texts) : headed + 1
  let start = turns[0]?.at ?? untimed ?? lines.length
  while (start > 0 && (lines[start - 1]?.level ?? 0) > 1 && start - 1 !== headed) start -= 1
  const last = turns.at(-1)?.at ?? lines.length - 1
  const common = commonBlock(lines[turns[0]?.at ?? start]?.block, lines[last]?.block)
  let end = last + 1
  while (end < lines.length && turns.length > 0 && isWithin(lines[end]?.block, common)) end += 1
  if (turns.length === 0) end = lines.length
  const { spoken } = takeFooter(texts.slice(start, end).flatMap((text) => ['', text]))
  end = start + spoken.filter((text) => text !== '').length
  return { before: lines.slice(0, start), spoken: lines.slice(start, end), after: lines.slice(end) }
}

function commonBlock(first: HtmlElement | undefined, last: HtmlElement | undefined): HtmlElement | null {
  const above = new Set<HtmlElement>()
  for (let block = first ?? null; block !== null; block = block.parentElement) above.add(block)
  for (let block = last ?? null; block !== null; block = block.parentElement)
    if (above.has(block)) return block
  return null
}

function isWithin(block: HtmlElement | undefined, container: HtmlElement | null): boolean {
  for (let at = block ?? null; at !== null; at = at.parentElement) if (at === container) return true
  return false
}

/** A page with one main heading is named by it. */
function headingOf(document: HtmlDocument): string {
  const headings = [...document.querySelectorAll('h1')].map(({ textContent }) => toLine(textContent ?? ''))
  const [only = ''] = headings
  return headings.length === 1 && !transcriptWord.test(only) ? only : ''
}

function findMedia(document: HtmlDocument, episode: JsonFields): WrittenLink[] {
  const described = [episode, ...thingsOf(episode['associatedMedia']), ...thingsOf(episode['audio'])].map(
    (thing) => firstText(thing['contentUrl']),
  )
  const played = [...document.querySelectorAll('audio, video, source')].map(
    (element) => element.getAttribute('src') ?? '',
  )
  const shared = [...document.querySelectorAll('meta')]
    .filter((element) => /^og:audio(?::(?:secure_)?url)?$/.test(element.getAttribute('property') ?? ''))
    .map((element) => element.getAttribute('content') ?? '')
  return [...described, ...played, ...shared]
    .filter((url) => url !== '' && !url.startsWith('blob:') && !url.startsWith('data:'))
    .map((url) => ({ title: 'Recording', url, rel: null }))
}

/** Those in the notes: addresses of other sites, and media; what leads around the site itself says nothing. */
function linksIn(lines: readonly PageLine[]): WrittenLink[] {
  return lines.flatMap(({ links }) =>
    links
      .filter(({ url }) => /^https?:\/\//i.test(url))
      .map(({ title, url }) => ({ title: toLine(title), url, rel: null })),
  )
}

function peopleOf(episode: JsonFields, header: PageHeader, authors: readonly Person[]): Person[] {
  const named = (role: string, field: string): Person[] =>
    textsOf(episode[field]).map((name) => ({ name: toLine(name), role }))
  const people = [
    ...named('guest', 'actor'),
    ...named('host', 'author'),
    ...header.people,
    ...authors,
    ...(header.publisher === '' ? [] : [{ name: header.publisher, role: 'publisher' }]),
  ]
  return [
    ...new Map(people.toReversed().map((person) => [person.name.toLowerCase(), person])).values(),
  ].toReversed()
}

function ratingOf(episode: JsonFields): Rating | null {
  const { ratingValue, ratingCount, reviewCount } = fieldsOf(episode['aggregateRating'])
  const value = Number(firstText(ratingValue))
  const count = Number(firstText(ratingCount) || firstText(reviewCount))
  return value > 0 ? { value, count: count > 0 ? count : null } : null
}

const numberOf = (text: string): number | null => (/^\d{1,5}$/.test(text) ? Number(text) : null)

/** `PT1H6M10S`, as schema.org wants it. */
function isoDuration(text: string): number | null {
  const match = /^P(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})(?:\.\d{1,6})?S)?)$/i.exec(text.trim())
  const [hours = 0, minutes = 0, seconds = 0] = (match ?? []).slice(1).map((part) => Number(part || 0))
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 || null
}
