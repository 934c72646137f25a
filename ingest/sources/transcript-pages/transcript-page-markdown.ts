import { basename, dirname } from 'node:path'
import type { Person, Section, Series } from '../../../src/domain/document.js'
import {
  asFields,
  asText,
  listField,
  numberField,
  opensFrontMatter,
  splitFrontMatter,
  textField,
} from '../posts/front-matter.js'
import { readAuthors, readDate, readTags, readUrl } from '../posts/post-fields.js'
import { titleFromName } from '../title-from-name.js'
import { readMarkdown } from '../posts/markdown-sections.js'
import { parseDate } from '../parse-date.js'
import { parseDuration } from '../parse-duration.js'
import { parseLanguage } from '../parse-language.js'
import type { Page, PageFormat, ReadPage, Report, Site } from '../page-format.js'
import { isWebAddress, type ReferenceBase } from '../resolve-reference.js'
import type { ReadTranscript } from '../../transcripts/transcript-format.js'
import { stripLiquid } from '../posts/strip-liquid.js'
import { itemOf, readAddresses, type WrittenLink } from './transcript-page-item.js'
import { readSpeech, type Speech } from './transcript-page-speech.js'
import { splitNotes } from './transcript-page-notes.js'

/** An episode or talk in Markdown: front matter, perhaps show notes, and what is said. */

type Fields = ReadonlyMap<string, unknown>

/** Show notes of ten thousand words. */
const maxNotesLength = 60_000
/** Fields with the address of the recording, or of the page that plays it. */
const recordingFields =
  'media media_url source_file audio audio_url audio_file mp3 enclosure podcast_file podcast_url video video_url youtube'.split(
    ' ',
  )
/** A panel has ten; more names than that are readings gone wrong. */
const maxSpeakers = 30

export const markdownTranscriptFormat: PageFormat = {
  name: 'a Markdown page with a transcript',
  kind: 'transcripts',
  recognizes: ({ path, text }) => {
    if (!opensFrontMatter(text) && !/\.(?:md|markdown)$/i.test(path)) return false
    const { fields, body } = splitFrontMatter(text)
    if (saysTranscript(fields)) return true
    const { transcript, isHeaded } = splitNotes(stripLiquid(body), false)
    // Without a heading, what comes before the first turn weighs, too: a post may end in an exchange.
    const spoken = isHeaded ? transcript : stripLiquid(body)
    return isAnnounced(fields, isHeaded, body) || readSpeech(spoken).isEvident
  },
  read: readTranscriptPage,
}

/** Only transcripts have one who wrote them down. */
const saysTranscript = (fields: Fields): boolean =>
  ['transcript_by', 'transcribed_by', 'transcriber', 'transcript_by_line'].some(
    (name) => textField(fields, name) !== '',
  )

/** The page of an episode whose transcript is still to come: it says so, and has the sound. */
const isAnnounced = (fields: Fields, isHeaded: boolean, body: string): boolean =>
  (isHeaded || /^(?:podcast|episode)\b/i.test(textField(fields, 'type', 'layout'))) &&
  findPlayers(body).length > 0

function readTranscriptPage({ path, text, location, site }: Page, report: Report): ReadPage | null {
  const { fields, body, fault } = splitFrontMatter(text)
  if (fault !== null) report(`${fault}; the page is read without it`)
  if (fields.get('published') === false || fields.get('draft') === true) {
    report('is not published (its front matter says so) and is left out')
    return null
  }
  const { notes, transcript, addresses } = splitNotes(stripLiquid(body), saysTranscript(fields))
  const speech = readSpeech(transcript)
  const own: ReferenceBase = { location, isFolder: false }
  const url = readUrl(fields, own, site.url)
  const base = url === null ? own : { location: url, isFolder: false }
  const shown = readMarkdown(notes.slice(0, maxNotesLength))
  const { enclosure, links } = readAddresses(
    [
      ...findRecordings(fields, body),
      ...findLinks(fields),
      ...[...addresses, ...shown.links].map((link) => ({ ...link, rel: null })),
    ],
    base,
    report,
  )
  const spoken = transcriptOf(speech, fields)
  if (spoken === null && enclosure === null) {
    report('has neither a transcript nor a recording, and is left out')
    return null
  }
  const summary = textField(fields, 'summary', 'description', 'abstract', 'excerpt')
  const { description, sections } = describe(summary, shown.sections)
  const name = basename(path).replace(/\.[a-z]+$/i, '')
  const show =
    textField(fields, 'show', 'podcast_title', 'series') || textField(asFields(fields.get('series')), 'title')
  const permalink = readPermalink(fields)
  const item = itemOf(
    {
      guid: textField(fields, 'guid') || permalink || path,
      title: textField(fields, 'title') || shown.firstHeading || titleFromName(name),
      description,
      url,
      otherUrls: readAliases(fields, site),
      publishedAt: readDate(fields, name, report) ?? dateInPath(permalink),
      durationMs: parseDuration(textField(fields, 'duration')),
      language: parseLanguage(textField(fields, 'lang', 'language', 'locale')) ?? site.language,
      people: readPeople(fields, speech.speakers),
      tags: readTags(fields),
      series: readSeries(fields, show, path, location, site),
      links: [...readReferences(fields, site), ...links],
      chapters: speech.chapters,
      sections,
      enclosure,
    },
    spoken,
  )
  return { item, show: show || null }
}

