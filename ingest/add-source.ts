import type { Catalog } from '../src/catalog/catalog.js'
import { sourceId } from '../src/domain/ids.js'
import type { Source } from '../src/domain/source.js'
import { AppError } from '../src/errors.js'
import { openLocation, type OpenOptions } from './fetch/open-location.js'
import { mergeDuplicates } from './merge-duplicates.js'
import { isWebAddress } from './sources/resolve-reference.js'
import { readSource } from './sources/recognize-source.js'

export interface AddedSource {
  source: Source
  /** False: it was known already. */
  added: boolean
  /** How many it lists. */
  documents: number
}

/**
 * Subscribes to what is at addresses or paths, after looking at all of them: all are added or none. Their documents
 * come with the first pull. A location or guid that is known already gives the source that has it.
 * @throws FETCH_*, SOURCE_UNREADABLE, SOURCE_UNRECOGNIZED
 */
export async function addSources(
  locations: readonly string[],
  { catalog, ...options }: { catalog: Catalog } & OpenOptions,
): Promise<AddedSource[]> {
  const found: { source: Source; documents: number }[] = []
  for (const location of locations) found.push(await lookAt(location, options))
  const outcomes = await catalog.addSources(found.map(({ source }) => source))
  return outcomes.map((outcome, index) => ({ ...outcome, documents: found[index]?.documents ?? 0 }))
}

async function lookAt(
  location: string,
  options: OpenOptions,
): Promise<{ source: Source; documents: number }> {
  const opened = await openLocation(location, {}, options)
  if (opened.status === 'unchanged')
    throw new AppError(
      'SOURCE_UNREADABLE',
      `${location} answered "not modified" to a first request: try again later.`,
    )
  const read = await readSource(opened.body)
  const source: Source = {
    id: sourceId(read.guid),
    kind: read.kind,
    // As it was given: where a temporary redirect leads, and for how long, is the publisher's business.
    location: isWebAddress(location)
      ? (opened.permanentUrl ?? location)
      : opened.body.isFolder
        ? opened.body.origin
        : opened.body.location,
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
    goneAt: null,
  }
  return { source, documents: mergeDuplicates(read.items).length }
}
