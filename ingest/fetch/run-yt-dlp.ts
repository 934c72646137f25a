import { spawn } from 'node:child_process'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { youtubeIdOf } from '../../src/domain/addresses.js'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'

/** Metadata and captions of a video, playlist or channel, by the program yt-dlp, into a folder that is then read as any other. */

const program = 'yt-dlp'
/** A channel of hundreds of videos, politely asked, takes minutes. */
const timeLimitMs = 30 * 60_000
/** Metadata and captions weigh about a megabyte a video. */
const maxFolderBytes = 4 * 1024 * 1024 * 1024
const maxVideos = 2_000
const sizeCheckIntervalMs = 5_000
/** What it says beyond this is not kept. */
const maxOutputLength = 200_000
/** Captions of a recogniser come hours after a video, those of people days: younger videos are asked for again. */
const settledDays = 14
const killGraceMs = 5_000

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
  /** Made when missing; what earlier runs left in it stays. */
  folder: string
  /** When it ran for this folder before, in ISO 8601: videos that are settled since are not asked for again. */
  lastRunAt?: string | null
  signal?: AbortSignal | undefined
  /** For tests: the program to run, with the arguments that come first. */
  command?: readonly [string, ...string[]]
}

/**
 * Runs it without a shell and without the user's own settings. What it could not get of single videos are issues.
 * @throws YTDLP_MISSING when it is not installed, FETCH_FAILED when it got nothing, FETCH_TOO_LARGE, INGEST_INTERRUPTED
 */
export async function runYtDlp(url: string, options: YtDlpOptions): Promise<Issue[]> {
  const { folder, lastRunAt = null, signal, command = [program] } = options
  await mkdir(folder, { recursive: true })
  const [file, ...first] = command
  const ended = await run(file, [...first, ...argumentsFor(url, folder, lastRunAt)], folder, signal)
  if (signal?.aborted === true)
    throw new AppError(
      'INGEST_INTERRUPTED',
      `Reading ${url} with ${program} was interrupted; the next pull takes it up.`,
    )
  if (ended.stopped !== null) throw ended.stopped
  const errors = ended.output.split('\n').filter((line) => line.startsWith('ERROR:'))
  const hasAny = (await readdir(folder)).some((name) => name.endsWith('.info.json'))
  if (!hasAny)
    throw new AppError(
      'FETCH_FAILED',
      `${program} got nothing of ${url} (exit code ${ended.code}): ${errors[0] ?? 'it found no video'}. ` +
        `Check the address in a browser, and update ${program}.`,
    )
  return errors.map((line) => ({ code: 'FETCH_FAILED', where: url, message: line.slice(0, 1000) }))
}

function argumentsFor(url: string, folder: string, lastRunAt: string | null): string[] {
  return [
    ...['--ignore-config', '--no-progress', '--no-colors', '--no-cache-dir', '--ignore-errors'],
    ...['--skip-download', '--write-info-json', '--no-write-playlist-metafiles', '--no-write-comments'],
    // Captions of people in every language, and what the recogniser heard; not its translations into 150 languages.
    ...['--write-subs', '--write-auto-subs', '--sub-langs', 'all,-live_chat'],
    ...['--extractor-args', 'youtube:skip=translated_subs', '--sub-format', 'json3/vtt/srt/best'],
    ...['--sleep-requests', '0.5', '--sleep-subtitles', '1', '--retries', '3', '--socket-timeout', '30'],
    ...['--playlist-end', String(maxVideos)],
    ...(youtubeIdOf(url) === null ? [] : ['--no-playlist']),
    ...(lastRunAt === null ? [] : ['--break-match-filters', `upload_date>=?${settledDay(lastRunAt)}`]),
    ...['--restrict-filenames', '--trim-filenames', '150', '--paths', folder],
    ...['--output', '%(id)s.%(ext)s', '--', url],
  ]
}

function settledDay(lastRunAt: string): string {
  const day = new Date(Date.parse(lastRunAt) - settledDays * 86_400_000)
  return day.toISOString().slice(0, 10).replaceAll('-', '')
}

interface Ended {
  code: number | null
  /** Why it was stopped by us; null when it ended by itself. */
  stopped: AppError | null
  output: string
}

function run(
  file: string,
  parameters: readonly string[],
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // A group of its own: what it starts in turn ends with it.
    const child = spawn(file, parameters, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
    let output = ''
    let stopped: AppError | null = null
    const stop = (reason: AppError | null) => {
      stopped ??= reason
      killGroup(child.pid, 'SIGTERM')
      setTimeout(() => killGroup(child.pid, 'SIGKILL'), killGraceMs).unref()
    }
    const onAbort = () => stop(null)
    const limit = setTimeout(
      () =>
        stop(new AppError('FETCH_FAILED', `${program} took longer than ${timeLimitMs / 60_000} minutes.`)),
      timeLimitMs,
    )
    const sizes = setInterval(() => {
      void folderBytes(folder).then((bytes) => {
        if (bytes > maxFolderBytes)
          stop(new AppError('FETCH_TOO_LARGE', `${folder} grew beyond ${maxFolderBytes} bytes.`))
      })
    }, sizeCheckIntervalMs)
    const clear = () => {
      clearTimeout(limit)
      clearInterval(sizes)
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < maxOutputLength) output += text
    })
    child.once('error', (cause: NodeJS.ErrnoException) => {
      clear()
      reject(cause.code === 'ENOENT' ? missing(file) : unusable(file, cause))
    })
    child.once('close', (code) => {
      clear()
      resolve({ code, stopped, output })
    })
    if (signal?.aborted === true) onAbort()
  })
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

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = await Promise.all(
    // A file may have been renamed since it was listed.
    names.map(async (name) => (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size),
  )
  return sizes.reduce((total, size) => total + size, 0)
}