/** Transcribers' tools sign what no one has looked over. */
function transcriptOf(speech: Speech, fields: Fields): ReadTranscript | null {
  if (speech.cues.length === 0 || speech.isPlaceholder) return null
  const machine = /--needs-review|\b(?:whisper|deepgram|assemblyai|auto(?:matic|-generated)|machine)\b/i.test(
    textField(fields, 'transcript_by', 'transcribed_by', 'transcriber'),
  )
  return { cues: speech.cues, machine, language: null, issues: speech.issues }
}

function describe(
  summary: string,
  sections: readonly Section[],
): { description: string; sections: Section[] } {
  const opening = sections.find(({ level }) => level === 0)
  if (summary !== '') return { description: summary, sections: [...sections] }
  return { description: opening?.text ?? '', sections: sections.filter((section) => section !== opening) }
}

/** Who speaks, by the front matter, else by the transcript, where recognisers' numbers are no names. */
function readPeople(fields: Fields, heard: readonly string[]): Person[] {
  const named = (role: string, ...names: string[]): Person[] =>
    names
      .flatMap((name) => listField(fields, name))
      .flatMap((value) => asText(value) || textField(asFields(value), 'name') || [])
      .map((name) => ({ name, role }))
  const listed = [
    ...named('host', 'host', 'hosts'),
    ...named('guest', 'guest', 'guests'),
    ...named('speaker', 'speaker', 'speakers'),
  ]
  const speaking =
    listed.length > 0
      ? listed
      : heard
          .filter((name) => !/^(?:speaker|audience|unknown)\b/i.test(name))
          .map((name) => ({ name, role: 'speaker' }))
  const people = [...speaking.slice(0, maxSpeakers), ...readAuthors(fields)]
  return [...new Map(people.map((person) => [person.name.toLowerCase(), person])).values()]
}

/** `episode: 93` is a part of the show, which the page names, or its folder, or its site. */
function readSeries(fields: Fields, show: string, path: string, location: string, site: Site): Series | null {
  const part = numberField(fields, 'series_part', 'part', 'episode', 'episode_number')
  const title = show || (part === null ? '' : (folderTitle(path, location) ?? site.title ?? ''))
  return title === '' ? null : { title, part }
}

/** Of the nearest folder that is named after what is in it, and not after a year or a kind of file. */
function folderTitle(path: string, location: string): string | null {
  const inside = dirname(path)
    .split('/')
    .filter((name) => name !== '.')
  const outside = isWebAddress(location) ? [] : [basename(dirname(location))]
  const name = (inside.length > 0 ? inside : outside).findLast(
    (folder) => !/^_?(?:posts|content|transcripts|episodes|podcasts?|en|\d+)$/i.test(folder),
  )
  return name === undefined ? null : titleFromName(name)
}

/** Placeholders (`/:year/:title/`) name every page alike. */
function readPermalink(fields: Fields): string {
  const permalink = textField(fields, 'permalink')
  return /(?:^|\/):\w/.test(permalink) ? '' : permalink
}

const dateInPath = (permalink: string): string | null =>
  parseDate(/\/(\d{4}\/\d{2}\/\d{2})(?:\/|$)/.exec(permalink)?.[1]?.replaceAll('/', '-') ?? '')

function readAliases(fields: Fields, site: Site): string[] {
  const { url } = site
  if (url === null) return []
  return listField(fields, 'aliases')
    .map(asText)
    .filter((alias) => alias !== '' && URL.canParse(alias, url))
    .map((alias) => new URL(alias, url).href)
    .filter(isWebAddress)
}

/** The post that the episode is about. Without the site's address its path stays: it is that post's own permalink. */
function readReferences(fields: Fields, site: Site): ReturnType<typeof itemOf>['document']['links'] {
  return listField(fields, 'reference').flatMap((value) => {
    const written = asText(value)
    const base = site.url ?? undefined
    const url = URL.canParse(written, base) ? new URL(written, base).href : written
    const isPath = /^\/(?!\/)[^\s<>"']{1,500}$/.test(url)
    if (!isPath && !isWebAddress(url)) return []
    return [{ title: 'What this is about', url, rel: 'companion' as const }]
  })
}

function findRecordings(fields: Fields, body: string): WrittenLink[] {
  const named = recordingFields.flatMap((name) => listField(fields, name).map((value) => ({ name, value })))
  const written = named.map(({ name, value }) => ({
    title: /video|youtube/.test(name) ? 'Video' : 'Recording',
    url: asText(value) || textField(asFields(value), 'url', 'src', 'file'),
    rel: null,
  }))
  return [...findPlayers(body).map((url) => ({ title: 'Recording', url, rel: null })), ...written].filter(
    // A bare name of a show or of a player is no address.
    ({ url }) => /^https?:\/\/|^\.{0,2}\/|\.[a-z0-9]{2,4}$/i.test(url),
  )
}

/** Media files that a tag of the page plays: `{% include player.md url="…" %}`, `{{< audio src="…" >}}`, `<audio src="…">`. */
function findPlayers(body: string): string[] {
  const quoted = /["']([^"'\s<>]{5,2000})["']/g
  return [...body.matchAll(quoted)].flatMap(([, address = '']) =>
    /\.(?:mp3|m4a|m4b|aac|og[ga]|opus|flac|wav|mp4|m4v|mov|webm)(?:[?#]|$)/i.test(address) ? [address] : [],
  )
}

function findLinks(fields: Fields): WrittenLink[] {
  return ['additional_resources', 'resources', 'links'].flatMap((name) =>
    listField(fields, name).flatMap((value) => {
      const map = asFields(value)
      const url = asText(value) || textField(map, 'url', 'href', 'link')
      return isWebAddress(url) ? [{ title: textField(map, 'title', 'name'), url, rel: null }] : []
    }),
  )
}
