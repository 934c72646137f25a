import type { Chapter, DocumentKind, Series } from '../../../src/domain/document.js'
import { maxShortMs } from '../document-kind.js'
import { distinctTags } from '../tags.js'
import { toLine } from '../html/html-to-text.js'
import type { Page, PageFormat, ReadPage, Report } from '../page-format.js'
import { parseDate } from '../parse-date.js'
import { isSameLanguage, parseLanguage } from '../parse-language.js'
import { isWebAddress } from '../resolve-reference.js'
import type { TranscriptReference } from '../source-format.js'
import { findLinks } from '../html/text-links.js'
import { newItem } from '../new-item.js'

/** The metadata of a video as yt-dlp writes them beside it: `Title [id].info.json`. */

const maxChapters = 1_000

export const videoInfoFormat: PageFormat = {
  name: 'metadata of a video (.info.json of yt-dlp)',
  kind: 'youtube',
  recognizes: ({ path, text }) =>
    path.toLowerCase().endsWith('.info.json') && /^\s*\{/.test(text.slice(0, 100)),
  read: readVideoInfo,
}

type Info = Readonly<Record<string, unknown>>

function readVideoInfo({ text }: Page, report: Report): ReadPage | null {
  const info = parseInfo(text, report)
  if (info === null) return null
  // A channel or playlist leaves metadata of its own beside those of its videos.
  if (textIn(info, '_type') === 'playlist' || textIn(info, '_type') === 'multi_video') return null
  const id = textIn(info, 'id')
  const title = toLine(textIn(info, 'fulltitle') || textIn(info, 'title'))
  if (id === '' || title === '') {
    report('has no id or no title and is left out', 'FEED_ITEM_INVALID')
    return null
  }
  const description = textIn(info, 'description').replace(/\r\n?/g, '\n').trim()
  const durationMs = millisecondsOf(info.duration)
  const url = webAddress(textIn(info, 'webpage_url') || textIn(info, 'original_url'))
  const channel = toLine(textIn(info, 'channel') || textIn(info, 'uploader'))
  return {
    item: newItem({
      guid: `${textIn(info, 'extractor_key').toLowerCase() || 'video'}:${id}`,
      kind: kindOf(info, url, durationMs),
      title,
      description,
      url,
      imageUrl: webAddress(textIn(info, 'thumbnail')),
      publishedAt: readDate(info),
      durationMs,
      language: languageOf(info),
      people: channel === '' ? [] : [{ name: channel, role: 'author' }],
      tags: distinctTags([...listIn(info, 'tags'), ...listIn(info, 'categories')]),
      series: readSeries(info),
      links: findLinks(description),
      chapters: readChapters(info, durationMs),
    }),
    show: channel || null,
    orderTranscripts: (beside) => orderCaptions(beside, captionOrigins(info), languageOf(info)),
  }
}

function parseInfo(text: string, report: Report): Info | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Info
    report('is no JSON object and is left out', 'FEED_ITEM_INVALID')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    report(`is no JSON (${error.message.slice(0, 200)}) and is left out`, 'FEED_ITEM_INVALID')
  }
  return null
}

/**
 * Whose words the captions of a language are. yt-dlp names the files of both sorts alike; the metadata list them apart,
 * and a translation by its address (`tlang`).
 */
type CaptionOrigin = 'published' | 'machine' | 'translated'

function captionOrigins(info: Info): (language: string | null) => CaptionOrigin {
  const origins = new Map<string, CaptionOrigin>()
  for (const [code, formats] of Object.entries(recordIn(info, 'automatic_captions'))) {
    const isTranslated = JSON.stringify(formats).includes('tlang=')
    origins.set(code.toLowerCase(), isTranslated ? 'translated' : 'machine')
  }
  for (const code of Object.keys(recordIn(info, 'subtitles'))) origins.set(code.toLowerCase(), 'published')
  return (language) => origins.get(language ?? '') ?? (language?.endsWith('-orig') ? 'machine' : 'published')
}

