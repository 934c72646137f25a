import type { Catalog } from '../src/catalog/catalog.js'
import type { Source } from '../src/domain/source.js'
import type { SourcePreview } from '../src/domain/source-preview.js'
import type { OpenOptions } from './fetch/open-location.js'
import { lookAtSource } from './look-at-source.js'

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
  const found: SourcePreview[] = []
  for (const location of locations) found.push(await lookAtSource(location, options))
  const outcomes = await catalog.addSources(found.map(({ source }) => source))
  return outcomes.map((outcome, index) => ({ ...outcome, documents: countDocuments(found[index]) }))
}

const countDocuments = (preview: SourcePreview | undefined): number =>
  preview ? preview.documents.episode + preview.documents.short + preview.documents.post : 0
