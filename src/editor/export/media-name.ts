import { fileURLToPath } from 'node:url'
import type { ExportDocument } from './export-format.js'
import { toLine } from './plain-line.js'

/** What editing programs know a recording by: the name of its file; else its title. */
export const mediaNameOf = ({ mediaName, title }: Pick<ExportDocument, 'mediaName' | 'title'>): string =>
  toLine(mediaName ?? '') || toLine(title) || 'Recording'

/** The last part of an address; empty where it has none. */
export const fileNameOf = (url: string): string =>
  URL.canParse(url) ? decode(new URL(url).pathname.split('/').at(-1) ?? '') : ''

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A path of this machine as programs know it; an address of the web as it is. */
export function mediaPlaceOf(mediaUrl: string): string {
  if (!mediaUrl.startsWith('file:')) return mediaUrl
  try {
    return fileURLToPath(mediaUrl)
  } catch {
    // Of another machine.
    return mediaUrl
  }
}

/** Video by its declared type. */
export const hasPicture = ({ mediaType }: Pick<ExportDocument, 'mediaType'>): boolean =>
  mediaType?.startsWith('video/') ?? false
