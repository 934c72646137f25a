import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf, type ErrorCode } from '../../src/errors.js'
import { isMedia, stemOf } from '../sources/group-files.js'
import { isWebAddress } from '../sources/resolve-reference.js'
import type { SourceBody } from '../sources/source-format.js'
import { fetchBody, type FetchOptions, type Validators } from './fetch-body.js'
import { readLocalFile, readLocalFolder } from './read-local.js'
import { isYouTubePage, runYtDlp } from './run-yt-dlp.js'

/** What is known of the body that was read last. */
export interface KnownBody extends Validators {
  bodyHash?: string | null
}

export interface OpenOptions extends Pick<FetchOptions, 'allowPrivate' | 'signal'> {
  /** The library's folder: what is got of YouTube stays below it. */
  dataFolder: string
}

export interface OpenedLocation {
  status: 'ok'
  body: SourceBody
  /** Where permanent redirects lead: the location to keep from now on. Null without one. */
  permanentUrl: string | null
  etag: string | null
  lastModified: string | null
  bodyHash: string
  /** Files of a folder that could not be read. */
  issues: Issue[]
}

export interface UnchangedLocation extends Pick<OpenedLocation, 'permanentUrl' | 'etag' | 'lastModified'> {
  status: 'unchanged'
  /** Where it was found: after redirects, or the absolute path. */
  foundAt: string
}

export type OpenResult = UnchangedLocation | OpenedLocation

const feedTypes = 'application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, text/markdown;q=0.8, */*;q=0.5'

/**
 * Reads a source: an http(s) address, a `file:` address, or a path (relative ones from the working folder) of a file or
 * of a folder of posts. `unchanged` when the server says so, or when the bytes are those of `known.bodyHash`.
 * @throws SOURCE_UNREADABLE for a path that cannot be read, and what `fetchBody` throws
 */
export async function openLocation(
  location: string,
  known: KnownBody,
  options: OpenOptions,
): Promise<OpenResult> {
  const opened = isYouTubePage(location)
    ? await openYouTube(location, options)
    : isWebAddress(location)
      ? await openWeb(location, known, options)
      : await openLocal(localPath(location))
  if (opened.status === 'unchanged' || opened.bodyHash !== known.bodyHash) return opened
  const { permanentUrl, etag, lastModified, body } = opened
  return { status: 'unchanged', foundAt: body.location, permanentUrl, etag, lastModified }
}

/** The absolute path that a location on this machine names. @throws SOURCE_UNREADABLE for another kind of address */
export function localPath(location: string): string {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(location)) return resolve(location)
  try {
    return fileURLToPath(location)
  } catch (cause) {
    throw new AppError(
      'SOURCE_UNREADABLE',
      `${location.slice(0, 300)} cannot be read: a source is an http(s) address or a path on this machine`,
      { cause },
    )
  }
}

async function openWeb(
  location: string,
  { etag = null, lastModified = null }: KnownBody,
  options: OpenOptions,
): Promise<OpenResult> {
  const fetched = await fetchBody(location, { ...options, etag, lastModified, accept: feedTypes })
  if (fetched.status === 'unchanged')
    return {
      status: 'unchanged',
      foundAt: fetched.url,
      permanentUrl: fetched.permanentUrl,
      etag,
      lastModified,
    }
  const name = basename(new URL(fetched.url).pathname)
  return {
    status: 'ok',
    body: {
      isFolder: false,
      location: fetched.url,
      name,
      mediaType: fetched.mediaType,
      text: fetched.text,
    },
    permanentUrl: fetched.permanentUrl,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    bodyHash: fetched.bodyHash,
    issues: [],
  }
}

/** What earlier pulls got stays in its folder, so that a pull asks for what is new. */
async function openYouTube(location: string, { dataFolder, signal }: OpenOptions): Promise<OpenedLocation> {
  const name = createHash('sha256').update(location).digest('hex').slice(0, 20)
  const folder = join(dataFolder, 'videos', name)
  const issues = await runYtDlp(location, { folder, signal })
  const read = await readLocalFolder(folder)
  return {
    status: 'ok',
    body: { isFolder: true, location: folder, origin: location, files: read.files },
    permanentUrl: null,
    etag: null,
    lastModified: null,
    bodyHash: read.bodyHash,
    issues: [...issues, ...read.issues],
  }
}

async function openLocal(path: string): Promise<OpenedLocation> {
  const status = await stat(path).catch((cause: unknown) => {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = isMissing ? 'there is no such file or folder; check the path' : reasonOf(cause)
    throw new AppError('SOURCE_UNREADABLE', `${path} cannot be read: ${reason}`, { cause })
  })
  const none = { status: 'ok', permanentUrl: null, etag: null, lastModified: null } as const
  if (status.isDirectory()) {
    const { files, bodyHash, issues } = await readLocalFolder(path)
    const [fault] = issues
    if (files.length === 0 && fault) throw new AppError(fault.code as ErrorCode, fault.message)
    return { ...none, body: { isFolder: true, location: path, origin: path, files }, bodyHash, issues }
  }
  if (isMedia(path) || path.toLowerCase().endsWith('.info.json')) {
    // A recording, or the metadata of a video, is read with what lies beside it under its name.
    const folder = dirname(path)
    const { files, bodyHash, issues } = await readLocalFolder(folder, stemOf(path))
    return { ...none, body: { isFolder: true, location: folder, origin: path, files }, bodyHash, issues }
  }
  const { text, bodyHash } = await readLocalFile(path)
  return {
    ...none,
    body: { isFolder: false, location: path, name: basename(path), mediaType: null, text },
    bodyHash,
    issues: [],
  }
}
