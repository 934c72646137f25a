import type { Catalog, DocumentSummary } from '../../catalog/catalog.js'
import type { ClipUse } from '../../catalog/collection-store.js'
import { totalMs, type Clip, type Collection } from '../../domain/clip.js'
import { noCorrections } from '../../domain/corrections.js'
import { overlaps } from '../../domain/time.js'
import { correctClip } from './take-clip.js'

/** A collection as it is to be shown: its times corrected, its documents as they are now, or as they were. */

export interface ShownClip extends Omit<Clip, 'origin'> {
  /** As it is now; as it was when the clip was set where it is gone. */
  document: Omit<DocumentSummary, 'sourceId'>
  /** The document is no longer in the library: the clip keeps its words and times. */
  orphaned: boolean
  /** Other clips, of any collection, that have a part of it. */
  usedIn: ClipUse[]
}

export interface ShownCollection extends Omit<Collection, 'clips'> {
  clips: ShownClip[]
  /** Of its clips together. */
  totalMs: number
}

export async function showCollection(collection: Collection, catalog: Catalog): Promise<ShownCollection> {
  const clips = await showClips(collection.clips, catalog)
  return { ...collection, clips, totalMs: totalMs(clips) }
}

/** In the order given. */
export async function showClips(clips: readonly Clip[], catalog: Catalog): Promise<ShownClip[]> {
  const documentIds = [...new Set(clips.map(({ documentId }) => documentId))]
  const [summaries, corrections, uses] = await Promise.all([
    catalog.findSummaries(documentIds),
    catalog.findCorrections(documentIds),
    catalog.findClipUses(documentIds),
  ])
  const summaryOf = new Map(summaries.map((summary) => [summary.id, summary]))
  return clips.map((clip) => {
    const { origin, ...shown } = correctClip(clip, corrections.get(clip.documentId) ?? noCorrections)
    const document = summaryOf.get(clip.documentId)
    return {
      ...shown,
      document: document ?? describeLost({ ...clip, origin }),
      orphaned: document === undefined,
      usedIn: uses.filter((use) => use.clipId !== clip.id && sharesWords(use, clip)),
    }
  })
}

/** Both in published times. */
export function sharesWords(
  a: Pick<Clip, 'documentId' | 'startMs' | 'endMs' | 'passageId'>,
  b: Pick<Clip, 'documentId' | 'startMs' | 'endMs' | 'passageId'>,
): boolean {
  if (a.documentId !== b.documentId) return false
  if (a.startMs === null || a.endMs === null || b.startMs === null || b.endMs === null)
    return a.passageId !== null && a.passageId === b.passageId
  return overlaps({ startMs: a.startMs, endMs: a.endMs }, { startMs: b.startMs, endMs: b.endMs })
}

/** A file of a source that is gone cannot be played any more; an address may still answer. */
function describeLost({ documentId, origin }: Clip): ShownClip['document'] {
  const { mediaUrl, mediaType } = origin
  const isPlayable = mediaUrl !== null && !mediaUrl.startsWith('file:')
  return {
    id: documentId,
    kind: origin.kind,
    title: origin.title,
    sourceTitle: origin.sourceTitle,
    publishedAt: origin.publishedAt,
    url: origin.url,
    imageUrl: origin.imageUrl,
    durationMs: origin.durationMs,
    language: origin.language,
    timing: 'unknown',
    timingReason: '',
    enclosure: isPlayable ? { url: mediaUrl, mediaType: mediaType ?? '', sizeBytes: null } : null,
  }
}
