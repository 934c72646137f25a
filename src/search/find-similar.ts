import type { Catalog } from '../catalog/catalog.js'
import { modelIdentityKey, type ModelIdentity } from '../embed/embedder.js'
import { AppError } from '../errors.js'
import type { SearchIndex } from '../index/search-index.js'
import { collapseNeighbours } from './collapse.js'
import { loadResults } from './load-results.js'
import type { PassageResult } from './search-result.js'

/** Passages to look at for each one wanted: neighbours collapse, and the passage's own surroundings are left out. */
const candidatesPerHit = 4
const minCandidates = 40

/**
 * Passages of any kind that say much the same, nearest first; not itself and not its own neighbours.
 * @throws PASSAGE_NOT_FOUND; INDEX_UNAVAILABLE when the passage is not embedded yet
 */
export async function findSimilarPassages(
  passageId: string,
  k: number,
  { catalog, index, identity }: { catalog: Catalog; index: SearchIndex; identity: ModelIdentity },
): Promise<PassageResult[]> {
  const [passage] = await catalog.findPassages([passageId])
  if (!passage)
    throw new AppError(
      'PASSAGE_NOT_FOUND',
      `There is no passage ${passageId}: it may have been replaced by a pull.`,
    )
  const space = { identity: modelIdentityKey(identity), role: 'passage' as const }
  const bytes = (await catalog.findVectors(space, [passage.inputHash])).get(passage.inputHash)
  if (!bytes)
    throw new AppError(
      'INDEX_UNAVAILABLE',
      `Passage ${passageId} has no vector of the model ${identity.model}: run \`cuepoint reindex\`.`,
    )
  const vector = new Float32Array(bytes.slice().buffer)
  const ranking = await index.searchDense(vector, {}, Math.max(minCandidates, candidatesPerHit * k))
  const places = await catalog.locatePassages(ranking.map((scored) => scored.passageId))
  const elsewhere = places.filter(
    (place) => place.documentId !== passage.documentId || Math.abs(place.ordinal - passage.ordinal) > 1,
  )
  const hits = collapseNeighbours(ranking, new Map(elsewhere.map((place) => [place.passageId, place])))
  return loadResults(catalog, hits.slice(0, k), { terms: [], queryVector: vector, identity })
}
