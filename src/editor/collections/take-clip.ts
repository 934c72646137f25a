import type { Catalog, DocumentSummary } from '../../catalog/catalog.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../../domain/corrections.js'
import type { Clip, ClipOrigin } from '../../domain/clip.js'
import { findMainSpeaker, findWordsHeardIn, textOf } from '../../domain/spoken-words.js'
import { formatClock } from '../../domain/time.js'
import { readPublishedTranscript } from '../../documents/read-transcript.js'
import { AppError } from '../../errors.js'

/** A place in a document → what a clip keeps of it. */

export interface ClipPlace {
  documentId: string
  /** As shown, with the user's offset. */
  startMs?: number
  endMs?: number
  passageId?: string
}

/** The part of a clip that its place decides. */
export type TakenClip = Pick<
  Clip,
  'documentId' | 'startMs' | 'endMs' | 'passageId' | 'anchor' | 'text' | 'speaker' | 'origin'
>

/** Recordings end a little before or after what their publisher says. */
const endSlackMs = 5000

/**
 * A range of a recording, a passage of it, or a passage of what has no times. Cost: reads the document's cues.
 * @throws DOCUMENT_NOT_FOUND, PASSAGE_NOT_FOUND, CLIP_INVALID
 */
export async function takeClip(place: ClipPlace, catalog: Catalog): Promise<TakenClip> {
  const [summary] = await catalog.findSummaries([place.documentId])
  if (!summary)
    throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${place.documentId} in this library.`)
  const passage = place.passageId === undefined ? null : await findPassage(place, catalog)
  const corrections = (await catalog.findCorrections([place.documentId])).get(place.documentId)
  const given = readRange(place, corrections ?? noCorrections)
  const range = given ?? (passage && toRange(passage))
  const shared = { documentId: summary.id, origin: describeOrigin(summary) }
  if (range) {
    await assertInside(range, summary, { corrections: corrections ?? noCorrections, catalog })
    return {
      ...shared,
      ...range,
      passageId: null,
      anchor: null,
      ...(await readWords(summary.id, range, catalog)),
    }
  }
  if (!passage)
    throw new AppError(
      'CLIP_INVALID',
      `A clip of “${summary.title}” needs startMs and endMs, or the passageId of what has no times.`,
    )
  const { anchor, text, speaker } = passage
  return { ...shared, startMs: null, endMs: null, passageId: passage.id, anchor, text, speaker }
}

interface Range {
  startMs: number
  endMs: number
}

async function findPassage({ documentId, passageId = '' }: ClipPlace, catalog: Catalog) {
  const [passage] = await catalog.findPassages([passageId])
  if (passage?.documentId === documentId) return passage
  throw new AppError(
    'PASSAGE_NOT_FOUND',
    `The document ${documentId} has no passage ${passageId}: it may have been replaced by a pull.`,
  )
}

const toRange = ({ startMs, endMs }: { startMs: number | null; endMs: number | null }): Range | null =>
  startMs === null || endMs === null ? null : { startMs, endMs }

/** As published; null when none is given. @throws CLIP_INVALID for half a range, and an empty one */
function readRange({ startMs, endMs }: ClipPlace, { offsetMs }: Corrections): Range | null {
  if (startMs === undefined && endMs === undefined) return null
  if (startMs === undefined || endMs === undefined || startMs >= endMs)
    throw new AppError(
      'CLIP_INVALID',
      `The clip [${startMs ?? 'missing'}, ${endMs ?? 'missing'}) has no length: give startMs and endMs, the end after the start.`,
    )
  return { startMs: startMs - offsetMs, endMs: endMs - offsetMs }
}

/** @throws CLIP_INVALID for a range that the recording does not have */
async function assertInside(
  range: Range,
  { id, title, durationMs, kind }: DocumentSummary,
  { corrections, catalog }: { corrections: Corrections; catalog: Catalog },
): Promise<void> {
  const cues = await catalog.readCues(id)
  // As shown: the length is that of the recording, whatever its transcript is corrected by.
  const lastMs = cues.reduce(
    (last, { endMs }) => (endMs === null ? last : Math.max(last, correctTime(endMs, corrections))),
    durationMs ?? 0,
  )
  const startMs = correctTime(range.startMs, corrections)
  const endMs = correctTime(range.endMs, corrections)
  if (lastMs === 0 && (kind === 'post' || (durationMs === null && cues.length > 0)))
    throw new AppError('CLIP_INVALID', `“${title}” has no times: a clip of it needs a passageId.`)
  if (lastMs > 0 && (startMs >= lastMs || endMs > lastMs + endSlackMs))
    throw new AppError(
      'CLIP_INVALID',
      `The clip from ${formatClock(startMs)} on ends after “${title}” does, at ${formatClock(lastMs)}.`,
    )
}

async function readWords(documentId: string, range: Range, catalog: Catalog) {
  const { cues } = await readPublishedTranscript(documentId, catalog)
  const words = findWordsHeardIn(cues, range)
  return { text: textOf(words), speaker: findMainSpeaker(words) }
}

const describeOrigin = (summary: DocumentSummary): ClipOrigin => ({
  kind: summary.kind,
  title: summary.title,
  sourceTitle: summary.sourceTitle,
  publishedAt: summary.publishedAt,
  url: summary.url,
  mediaUrl: summary.enclosure?.url ?? null,
  mediaType: summary.enclosure?.mediaType ?? null,
  imageUrl: summary.imageUrl,
  durationMs: summary.durationMs,
  language: summary.language,
})

/** A clip as it is to be shown: its times and its speaker corrected. */
export const correctClip = (clip: Clip, corrections: Corrections): Clip => ({
  ...clip,
  startMs: correctTime(clip.startMs, corrections),
  endMs: correctTime(clip.endMs, corrections),
  speaker: correctSpeaker(clip.speaker, corrections),
})
