import type { Catalog, StoredPassage } from '../catalog/catalog.js'
import type { ConceptName } from '../concepts/find-query-concepts.js'
import { modelIdentityKey, type ModelIdentity } from '../embed/embedder.js'
import { AppError } from '../errors.js'
import type { SearchIndex } from '../index/search-index.js'
import { chooseProbes, findNearest } from './choose-probes.js'
import type { Hit } from './collapse.js'
import { dropRepeats } from './drop-repeats.js'
import { findSharedConcepts, type SharedConcepts } from './find-shared-concepts.js'
import { loadResults, type LoadedResult } from './load-results.js'
import {
  leaveOutOwnWords,
  rankDocuments,
  type DocumentMatch,
  type EmbeddedPassage,
  type Finding,
} from './rank-related.js'
import type { Moment, PassageResult } from './search-result.js'

/** Documents that are about the same: what a listener or reader goes on to. */

/** Stretches of a document that are looked for; with the whole and the companions ten searches. */
const maxStretches = 8
/** Passages to look at for each search, beside the document's own, which are the nearest to themselves. */
const candidatesPerSearch = 60

/** A document with the passage of it that is nearest to one of the document that was asked about. */
export interface RelatedDocument extends PassageResult {
  /** A post about this recording, or a recording of this post. */
  companion: boolean
  /** What was asked about says this there: why the other is related. */
  from: Moment
  /** What both are about; a few, the most telling first. */
  concepts: ConceptName[]
}

interface RelatedDependencies {
  catalog: Catalog
  index: SearchIndex
  identity: ModelIdentity
}

/**
 * Documents of any kind that say much the same, companions first, then those that do so in most places: the document is
 * looked for as a whole and by one passage of each eighth of it; the score is the sum over these searches of how much
 * nearer the document's best passage is than the last one found. A rare concept that both are about adds to it, and makes
 * a document a candidate that no search found. What repeats the document's own words (an intro, a
 * heading of the same series, the same episode in another feed) counts for companions only. Never itself, withdrawn
 * documents or advertisements; of documents whose best passages repeat each other the best only. A document without
 * text has no related ones and is none. Cost: at most ten dense searches, about 40 µs for each of its passages, and what
 * `findSharedConcepts` costs.
 * @throws DOCUMENT_NOT_FOUND; INDEX_UNAVAILABLE when the document is not embedded yet
 */
export async function findRelatedDocuments(
  documentId: string,
  k: number,
  dependencies: RelatedDependencies,
): Promise<RelatedDocument[]> {
  const { catalog } = dependencies
  const [known] = await catalog.findSummaries([documentId])
  if (!known) throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${documentId} in this library.`)
  const own = await readOwnPassages(documentId, dependencies)
  if (own.length === 0) return []
  const companions = new Set((await catalog.findCompanions(documentId)).map(({ id }) => id))
  const [found, shared] = await Promise.all([
    searchProbes(own, companions, dependencies),
    findSharedConcepts(documentId, own, catalog),
  ])
  const findings = [...found, ...shared.findings]
  const passages = await catalog.findPassages([...new Set(findings.map(({ place }) => place.passageId))])
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const others = leaveOutOwnWords(findings, { own, companions, passageOf })
  const matches = dropRepeats(
    rankDocuments(others, companions),
    ({ best }) => passageOf.get(best.place.passageId)?.text ?? '',
  ).map(({ kept }) => kept)
  return describeMatches(matches.slice(0, k), { own, passageOf, shared, dependencies })
}

async function readOwnPassages(
  documentId: string,
  { catalog, identity }: RelatedDependencies,
): Promise<EmbeddedPassage[]> {
  const passages = (await catalog.readPassages(documentId)).filter(({ ad }) => !ad)
  const embedded = await readVectors(passages, { catalog, identity })
  if (passages.length > 0 && embedded.length === 0)
    throw new AppError(
      'INDEX_UNAVAILABLE',
      `Document ${documentId} has no vectors of the model ${identity.model}: run \`cuepoint reindex\`.`,
    )
  return embedded
}

/** Passages that are not embedded are left out. */
async function readVectors(
  passages: readonly StoredPassage[],
  { catalog, identity }: Pick<RelatedDependencies, 'catalog' | 'identity'>,
): Promise<EmbeddedPassage[]> {
  const vectors = await catalog.findVectors(
    { identity: modelIdentityKey(identity), role: 'passage' },
    passages.map(({ inputHash }) => inputHash),
  )
  return passages.flatMap((passage) => {
    const bytes = vectors.get(passage.inputHash)
    return bytes ? [{ passage, vector: new Float32Array(bytes.slice().buffer) }] : []
  })
}

