import { escapeAttribute, escapeMarkup } from '../bitcoin/escape-markup.js'
import { podcastGuid } from '../bitcoin/podcast-guid.js'
import { MakerError } from './maker-error.js'
import type { Script, Show } from './script.js'
import type { TimedSpeech } from './timed-speech.js'

/** An episode or short whose files lie beside the feed; paths are relative to it. */
export interface MadeItem {
  script: Script
  speech: TimedSpeech
  media: { path: string; bytes: number; type: string }
  transcriptPath: string
  chaptersPath: string
}

/** RSS 2.0 with the itunes, content and podcast namespaces, newest item first. */
export function writeFeed(show: Show, items: readonly MadeItem[], coverPath: string): string {
  const address = `${show.address}/feed.xml`
  const newestFirst = [...items].sort(
    (a, b) => b.script.publishedAt.getTime() - a.script.publishedAt.getTime(),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"
  xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>${escapeMarkup(show.title)}</title>
    <link>${escapeMarkup(show.address)}</link>
    <atom:link href="${escapeAttribute(address)}" rel="self" type="application/rss+xml"/>
    <description>${escapeMarkup(show.description)}</description>
    <language>${escapeMarkup(show.language)}</language>
    <copyright>${escapeMarkup(show.copyright)}</copyright>
    <itunes:author>${escapeMarkup(show.author)}</itunes:author>
    <itunes:type>episodic</itunes:type>
    <itunes:explicit>false</itunes:explicit>
    <itunes:category text="Technology"/>
    <itunes:image href="${escapeAttribute(coverPath)}"/>
    <image>
      <url>${escapeMarkup(coverPath)}</url>
      <title>${escapeMarkup(show.title)}</title>
      <link>${escapeMarkup(show.address)}</link>
    </image>
    <podcast:guid>${podcastGuid(address)}</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <podcast:license>cc0-1.0</podcast:license>
    <podcast:locked>no</podcast:locked>
${people([...show.voices.keys()], '    ')}
${newestFirst.map((item) => writeItem(show, item)).join('\n')}
  </channel>
</rss>
`
}

/** The page of an item: episodes are numbered, shorts are named below /shorts. */
function itemLink({ address }: Show, { kind, number, slug }: Script): string {
  return kind === 'episode' ? `${address}/${number}` : `${address}/shorts/${slug.replace(/^short-\d+-/, '')}`
}

function writeItem(show: Show, { script, speech, media, transcriptPath, chaptersPath }: MadeItem): string {
  const speakers = [...new Set(speech.sentences.map(({ speaker }) => speaker))]
  const link = itemLink(show, script)
  const number = script.kind === 'episode' ? [`<itunes:episode>${script.number}</itunes:episode>`] : []
  const lines = [
    `<title>${escapeMarkup(script.title)}</title>`,
    `<guid isPermaLink="false">five-minutes-on-search:${escapeMarkup(script.slug)}</guid>`,
    `<link>${escapeMarkup(link)}</link>`,
    `<pubDate>${script.publishedAt.toUTCString()}</pubDate>`,
    `<description>${escapeMarkup(script.summary)}</description>`,
    `<content:encoded>${escapeMarkup(showNotes(script, speech))}</content:encoded>`,
    `<enclosure url="${escapeAttribute(media.path)}" length="${media.bytes}" type="${media.type}"/>`,
    `<itunes:duration>${Math.round(speech.durationMs / 1000)}</itunes:duration>`,
    ...number,
    `<itunes:season>1</itunes:season>`,
    `<itunes:episodeType>${script.kind === 'episode' ? 'full' : 'bonus'}</itunes:episodeType>`,
    `<itunes:explicit>false</itunes:explicit>`,
    ...script.keywords.map((keyword) => `<category>${escapeMarkup(keyword)}</category>`),
    people(speakers, '      ').trimStart(),
    `<podcast:transcript url="${escapeAttribute(transcriptPath)}" type="text/vtt" language="${show.language}"/>`,
    `<podcast:chapters url="${escapeAttribute(chaptersPath)}" type="application/json+chapters"/>`,
    ...soundbite(script, speech),
  ]
  return `    <item>\n${lines.map((line) => `      ${line}`).join('\n')}\n    </item>`
}

function people(names: readonly string[], indent: string): string {
  return names
    .map((name) => `${indent}<podcast:person role="host">${escapeMarkup(name)}</podcast:person>`)
    .join('\n')
}

/** HTML as publishers paste it: the paragraphs, then the chapters with their times. */
function showNotes({ notes }: Script, { chapters }: TimedSpeech): string {
  const paragraphs = notes.split(/\n\s*\n/).map((paragraph) => `<p>${escapeMarkup(paragraph.trim())}</p>`)
  const list = chapters.map(({ title, startMs }) => `<li>${clock(startMs)} ${escapeMarkup(title)}</li>`)
  return [...paragraphs, `<ul>${list.join('')}</ul>`].join('')
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** A script names its soundbite by the first words of its first and last sentence. */
function soundbite({ soundbite, slug }: Script, { sentences }: TimedSpeech): string[] {
  if (!soundbite) return []
  const first = sentences.find(({ text }) => text.startsWith(soundbite.from))
  const last = sentences.find(({ text }) => text.startsWith(soundbite.to))
  if (!first || !last || last.startMs < first.startMs)
    throw new MakerError(
      'SAMPLE_SCRIPT_INVALID',
      `${slug}: no sentences "${soundbite.from}" … "${soundbite.to}"`,
    )
  const seconds = (ms: number): string => (ms / 1000).toFixed(3)
  const [start, duration] = [seconds(first.startMs), seconds(last.endMs - first.startMs)]
  return [
    `<podcast:soundbite startTime="${start}" duration="${duration}">${escapeMarkup(soundbite.title)}</podcast:soundbite>`,
  ]
}
