import { basename } from 'node:path'
import type { Catalog, SourceUpdate } from '../src/catalog/catalog.js'
import type { Issue } from '../src/domain/issue.js'
import type { Source } from '../src/domain/source.js'
import { AppError } from '../src/errors.js'
import { openLocation, type OpenedLocation, type OpenOptions } from './fetch/open-location.js'
import { isWebAddress } from './sources/resolve-reference.js'
import { readSource } from './sources/recognize-source.js'
import type { ReadSource, SourceBody, TextBody } from './sources/source-format.js'

/** What a known source lists now. */
export interface OpenedSource {
  status: 'ok'
  read: ReadSource
  body: SourceBody
  /** The same list as at the last pull that ended well; what it refers to may have changed. */
  isSame: boolean
  /** Where it is to be asked from now on. */
  location: string
  validators: Pick<Source, 'etag' | 'lastModified' | 'bodyHash'>
  /** It was opened and read to its end: what it does not list is not there. */
  isWhole: boolean
  /** Of opening and of reading it. */
  issues: Issue[]
}

/**
 * Opens a source and reads it. A feed on the web that says "not modified" is read from the copy that was kept: its
 * transcripts have validators of their own. A feed that names a new address of its own is read from there.
 * @param mayHaveMissing something of its documents is still to be had, whether or not the source itself changed
 * @throws FETCH_GONE and what `openLocation` and `readSource` throw
 */
export async function openSource(
  source: Source,
  catalog: Catalog,
  { mayHaveMissing, ...options }: OpenOptions & { mayHaveMissing: boolean },
): Promise<OpenedSource | { status: 'unchanged'; location: string }> {
  const isWeb = isWebAddress(source.location)
  // A local feed's transcripts are files of their own; a folder's are among the files that its hash covers.
  const isCovered = isWeb || (source.kind !== 'feed' && !mayHaveMissing)
  const known = isCovered ? source : {}
  const opened = await openLocation(source.location, known, options)
  const location = opened.permanentUrl ?? source.location
  if (opened.status === 'unchanged') {
    const kept = isWeb ? await catalog.findReference(source.id, source.location) : null
    if (!kept) return { status: 'unchanged', location }
    const { text, mediaType, finalUrl } = kept
    // Where a temporary redirect leads may change from day to day; the addresses in the same list must not.
    const base = opened.permanentUrl === null ? (finalUrl ?? location) : opened.foundAt
    const name = basename(new URL(base).pathname)
    const body: TextBody = { isFolder: false, location: base, name, mediaType, text }
    const read = await readSource(body)
    const { etag, lastModified } = opened
    return {
      status: 'ok',
      read,
      body,
      isSame: true,
      location,
      validators: { etag, lastModified, bodyHash: source.bodyHash },
      isWhole: read.isWhole,
      issues: read.issues,
    }
  }
  const read = await readSource(opened.body)
  const moved = await followMove(read, location, options)
  return moved ?? toOpenedSource(opened, read, location)
}

function toOpenedSource(opened: OpenedLocation, read: ReadSource, location: string): OpenedSource {
  const { body, etag, lastModified, bodyHash } = opened
  return {
    status: 'ok',
    read,
    body,
    isSame: false,
    location,
    validators: { etag, lastModified, bodyHash },
    isWhole: opened.issues.length === 0 && read.isWhole,
    issues: [...opened.issues, ...read.issues],
  }
}

/** Null when the feed names no other address, or one that does not work (yet). */
async function followMove(
  { movedTo }: ReadSource,
  location: string,
  options: OpenOptions,
): Promise<OpenedSource | null> {
  if (movedTo === null || movedTo === location || !isWebAddress(location)) return null
  try {
    const opened = await openLocation(movedTo, {}, options)
    if (opened.status === 'unchanged') return null
    return toOpenedSource(opened, await readSource(opened.body), opened.permanentUrl ?? movedTo)
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'INGEST_INTERRUPTED') throw error
    return null
  }
}

/** Keeps the list itself, for the next time that it has not changed. */
export async function keepBody(
  { id }: Source,
  { body, location, validators: { etag, lastModified, bodyHash } }: OpenedSource,
  catalog: Catalog,
): Promise<void> {
  if (body.isFolder || !isWebAddress(location) || bodyHash === null) return
  const { text, mediaType, location: finalUrl } = body
  const fetchedAt = new Date().toISOString()
  const validators = { etag, lastModified, bodyHash }
  await catalog.saveReference(id, location, { text, mediaType, ...validators, fetchedAt, finalUrl })
}

/** A new location, without the validators of the old one: they say nothing about what is at another address. */
export const moveTo = (location: string, source: Source): SourceUpdate =>
  location === source.location ? {} : { location, etag: null, lastModified: null, bodyHash: null }