/** The best passage of each other document for each search, best first within a search. */
async function searchProbes(
  own: readonly EmbeddedPassage[],
  companions: ReadonlySet<string>,
  { catalog, index }: RelatedDependencies,
): Promise<Finding[]> {
  const vectors = own.map(({ vector }) => vector)
  const { whole, stretches } = chooseProbes(vectors, maxStretches)
  const depth = own.length + candidatesPerSearch
  const searches = [
    ...stretches.map((probe) => ({ probe, ranking: index.searchDense(vectors[probe] ?? whole, {}, depth) })),
    { probe: null, ranking: index.searchDense(whole, {}, depth) },
  ]
  if (companions.size > 0) {
    // A companion may be short and about a small part: it is found however far it is from the rest.
    const filter = { documentIds: [...companions] }
    searches.push({ probe: null, ranking: index.searchDense(whole, filter, candidatesPerSearch) })
  }
  const rankings = await Promise.all(searches.map(({ ranking }) => ranking))
  const ownIds = new Set(own.map(({ passage }) => passage.id))
  const foundIds = new Set(rankings.flat().map(({ passageId }) => passageId))
  const places = await catalog.locatePassages([...foundIds].filter((id) => !ownIds.has(id)))
  const placeOf = new Map(places.map((place) => [place.passageId, place]))

  return rankings.flatMap((ranking, at) => {
    const lastScore = ranking.at(-1)?.score ?? 0
    const findings = new Map<string, Finding>()
    for (const { passageId, score } of ranking) {
      const place = placeOf.get(passageId)
      if (place && place.documentId !== own[0]?.passage.documentId && !findings.has(place.documentId))
        findings.set(place.documentId, {
          place,
          nearness: score - lastScore,
          probe: searches[at]?.probe ?? null,
        })
    }
    return [...findings.values()]
  })
}

interface MatchContext {
  own: readonly EmbeddedPassage[]
  passageOf: ReadonlyMap<string, StoredPassage>
  shared: SharedConcepts
  dependencies: RelatedDependencies
}

async function describeMatches(
  matches: readonly DocumentMatch[],
  { own, passageOf, shared, dependencies }: MatchContext,
): Promise<RelatedDocument[]> {
  const { catalog } = dependencies
  const chosen = matches.flatMap(({ best }) => passageOf.get(best.place.passageId) ?? [])
  const vectorOf = new Map(
    (await readVectors(chosen, dependencies)).map(({ passage, vector }) => [passage.id, vector]),
  )
  const ownPlaces = await catalog.locatePassages(own.map(({ passage }) => passage.id))
  const ownPlaceOf = new Map(ownPlaces.map((place) => [place.passageId, place]))
  const ownVectors = own.map(({ vector }) => vector)

  const related: RelatedDocument[] = []
  for (const { documentId, best, score, companion } of matches) {
    const vector = vectorOf.get(best.place.passageId)
    const nearest = vector && own[best.probe ?? findNearest(vector, ownVectors)]
    const ownPlace = nearest && ownPlaceOf.get(nearest.passage.id)
    if (!ownPlace) continue
    const [result, from] = await Promise.all([
      describePassage({ place: best.place, score, more: [] }, nearest.vector, dependencies),
      describePassage({ place: ownPlace, score, more: [] }, vector, dependencies),
    ])
    const concepts = shared.ofDocument.get(documentId) ?? []
    if (result && from) related.push({ ...result, companion, from: toMoment(from), concepts })
  }
  return related
}

/** The sentence of a passage that is nearest to a vector is its best. */
async function describePassage(
  hit: Hit,
  vector: Float32Array,
  { catalog, index }: RelatedDependencies,
): Promise<LoadedResult | undefined> {
  const sentences = await index.gatherSentences([hit.place.passageId], { terms: [], vector })
  const [result] = await loadResults(catalog, [hit], { terms: [], phrases: [], sentences })
  return result
}

const toMoment = ({ passageId, startMs, endMs, jumpMs, anchor, text }: LoadedResult): Moment => ({
  passageId,
  startMs,
  endMs,
  jumpMs,
  anchor,
  text,
})
