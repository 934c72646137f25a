import { open } from 'node:fs/promises'
import { parseFile, type IAudioMetadata } from 'music-metadata'
import type { Chapter, Person } from '../../../src/domain/document.js'
import { secondsToMs } from '../../../src/domain/time.js'
import { AppError, reasonOf } from '../../../src/errors.js'
import { orderChapters } from '../../chapters.js'
import { htmlToText, toLine } from '../html/html-to-text.js'
import { readMp4Chapters } from './mp4-chapters.js'
import { readOggDurationMs } from './ogg-duration.js'
import { parseDate } from '../parse-date.js'
import { parseNormalPlayTime } from '../feed/podlove-chapters.js'
import { distinctTags } from '../tags.js'

/** What a media file says of itself: ID3, Vorbis comments, MP4 and Matroska tags, and the chapters inside. */

export interface MediaTags {
  title: string | null
  /** The album, which is the show of an episode. */
  show: string | null
  /** Track number: which part of the show it is. */
  part: number | null
  people: Person[]
  tags: string[]
  /** The longest of description, comment and lyrics, which programs use alike for show notes. Empty without any. */
  description: string
  url: string | null
  /** A whole date, ISO 8601 in UTC. */
  publishedAt: string | null
  /** When only that is known. */
  year: number | null
  durationMs: number | null
  language: string | null
  chapters: Chapter[]
}

/** Cover pictures of full size weigh up to 20 MB; the tag is read into memory as a whole. */
const maxTagBytes = 48 * 1024 * 1024
const maxDescriptionLength = 100_000
const maxChapters = 2_000
/** What a genre says of every podcast says nothing. */
const emptyGenres = /^(?:podcasts?|other|unknown|speech|spoken ?word)$/i
/** Comments that programs write for themselves: `iTunNORM`, `Songs-DB_Custom1`. */
const technicalComment = /^(?:iTun|Songs-DB|ID3v1)/i
/** Codes for "unknown", "several" and "none". */
const noLanguage = /^(?:und|mul|zxx|mis|xxx)$/

/**
 * Reads tags, length and chapters without going through the sound: the length is what the file's headers give, null
 * for an MP3 of changing bit rate without one (counting the frames of 87 MB took 8 minutes). Costs some ms a file.
 * @throws MEDIA_INVALID when it is no media file or is damaged
 */
export async function readMediaTags(path: string): Promise<MediaTags> {
  try {
    const { isMp4 } = await lookAtHead(path)
    // Where an MP4 has several chapters in one chunk the library gives the whole file up; mp4-chapters.ts reads them.
    const metadata = await parseFile(path, { skipCovers: true, duration: false, includeChapters: !isMp4 })
    if (metadata.format.codec === undefined && metadata.format.container === undefined)
      throw new AppError('MEDIA_INVALID', `${path} holds no sound or video that is known`)
    return await toMediaTags(metadata, path)
  } catch (cause) {
    // The library meets damaged files with errors of many kinds, its own and those of the language.
    if (cause instanceof AppError) throw cause
    throw new AppError('MEDIA_INVALID', `The tags of ${path} cannot be read: ${reasonOf(cause)}`, {
      cause,
    })
  }
}

/** @throws MEDIA_INVALID for an ID3 tag that would fill the memory */
async function lookAtHead(path: string): Promise<{ isMp4: boolean }> {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0)
    const sizeBytes = [6, 7, 8, 9].reduce((size, at) => size * 128 + ((buffer[at] ?? 0) & 0x7f), 0)
    if (buffer.toString('latin1', 0, 3) === 'ID3' && sizeBytes > maxTagBytes)
      throw new AppError(
        'MEDIA_INVALID',
        `The ID3 tag of ${path} takes ${sizeBytes} bytes, more than the ${maxTagBytes} that are read; write it anew with a smaller picture`,
      )
    return { isMp4: buffer.toString('latin1', 4, 8) === 'ftyp' }
  } finally {
    await file.close()
  }
}

async function toMediaTags(metadata: IAudioMetadata, path: string): Promise<MediaTags> {
  const { common } = metadata
  const native = new NativeTags(metadata)
  const show = line(common.album ?? common.tvShow) ?? native.line('ALBUM')
  const dates = [common.releasedate, common.date, native.line('DATE'), dayOfYear(native), common.originaldate]
  return {
    title: line(common.title),
    show,
    part: common.track.no ?? readCount(native.line('PART_NUMBER')),
    people: readPeople(
      [...(common.artists ?? []), ...(common.artists ? [] : [common.albumartist ?? ''])],
      show,
    ),
    tags: distinctTags((common.genre ?? []).map(toLine)).filter((genre) => !emptyGenres.test(genre)),
    description: readDescription(metadata, native),
    url: readPage([native.line('PURL'), common.website ?? null, ...commentsOf(metadata)]),
    publishedAt: dates.map(readWholeDate).find((date) => date !== null) ?? null,
    year: dates.map(readYear).find((year) => year !== null) ?? common.year ?? null,
    durationMs: await readDurationMs(metadata, path),
    language: readLanguage(common.language ?? native.line('LANGUAGE')),
    chapters: await readMediaChapters(metadata, native, path),
  }
}

/** Tags by their own names, without what stands before it: `TXXX:PURL`, `track:PURL` and `PURL` are one. */
class NativeTags {
  readonly #texts = new Map<string, string>()

