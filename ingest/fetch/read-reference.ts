import { fileURLToPath } from 'node:url'
import { AppError } from '../../src/errors.js'
import { mediaTypeOf } from '../sources/recordings/media-type.js'
import {
  folderOf,
  isInside,
  isWebAddress,
  resolveReference,
  type ReferenceBase,
} from '../sources/resolve-reference.js'
import { fetchBody, type FetchOptions, type FetchResult } from './fetch-body.js'
import { readLocalFile, resolveRealPath } from './read-local.js'

/**
 * Reads what a source refers to (transcript, chapters): an address on the web, or a file inside the folder of a local
 * source, after symbolic links are resolved. Only what is on the web has validators.
 * @throws PATH_OUTSIDE_SOURCE, SOURCE_UNREADABLE, and what `fetchBody` throws
 */
export async function readReference(
  url: string,
  base: ReferenceBase,
  options: FetchOptions,
): Promise<FetchResult> {
  if (isWebAddress(url)) return fetchBody(url, options)
  const resolved = resolveReference(url, base)
  if (resolved.problem)
    throw new AppError('PATH_OUTSIDE_SOURCE', `${base.location}: ${resolved.problem.message}; it is not read`)
  if (isWebAddress(resolved.url)) return fetchBody(resolved.url, options)
  const path = await resolveRealPath(fileURLToPath(resolved.url))
  const folder = await resolveRealPath(folderOf(base))
  if (!isInside(folder, path))
    throw new AppError(
      'PATH_OUTSIDE_SOURCE',
      `${fileURLToPath(resolved.url)} is a link to a place outside ${folder}; it is not read`,
    )
  const { text, bodyHash } = await readLocalFile(path, options.maxBytes)
  return {
    status: 'ok',
    url: resolved.url,
    permanentUrl: null,
    text,
    mediaType: mediaTypeOf(undefined, resolved.url) || null,
    etag: null,
    lastModified: null,
    bodyHash,
  }
}
