import type { Catalog } from '../catalog/catalog.js'
import { findResultConcepts } from '../concepts/find-query-concepts.js'
import { modelIdentityKey, type ModelIdentity } from '../embed/embedder.js'
import { AppError } from '../errors.js'
import type { SearchIndex } from '../index/search-index.js'
import { collapseNeighbours, momentReach, type Hit } from './collapse.js'
import { dropRepeats } from './drop-repeats.js'
import { loadResults } from './load-results.js'
import type { PassageResult } from './search-result.js'
import { spreadDocuments } from './spread-documents.js'

/** Passages to look at: those of its own document, which share its title, may be most of the nearest. */
const candidates = 200
/** Hits to look at for each one wanted: repeats are left out. */
const hitsPerHit = 3

export interface SimilarDependencies {
  catalog: Catalog
  index: SearchIndex
  identity: ModelIdentity
  /** Of the library. */
  passageCount: () => Promise<number>
}

/**
 * Passages of any kind that say much the same, nearest first; not itself and not its own neighbours, which are of the
 * same moment; of those that say the same words the nearest, and no more of one document than `spreadDocuments` allows.
 * @throws PASSAGE_NOT_FOUND; INDEX_UNAVAILABLE when the passage is not embedded yet
 */
export async function findSimilarPassages(
  passageId: string,
  k: number,
  { catalog, index, identity, passageCount }: SimilarDependencies,
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
  const ranking = await index.searchDense(vector, {}, candidates)
  const places = await catalog.locatePassages(ranking.map((scored) => scored.passageId))
  const elsewhere = places.filter(
    (place) =>
      place.documentId !== passage.documentId || Math.abs(place.ordinal - passage.ordinal) > momentReach,
  )
  const hits = collapseNeighbours(ranking, new Map(elsewhere.map((place) => [place.passageId, place])))
  const distinct = await leaveOutRepeats(spreadDocuments(hits).slice(0, hitsPerHit * k), catalog)
  const shown = distinct.slice(0, k)
  const shownIds = shown.map(({ place }) => place.passageId)
  const [sentences, { ofPassage }] = await Promise.all([
    index.gatherSentences(shownIds, { terms: [], vector }),
    findResultConcepts(null, shownIds, { catalog, passageCount }),
  ])
  const results = await loadResults(catalog, shown, { terms: [], phrases: [], sentences })
  return results.map((hit) => ({ ...hit, concepts: ofPassage.get(hit.passageId) ?? [] }))
}

async function leaveOutRepeats(hits: readonly Hit[], catalog: Catalog): Promise<Hit[]> {
  const passages = await catalog.findPassages(hits.map(({ place }) => place.passageId))
  const textOf = new Map(passages.map(({ id, text }) => [id, text]))
  return dropRepeats(hits, ({ place }) => textOf.get(place.passageId) ?? '').map(({ kept }) => kept)
}