  constructor({ native }: IAudioMetadata) {
    for (const [type, tags] of Object.entries(native))
      for (const { id, value } of tags) {
        if (typeof value !== 'string') continue
        const name = id.slice(id.lastIndexOf(':') + 1).toUpperCase()
        const before = this.#texts.get(name)
        if (before === undefined) this.#texts.set(name, value)
        // The library takes every slash for a separator there, also those of an address.
        else if (type === 'ID3v2.3' && id.startsWith('TXXX:')) this.#texts.set(name, `${before}/${value}`)
      }
  }

  text(name: string): string {
    return this.#texts.get(name) ?? ''
  }

  line(name: string): string | null {
    return line(this.text(name))
  }
}

function line(text: string | undefined): string | null {
  const clean = toLine((text ?? '').replaceAll('\0', ' ')).slice(0, 1_000)
  return clean === '' ? null : clean
}

function readPeople(written: readonly string[], show: string | null): Person[] {
  const names = written.flatMap((artist) => artist.split(/[;\0]/)).map((name) => line(name))
  // Publishers often put the show's own name there.
  return [...new Set(names)]
    .filter((name) => name !== null && name !== show)
    .slice(0, 50)
    .map((name) => ({ name: name ?? '', role: 'author' }))
}

const commentsOf = ({ common }: IAudioMetadata): string[] =>
  (common.comment ?? [])
    .filter(({ descriptor }) => !technicalComment.test(descriptor ?? ''))
    .map(({ text }) => text ?? '')

function readDescription(metadata: IAudioMetadata, native: NativeTags): string {
  const { common } = metadata
  const texts = [
    common.longDescription ?? '',
    ...(common.description ?? []),
    ...['DESCRIPTION', 'SYNOPSIS', 'SUMMARY', 'COMMENT', 'LDES'].map((name) => native.text(name)),
    ...commentsOf(metadata),
    ...(common.lyrics ?? []).map(({ text }) => text ?? ''),
  ]
    .map((text) =>
      htmlToText(text.slice(0, maxDescriptionLength).replaceAll('\0', ' ').replaceAll('\r\n', '\n')),
    )
    .filter((text) => readPage([text]) === null)
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}

/** The first that is nothing but an address on the web. */
function readPage(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const written = (text ?? '').trim()
    if (/^https?:\/\/\S{1,2000}$/i.test(written) && URL.canParse(written)) return new URL(written).href
  }
  return null
}

/** Also `20250304`, as yt-dlp writes it. */
const readWholeDate = (date: string | null | undefined): string | null =>
  parseDate((date ?? '').trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))

/** ID3v2.3 has the year in one frame and day and month in another: `0403` is 4 March. */
function dayOfYear(native: NativeTags): string | null {
  const day = /^(\d{2})(\d{2})$/.exec(native.text('TDAT').trim())
  return day ? `${native.text('TYER').trim()}-${day[2]}-${day[1]}` : null
}

function readYear(date: string | null | undefined): number | null {
  const year = Number(/^(\d{4})(?!\d)/.exec((date ?? '').trim())?.[1] ?? 0)
  return year >= 1900 && year <= 2999 ? year : null
}

const readCount = (text: string | null): number | null => {
  const number = /^\d{1,6}(?=$|\/)/.exec(text ?? '')?.[0]
  return number === undefined ? null : Number(number)
}

/** ID3 has three letters (`eng`), Vorbis anything. */
function readLanguage(written: string | null): string | null {
  const tag = (written ?? '').trim().toLowerCase().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/.test(tag) || noLanguage.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0]?.toLowerCase() ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

async function readDurationMs({ format }: IAudioMetadata, path: string): Promise<number | null> {
  const { duration, container = '', codec = '', sampleRate } = format
  if (duration !== undefined && duration > 0 && Number.isFinite(duration)) return secondsToMs(duration)
  return container === 'Ogg' && sampleRate ? readOggDurationMs(path, { codec, sampleRate }) : null
}

async function readMediaChapters(
  { format }: IAudioMetadata,
  native: NativeTags,
  path: string,
): Promise<Chapter[]> {
  // Only those of ID3 are in seconds.
  const isId3 = format.tagTypes.some((type) => type.startsWith('ID3'))
  if (isId3 && format.chapters) return orderChapters(readId3Chapters(format.chapters))
  const comments = readVorbisChapters(native)
  return comments.length > 0 ? orderChapters(comments) : readMp4Chapters(path)
}

const readId3Chapters = (chapters: NonNullable<IAudioMetadata['format']['chapters']>): Chapter[] =>
  chapters.slice(0, maxChapters).flatMap(({ title, start, end, url }) => {
    const name = line(title)
    if (name === null || !(start >= 0)) return []
    const endMs = end === undefined ? null : secondsToMs(end)
    return [{ startMs: secondsToMs(start), endMs, title: name, url: readPage([url?.url ?? null]) }]
  })

/** `CHAPTER001=00:01:02.500`, `CHAPTER001NAME=…`, `CHAPTER001URL=…`; counted from 0 or 1. */
function readVorbisChapters(native: NativeTags): Chapter[] {
  const chapters: Chapter[] = []
  for (let number = 0; number < 1_000; number++) {
    const name = `CHAPTER${String(number).padStart(3, '0')}`
    const startMs = parseNormalPlayTime(native.text(name))
    const title = native.line(`${name}NAME`)
    if (startMs !== null && title !== null)
      chapters.push({ startMs, endMs: null, title, url: readPage([native.line(`${name}URL`)]) })
  }
  return chapters
}
