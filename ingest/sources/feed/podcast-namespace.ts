import { createHash } from 'node:crypto'
import type { Person, Series, Soundbite } from '../../../src/domain/document.js'
import { secondsToMs } from '../../../src/domain/time.js'
import type { Resolve } from './feed-links.js'
import { toLine } from '../html/html-to-text.js'
import { mediaTypeOf } from '../recordings/media-type.js'
import { isSameLanguage, parseLanguage } from '../parse-language.js'
import { childText, findChild, findChildren, textOf, type XmlElement } from './parse-xml.js'
import type { TranscriptReference } from '../source-format.js'

/** The tags of Podcasting 2.0 (podcastindex.org/namespace/1.0), with those of iTunes where they say the same. */

/** Most people of a show are below ten; more are a credits list that nobody filters by. */
const maxPeople = 50

const rankByMediaType: readonly RegExp[] = [/vtt/, /json/, /srt|subrip/, /html/, /^text\/plain$/]

function rankOf({ mediaType }: TranscriptReference): number {
  const rank = rankByMediaType.findIndex((pattern) => pattern.test(mediaType))
  return rank === -1 ? rankByMediaType.length : rank
}

/** In published order; a language is null unless the tag itself gives one. */
export function readTranscripts(item: XmlElement, resolve: Resolve): TranscriptReference[] {
  return findChildren(item, 'podcast:transcript').flatMap(({ attributes }) => {
    const url = resolve(attributes.get('url') ?? '', 'podcast:transcript')
    if (url === null) return []
    return [
      {
        url,
        mediaType: mediaTypeOf(attributes.get('type'), url),
        language: parseLanguage(attributes.get('language')),
        captions: attributes.get('rel')?.trim().toLowerCase() === 'captions',
        machine: false,
      },
    ]
  })
}

/**
 * The language of a document: the channel's, unless every transcript says another one; then the first of theirs.
 */
export function chooseLanguage(
  transcripts: readonly TranscriptReference[],
  channelLanguage: string | null,
): string | null {
  const own = transcripts.map(({ language }) => language ?? channelLanguage)
  if (own.length === 0 || own.some((language) => isSameLanguage(language, channelLanguage))) {
    // A transcript may be more exact than the channel: `en-gb` under `en`.
    return channelLanguage ?? own.find((language) => language !== null) ?? null
  }
  return own[0] ?? null
}

/** Best first (see SourceItem); a transcript without a language is in the channel's, as the standard has it. */
export function orderTranscripts(
  transcripts: readonly TranscriptReference[],
  channelLanguage: string | null,
  documentLanguage: string | null,
): TranscriptReference[] {
  return transcripts
    .map((transcript) => ({ ...transcript, language: transcript.language ?? channelLanguage }))
    .sort(
      (a, b) =>
        Number(isSameLanguage(b.language, documentLanguage)) -
          Number(isSameLanguage(a.language, documentLanguage)) || rankOf(a) - rankOf(b),
    )
}

export function readChaptersUrl(item: XmlElement, resolve: Resolve): string | null {
  const chapters = findChild(item, 'podcast:chapters')
  return chapters ? resolve(chapters.attributes.get('url') ?? '', 'podcast:chapters') : null
}

/** The addresses of `podcast:alternateEnclosure`, sound and video before playlists; torrents and the like left out. */
export function findAlternateSources(item: XmlElement): XmlElement[] {
  const isStream = ({ attributes }: XmlElement) => /mpegurl|dash/i.test(attributes.get('type') ?? '')
  return findChildren(item, 'podcast:alternateenclosure')
    .sort((a, b) => Number(isStream(a)) - Number(isStream(b)))
    .flatMap((enclosure) =>
      findChildren(enclosure, 'podcast:source')
        .filter(({ attributes }) => /^https?:/i.test(attributes.get('uri')?.trim() ?? ''))
        .map((source) => ({
          ...source,
          attributes: new Map([
            ...enclosure.attributes,
            ...source.attributes,
            ['type', source.attributes.get('contenttype') ?? enclosure.attributes.get('type') ?? ''],
          ]),
        })),
    )
}

/** More are no highlights. */
const maxSoundbites = 100
const maxSoundbiteTitle = 300
/** Ten days, as for chapters: a later time is a slip of units. */
const maxSoundbiteSeconds = 864_000

/** By start. Those without a start or a length are reported and left out. */
export function readSoundbites(item: XmlElement, report: (message: string) => void): Soundbite[] {
  return findChildren(item, 'podcast:soundbite')
    .flatMap((soundbite) => {
      const startSeconds = secondsIn(soundbite.attributes.get('starttime'))
      const lengthSeconds = secondsIn(soundbite.attributes.get('duration'))
      if (startSeconds === null || lengthSeconds === null || lengthSeconds === 0) {
        const { attributes } = soundbite
        const shown = JSON.stringify([attributes.get('starttime'), attributes.get('duration')]).slice(0, 80)
        report(`podcast:soundbite has no startTime and duration in seconds (${shown}); left out`)
        return []
      }
      const startMs = secondsToMs(startSeconds)
      const title = toLine(textOf(soundbite)).slice(0, maxSoundbiteTitle)
      return [{ startMs, endMs: startMs + secondsToMs(lengthSeconds), title }]
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    .slice(0, maxSoundbites)
}

function secondsIn(written: string | undefined): number | null {
  const text = (written ?? '').trim()
  const seconds = /^\d{1,7}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN
  return seconds <= maxSoundbiteSeconds ? seconds : null
}

/** The people named by `podcast:person`, each once a role. */
export function readPeople(parent: XmlElement): Person[] {
  const people = findChildren(parent, 'podcast:person').map((person) => ({
    name: toLine(textOf(person)),
    role: (person.attributes.get('role') ?? '').trim().toLowerCase() || 'host',
  }))
  const seen = new Set<string>()
  const distinct = people.filter(({ name, role }) => {
    const key = JSON.stringify([name.toLowerCase(), role])
    return name !== '' && !seen.has(key) && seen.add(key)
  })
  return distinct.slice(0, maxPeople)
}

/** Named season, else numbered season of the show, else the show; null without season and episode number. */
export function readSeries(item: XmlElement, showTitle: string): Series | null {
  const seasonName = toLine(findChild(item, 'podcast:season')?.attributes.get('name') ?? '')
  const season = Number.parseInt(childText(item, 'podcast:season', 'itunes:season'), 10)
  const episode = Number.parseFloat(childText(item, 'podcast:episode', 'itunes:episode'))
  const part = Number.isFinite(episode) && episode >= 0 ? episode : null
  if (seasonName !== '') return { title: seasonName, part }
  if (Number.isFinite(season)) return { title: `${showTitle}, season ${season}`, part }
  return part === null ? null : { title: showTitle, part }
}

/** The namespace of podcast GUIDs, ead4c236-bf58-58c6-a2c6-a6b28d128cb6. */
const guidNamespace = Buffer.from('ead4c236bf5858c6a2c6a6b28d128cb6', 'hex')

/** UUIDv5 of the feed's address without scheme and trailing slashes, as the standard has it. */
export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '')
  const bytes = createHash('sha1').update(guidNamespace).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
