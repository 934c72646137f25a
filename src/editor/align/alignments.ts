import type { Catalog } from '../../catalog/catalog.js'
import { correctTime, noCorrections, type Corrections } from '../../domain/corrections.js'
import type { Alignment, SpokenPlace } from './alignment.js'
import { writeChapters, type ChaptersFile } from './alignment-chapters.js'
import { findPair, type Pair } from './find-pair.js'
import { KeptAlignments } from './kept-alignments.js'

/** An alignment with its documents; times are corrected by the user's offset. */
export interface ShownAlignment extends Pair, Pick<Alignment, 'topics' | 'paragraphs'> {}

export interface Alignments {
  /**
   * @param id of the post or of the recording
   * @param otherId of the other; null: its companion, of several the nearest in date
   * @throws DOCUMENT_NOT_FOUND, COMPANION_MISSING, ALIGNMENT_INVALID, TRANSCRIPT_MISSING when nothing said is known
   */
  show(id: string, otherId: string | null): Promise<ShownAlignment>
  /** The post's topics as chapters of the recording. @throws as `show`; ALIGNMENT_UNTIMED */
  writeChapters(id: string, otherId: string | null): Promise<ChaptersFile>
}

type AlignmentCatalog = Pick<
  Catalog,
  'findSummaries' | 'findCompanions' | 'findCorrections' | 'latestSeq' | 'changesSince'
>

/** @param align makes the alignment of a post and a recording; asked when none is kept that still holds */
export function bindAlignments(
  catalog: AlignmentCatalog,
  align: (postId: string, recordingId: string) => Promise<Alignment>,
): Alignments {
  const kept = new KeptAlignments(catalog)
  const show: Alignments['show'] = async (id, otherId) => {
    const pair = await findPair(id, otherId, catalog)
    const ids = { postId: pair.post.id, recordingId: pair.recording.id }
    const { topics, paragraphs } = await kept.find(ids, () => align(ids.postId, ids.recordingId))
    const corrections =
      (await catalog.findCorrections([ids.recordingId])).get(ids.recordingId) ?? noCorrections
    const correct = <Part extends { place: SpokenPlace | null }>(part: Part): Part => ({
      ...part,
      place: part.place && correctPlace(part.place, corrections),
    })
    return { ...pair, topics: topics.map(correct), paragraphs: paragraphs.map(correct) }
  }
  return { show, writeChapters: async (id, otherId) => writeChapters(await show(id, otherId)) }
}

const correctPlace = (place: SpokenPlace, corrections: Corrections): SpokenPlace => ({
  ...place,
  startMs: correctTime(place.startMs, corrections),
  endMs: correctTime(place.endMs, corrections),
})
