import { dirname, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ErrorCode } from '../../src/errors.js'
import type { SourceBody } from './source-format.js'

/** Where references are resolved from. */
export type ReferenceBase = Pick<SourceBody, 'location' | 'isFolder'>

export type ResolvedReference =
  | { url: string; problem: null }
  | { url: null; problem: { code: Extract<ErrorCode, 'PATH_OUTSIDE_SOURCE'> | null; message: string } }

/** The longest address that servers and browsers commonly take is 8 kB; longer ones are data in disguise. */
export const maxUrlLength = 8192

export const isWebAddress = (location: string): boolean => /^https?:\/\//i.test(location)

/** An address that a browser can open; a file of a local source is none. */
export const webOnly = (url: string | null): string | null => (url?.startsWith('file:') ? null : url)

/** The folder whose files a local source may refer to. */
export const folderOf = ({ location, isFolder }: ReferenceBase): string =>
  isFolder ? location : dirname(location)

/** Whether `path` is `folder` or below it, by name only: symbolic links are for the reader of the file to follow. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path)
}

/**
 * Makes an address found in a source absolute. A web source may refer to http(s) only; a local one also to files inside
 * its folder, which come out as `file:` addresses. A `problem` with a null code is for the caller to name.
 */
export function resolveReference(reference: string, base: ReferenceBase): ResolvedReference {
  const written = reference.trim()
  const shown = JSON.stringify(written.length > 100 ? `${written.slice(0, 100)}…` : written)
  if (written === '' || written.length > maxUrlLength)
    return refuse(
      null,
      `address ${shown} is ${written === '' ? 'empty' : `longer than ${maxUrlLength} characters`}`,
    )
  const baseUrl = isWebAddress(base.location)
    ? base.location
    : pathToFileURL(base.isFolder ? `${base.location}${sep}` : base.location).href
  if (!URL.canParse(written, baseUrl)) return refuse(null, `address ${shown} cannot be read`)
  const url = new URL(written, baseUrl)
  if (url.protocol === 'http:' || url.protocol === 'https:') return { url: url.href, problem: null }
  if (url.protocol !== 'file:')
    return refuse(null, `address ${shown} is neither http(s) nor a file of the source`)
  if (isWebAddress(base.location))
    return refuse('PATH_OUTSIDE_SOURCE', `address ${shown} names a local file; a source on the web may not`)
  const path = pathOf(url)
  if (path === null || !isInside(folderOf(base), path))
    return refuse('PATH_OUTSIDE_SOURCE', `address ${shown} lies outside the folder of the source`)
  return { url: pathToFileURL(path).href, problem: null }
}

function refuse(code: 'PATH_OUTSIDE_SOURCE' | null, message: string): ResolvedReference {
  return { url: null, problem: { code, message } }
}

/** Null for an address that is no path here: with a host, an encoded slash or a NUL. */
function pathOf(url: URL): string | null {
  if (/%00/.test(url.pathname) || url.host !== '' || /%2f/i.test(url.pathname)) return null
  try {
    return fileURLToPath(url)
  } catch {
    return null
  }
}
