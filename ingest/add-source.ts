import type { Catalog } from '../src/catalog/catalog.js'
import { sourceId } from '../src/domain/ids.js'
import type { Source } from '../src/domain/source.js'
import { AppError } from '../src/errors.js'
import { openLocation } from './fetch/open-location.js'
import { recognizeSource } from './sources/recognize-source.js'

/**
 * Subscribes to what is at an address or path, after looking at what it is. Its documents come with the first pull.
 * A location or guid that is known already gives the source that has it.
 * @throws FETCH_*, SOURCE_UNREADABLE, SOURCE_UNRECOGNIZED
 */
export async function addSource(
  location: string,
  { catalog, allowPrivate }: { catalog: Catalog; allowPrivate: boolean },
): Promise<{ source: Source; added: boolean; documents: number }> {
  const opened = await openLocation(location, {}, { allowPrivate })
  if (opened.status === 'unchanged')
    throw new AppError(
      'SOURCE_UNREADABLE',
      `${location} answered "not modified" to a first request: try again later.`,
    )
  const format = recognizeSource(opened.body)
  const read = format.read(opened.body)
  const { source, added } = await catalog.addSource({
    id: sourceId(read.guid),
    kind: format.kind,
    location: opened.body.location,
    guid: read.guid,
    title: read.title,
    url: read.url,
    imageUrl: read.imageUrl,
    language: read.language,
    addedAt: new Date().toISOString(),
    pulledAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
  })
  return { source, added, documents: read.items.length }
}
