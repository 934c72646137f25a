import type { Catalog, StoredPassage } from '../../catalog/catalog.js'
import type { ClipUse } from '../../catalog/collection-store.js'
import type { RepeatKind, StoredRepeatPlace } from '../../catalog/repeat-store.js'
import { noCorrections } from '../../domain/corrections.js'
import { modelIdentityKey, type ModelIdentity } from '../../embed/embedder.js'
import { sentenceSpace } from '../../embed/quantize.js'
import type { SearchIndex } from '../../index/search-index.js'
import { findClipsAt, type PublishedRange } from './find-clips-at.js'
import type { KnownMeasureReader } from './known-measure.js'
import { loadRepeatPlaces, type RepeatPlace } from './load-repeat-places.js'
import { findQuerySpan, readRange, type QueryRange, type RepeatRange } from './read-range.js'
import { readSentenceVectors } from './read-repeat-text.js'
import { readNearText } from './read-near-text.js'
import { runInTurns } from './run-in-turns.js'
import { searchText, type FoundSpan } from './search-text.js'
import { toPlace } from './to-place.js'

/** Whether what a stretch of a document says is said elsewhere too, and in which clips it is used already. */

export interface FoundRepeat {
  kind: RepeatKind
  /** In (0, 1]. */
  likeness: number
  /** Its own post or recording. */
  companion: boolean
  place: RepeatPlace
  /** Clips that hold this place, of any collection. */
  clips: ClipUse[]
}

export interface RepeatsOf {
  /** Those that clips hold first, then by likeness. */
  repeats: FoundRepeat[]
  /** Clips that hold (part of) the stretch itself. */
  clips: ClipUse[]
  /** False until the library has been looked through: then only what is said in the same words is found. */
  reworded: boolean
}

export interface RepeatsOfDependencies {
  catalog: Catalog
  index: SearchIndex
  identity: ModelIdentity
  measures: Pick<KnownMeasureReader, 'read'>
}

/** A stretch that may be of a clip, which is no other use of itself. */
export interface SoughtRange extends RepeatRange {
  exceptClip?: string
}

/** A clip is looked at in full; of a stretch of many passages, so many runs of so many, spread evenly. */
const maxRuns = 6
const runPassages = 8
/** Passages of it that the index is asked for the likes of. */
const maxProbes = 6
/** Neighbours of each: its own document, whose title it shares, may be many of them. */
const neighbours = 30
const maxRepeats = 20

/**
 * Cost: some 30 ms for a clip of a minute, whatever the size of the library: the index proposes the passages nearest in
 * meaning, the groups that are known add theirs, and words and sentences of those are compared as in the whole library.
 * @throws DOCUMENT_NOT_FOUND, PASSAGE_NOT_FOUND, CLIP_INVALID for a range without length
 */
export async function findRepeatsOf(
  { exceptClip, ...range }: SoughtRange,
  dependencies: RepeatsOfDependencies,
): Promise<RepeatsOf> {
  const { catalog, identity, measures } = dependencies
  const corrections =
    (await catalog.findCorrections([range.documentId])).get(range.documentId) ?? noCorrections
  const stretch = await readRange(range, corrections, catalog)
  const passageIds = stretch.passages.map(({ id }) => id)
  const query = { ...stretch, passages: thinOut(stretch.passages) }
  const [nearIds, groups, measure] = await Promise.all([
    findNearPassages(query, dependencies),
    catalog.findRepeatGroups(range.documentId, passageIds),
    measures.read(),
  ])
  const known = groups
    .filter(({ template }) => !template)
    .flatMap(({ places }) => places)
    .filter((place) => !place.passageIds.some((id) => passageIds.includes(id)))
    .slice(0, maxRepeats)
  const text = await readNearText(
    query,
    [...nearIds, ...known.flatMap((place) => place.passageIds.slice(0, 4))],
    catalog,
  )
  const vectors = await readSentenceVectors(text, sentenceSpace(identity), catalog)
  const span = findQuerySpan(query, text)
  if (measure && vectors.dimensions > 0) vectors.centre(measure.middle)
  const found = await runInTurns(searchText(span, { text, vectors, weights: measure?.weigh(text) ?? null }))
  const kept = found.map((each) => ({ ...each, kept: toPlace(each.span, text) }))
  const shown = await describe(kept, stretch, { catalog, exceptClip })
  return { ...shown, reworded: measure !== null }
}

function thinOut(passages: StoredPassage[]): StoredPassage[] {
  if (passages.length <= maxRuns * runPassages) return passages
  const starts = spread([...passages.keys()].slice(0, -runPassages), maxRuns)
  return starts.flatMap((start) => passages.slice(start, start + runPassages))
}

/** At most `count` of them, as far from each other as possible. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const stride = Math.max(1, items.length / count)
  return items.filter((_, at) => Math.floor(at / stride) !== Math.floor((at - 1) / stride))
}

async function findNearPassages(
  query: QueryRange,
  { catalog, index, identity }: RepeatsOfDependencies,
): Promise<string[]> {
  const probes = spread(query.passages, maxProbes)
  const space = { identity: modelIdentityKey(identity), role: 'passage' as const }
  const hashes = probes.map(({ inputHash }) => inputHash)
  const vectors = [...(await catalog.findVectors(space, hashes)).values()].map(
    (bytes) => new Float32Array(bytes.slice().buffer),
  )
  const rankings = await Promise.all(vectors.map((vector) => index.searchDense(vector, {}, neighbours)))
  // What its own document says again in the same words is among the groups.
  const nearIds = rankings.flat().map(({ passageId }) => passageId)
  return [...new Set(nearIds)].filter((id) => !query.documentPassageIds.has(id))
}

async function describe(
  found: readonly (FoundSpan & { kept: Omit<StoredRepeatPlace, 'likeness'> })[],
  query: QueryRange,
  { catalog, exceptClip }: { catalog: Catalog; exceptClip: string | undefined },
): Promise<Pick<RepeatsOf, 'repeats' | 'clips'>> {
  const documentIds = [...new Set([query.documentId, ...found.map(({ kept }) => kept.documentId)])]
  const [places, companions, clipsAt] = await Promise.all([
    loadRepeatPlaces(
      found.map(({ kept }) => kept),
      catalog,
    ),
    catalog.findCompanions(query.documentId),
    findClipsAt(documentIds, catalog, exceptClip),
  ])
  const companionIds = new Set(companions.map(({ id }) => id))
  const repeats = found.flatMap(({ kind, likeness, kept }, at): FoundRepeat[] => {
    const place = places[at]
    if (!place) return []
    return [
      {
        kind,
        likeness: Math.round(likeness * 1000) / 1000,
        companion: companionIds.has(kept.documentId),
        place,
        clips: clipsAt.ofPlace(place, kept.passageIds),
      },
    ]
  })
  return {
    repeats: repeats
      .sort((a, b) => Number(b.clips.length > 0) - Number(a.clips.length > 0) || b.likeness - a.likeness)
      .slice(0, maxRepeats),
    clips: clipsAt.ofRange(toPublished(query)),
  }
}

const toPublished = ({ documentId, startMs, endMs, passages }: QueryRange): PublishedRange => ({
  documentId,
  startMs,
  endMs,
  passageIds: passages.map(({ id }) => id),
})
