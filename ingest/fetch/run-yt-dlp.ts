import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { youtubeIdOf } from '../../src/domain/addresses.js'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { runProgram } from '../run-program.js'
import { writeVideoArchive } from './video-archive.js'

/** Metadata and captions of a video, playlist or channel, by the program yt-dlp, into a folder that is then read as any other. */

const program = 'yt-dlp'
/** A channel of hundreds of videos, politely asked, takes minutes. */
const timeLimitMs = 30 * 60_000
/** Metadata and captions weigh about a megabyte a video. */
const maxFolderBytes = 4 * 1024 * 1024 * 1024
const maxVideos = 2_000
const sizeCheckIntervalMs = 5_000
/** It talks a lot, of every video; only what it says of errors is read. */
const maxOutputBytes = 64 * 1024 * 1024
/** An error of each of hundreds of videos. */
const keptErrorCharacters = 200_000

const pageHost = /^(?:www\.|m\.|music\.)?youtube\.com$/
const pagePath = /^\/(?:@|channel\/|c\/|user\/|playlist$|watch$|shorts\/|live\/|embed\/)/

/** Whether an address is a page of YouTube, which has no text to read by itself; its feeds have. */
export function isYouTubePage(location: string): boolean {
  if (!URL.canParse(location)) return false
  const { protocol, hostname, pathname } = new URL(location)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  return (pageHost.test(hostname) && pagePath.test(pathname)) || (hostname === 'youtu.be' && pathname !== '/')
}

export interface YtDlpOptions {
  /** Made when missing; what earlier runs left in it stays, and is not asked for again once it is settled. */
  folder: string
  signal?: AbortSignal | undefined
  /** For tests: the program to run, with the arguments that come first. */
  command?: readonly [string, ...string[]]
  timeMs?: number
}

/**
 * Runs it without a shell and without the user's own settings. What it could not get of single videos, or not in the
 * time that it has, are issues.
 * @throws YTDLP_MISSING when it is not installed, FETCH_FAILED when it got nothing, FETCH_TOO_LARGE, INGEST_INTERRUPTED
 */
export async function runYtDlp(url: string, options: YtDlpOptions): Promise<Issue[]> {
  const { folder, signal, command = [program], timeMs = timeLimitMs } = options
  await mkdir(folder, { recursive: true })
  const archive = await writeVideoArchive(folder)
  const size = watchSize(folder)
  const [file, ...first] = command
  const end = await runProgram([file, ...first, ...argumentsFor(url, folder, archive)], {
    timeMs,
    outputBytes: maxOutputBytes,
    keptErrorCharacters,
    signal: signal ? AbortSignal.any([signal, size.signal]) : size.signal,
  }).finally(() => size.stop())
  if (signal?.aborted === true)
    throw new AppError(
      'INGEST_INTERRUPTED',
      `Reading ${url} with ${program} was interrupted; the next pull takes it up.`,
    )
  size.signal.throwIfAborted()
  if (!end.started) throw end.cause.code === 'ENOENT' ? missing(file) : unusable(file, end.cause)
  const errors = end.stderr.split('\n').filter((line) => line.startsWith('ERROR:'))
  if (end.stoppedBy !== null) errors.push(describeStop(end.stoppedBy, timeMs))
  const hasAny = (await readdir(folder)).some((name) => name.endsWith('.info.json'))
  if (!hasAny)
    throw new AppError(
      'FETCH_FAILED',
      `${program} got nothing of ${url} (exit code ${end.exitCode}): ${errors[0] ?? 'it found no video'}. ` +
        `Check the address in a browser, and update ${program}.`,
    )
  return errors.map((line) => ({ code: 'FETCH_FAILED', where: url, message: line.slice(0, 1000) }))
}

function argumentsFor(url: string, folder: string, archive: string): string[] {
  return [
    ...['--ignore-config', '--no-progress', '--no-colors', '--no-cache-dir', '--ignore-errors'],
    ...['--skip-download', '--write-info-json', '--no-write-playlist-metafiles', '--no-write-comments'],
    // Captions of people in every language, and what the recogniser heard; not its translations into 150 languages.
    ...['--write-subs', '--write-auto-subs', '--sub-langs', 'all,-live_chat'],
    ...['--extractor-args', 'youtube:skip=translated_subs', '--sub-format', 'json3/vtt/srt/best'],
    ...['--sleep-requests', '0.5', '--sleep-subtitles', '1', '--retries', '3', '--socket-timeout', '30'],
    ...['--playlist-end', String(maxVideos)],
    ...(youtubeIdOf(url) === null ? [] : ['--no-playlist']),
    // We write it: yt-dlp does not know which videos are settled.
    ...['--download-archive', archive],
    ...['--restrict-filenames', '--trim-filenames', '150', '--paths', folder],
    ...['--output', '%(id)s.%(ext)s', '--', url],
  ]
}

function describeStop(stoppedBy: 'signal' | 'time' | 'output', timeMs: number): string {
  const limit =
    stoppedBy === 'time'
      ? `took longer than ${Math.round(timeMs / 60_000)} minutes`
      : `said more than ${maxOutputBytes} bytes`
  return `${program} ${limit} and was stopped; the next pull goes on with what is missing.`
}

/** Its signal is aborted, with an AppError, when the folder is too large or cannot be looked at. Stop it afterwards. */
function watchSize(folder: string): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const timer = setInterval(() => {
    folderBytes(folder).then(
      (bytes) => {
        if (bytes > maxFolderBytes)
          controller.abort(
            new AppError(
              'FETCH_TOO_LARGE',
              `${folder} grew beyond ${maxFolderBytes} bytes: remove it, or add a playlist of fewer videos.`,
            ),
          )
      },
      (cause: unknown) =>
        controller.abort(
          new AppError(
            'FETCH_FAILED',
            `${folder}, where ${program} writes, cannot be read: ${reasonOf(cause)}`,
            {
              cause,
            },
          ),
        ),
    )
  }, sizeCheckIntervalMs)
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}

const missing = (file: string) =>
  new AppError(
    'YTDLP_MISSING',
    `Pages of YouTube are read with ${file}, which is not on the PATH: install it (https://github.com/yt-dlp/yt-dlp, ` +
      'for example `pipx install yt-dlp`), or add the feed of the channel ' +
      '(https://www.youtube.com/feeds/videos.xml?channel_id=…), which has no captions.',
  )

const unusable = (file: string, cause: Error) =>
  new AppError('YTDLP_MISSING', `${file} cannot be started: ${reasonOf(cause)}`, { cause })

async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = await Promise.all(
    // A file may have been renamed since it was listed.
    names.map(async (name) => (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size),
  )
  return sizes.reduce((total, size) => total + size, 0)
}