/** Best first: people's words, then a recogniser's, then a machine's translation; the document's language before others. */
function orderCaptions(
  captions: readonly TranscriptReference[],
  origin: (language: string | null) => CaptionOrigin,
  documentLanguage: string | null,
): TranscriptReference[] {
  const rank = { published: 0, machine: 2, translated: 4 } as const
  const rankOf = ({ language }: TranscriptReference) =>
    rank[origin(language)] +
    Number(documentLanguage !== null && !isSameLanguage(language, documentLanguage)) * 3
  return [...captions]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((caption) => ({
      ...caption,
      language: caption.language?.replace(/-orig$/, '') ?? null,
      machine: origin(caption.language) !== 'published',
    }))
}

/** Upright or brief videos are shorts; a live stream is none, whatever its form. */
function kindOf(info: Info, url: string | null, durationMs: number | null): DocumentKind {
  const mediaType = textIn(info, 'media_type')
  if (mediaType === 'short' || (url !== null && /\/shorts\//.test(url))) return 'short'
  if (mediaType === 'livestream' || info.was_live === true) return 'episode'
  const { width, height } = info
  const isUpright = typeof width === 'number' && typeof height === 'number' && height > width
  return isUpright || (durationMs !== null && durationMs <= maxShortMs) ? 'short' : 'episode'
}

function readDate(info: Info): string | null {
  const seconds = [info.release_timestamp, info.timestamp].find((value) => typeof value === 'number')
  if (seconds !== undefined && Number.isFinite(seconds) && Math.abs(seconds) < 8e12)
    return new Date(seconds * 1000).toISOString()
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(textIn(info, 'upload_date'))
  return day === null ? null : parseDate(`${day[1]}-${day[2]}-${day[3]}`)
}

/** Its own word, else the language that the recogniser heard, else that of the only captions that people wrote. */
function languageOf(info: Info): string | null {
  const heard = Object.keys(recordIn(info, 'automatic_captions')).find((code) => code.endsWith('-orig'))
  const written = Object.keys(recordIn(info, 'subtitles')).filter((code) => code !== 'live_chat')
  return (
    parseLanguage(textIn(info, 'language')) ??
    parseLanguage(heard?.replace(/-orig$/, '')) ??
    (written.length === 1 ? parseLanguage(written[0]) : null)
  )
}

function readSeries(info: Info): Series | null {
  const title = toLine(textIn(info, 'series') || textIn(info, 'playlist_title'))
  // yt-dlp makes a playlist of everything a channel has: its order is no series.
  if (title === '' || / - (?:Videos|Shorts|Live)$/.test(title)) return null
  const part = [info.episode_number, info.playlist_index].find((value) => typeof value === 'number')
  return { title, part: part ?? null }
}

function readChapters(info: Info, durationMs: number | null): Chapter[] {
  const written = Array.isArray(info.chapters) ? (info.chapters as unknown[]) : []
  return written.slice(0, maxChapters).flatMap((entry) => {
    const chapter = (typeof entry === 'object' && entry !== null ? entry : {}) as Info
    const startMs = millisecondsOf(chapter.start_time)
    const endMs = millisecondsOf(chapter.end_time)
    const title = toLine(textIn(chapter, 'title'))
    // `<Untitled Chapter 1>` is yt-dlp's own word for what stands before the first.
    if (startMs === null || title === '' || /^<Untitled Chapter \d+>$/.test(title)) return []
    const isWithin = endMs !== null && endMs > startMs
    return [{ startMs, endMs: isWithin ? endMs : durationMs, title, url: null }]
  })
}

function millisecondsOf(seconds: unknown): number | null {
  return typeof seconds === 'number' && seconds >= 0 && seconds < 1e7 ? Math.round(seconds * 1000) : null
}

const webAddress = (text: string): string | null =>
  isWebAddress(text) && URL.canParse(text) ? new URL(text).href : null

const textIn = (info: Info, name: string): string => {
  const value = info[name]
  return typeof value === 'string' ? value : ''
}

const listIn = (info: Info, name: string): string[] => {
  const value = info[name]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function recordIn(info: Info, name: string): Record<string, unknown> {
  const value = info[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
