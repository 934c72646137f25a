import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '../catalog/catalog.js'
import type { Document } from '../domain/document.js'
import { AppError, reasonOf } from '../errors.js'
import { findDocument } from './read-transcript.js'

/** Where the sound or video of a document is. */

/** The address a player loads: the enclosure's own, or this server's for a file beside a local feed. */
export function mediaUrl({ id, enclosure }: Pick<Document, 'id' | 'enclosure'>): string | null {
  if (!enclosure) return null
  return enclosure.url.startsWith('file:') ? `/api/v1/documents/${id}/media` : enclosure.url
}

export interface LocalMedia {
  folder: string
  fileName: string
  mediaType: string
}

/**
 * The file of a document of a local source, checked anew: it must lie, links resolved, inside the source's folder.
 * @throws DOCUMENT_NOT_FOUND, MEDIA_NOT_LOCAL, PATH_OUTSIDE_SOURCE
 */
export async function locateMedia(documentId: string, catalog: Catalog): Promise<LocalMedia> {
  const { enclosure, sourceId } = await findDocument(documentId, catalog)
  if (!enclosure?.url.startsWith('file:'))
    throw new AppError(
      'MEDIA_NOT_LOCAL',
      `The media of document ${documentId} is not kept here: use its mediaUrl.`,
    )
  const source = await catalog.findSource(sourceId)
  try {
    const location = await realpath(source?.location ?? '')
    const root = (await stat(location)).isDirectory() ? location : dirname(location)
    const path = await realpath(fileURLToPath(enclosure.url))
    if (!path.startsWith(root + sep))
      throw new AppError(
        'PATH_OUTSIDE_SOURCE',
        `The media of document ${documentId} lies outside the folder of its source.`,
      )
    return { folder: dirname(path), fileName: basename(path), mediaType: enclosure.mediaType }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'MEDIA_NOT_LOCAL',
      `The media file of document ${documentId} cannot be read: ${reasonOf(error)}`,
      {
        cause: error,
      },
    )
  }
}
