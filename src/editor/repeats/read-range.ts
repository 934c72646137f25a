import type { Catalog, StoredPassage } from '../../catalog/catalog.js'
import type { Corrections } from '../../domain/corrections.js'
import type { Sentence } from '../../domain/passage.js'
import { AppError } from '../../errors.js'
import type { RepeatText, Span } from './repeat-text.js'

/** A stretch of a document: a range of a recording, or a passage of what has no times. */
export interface RepeatRange {
  documentId: string
  /** As shown, with the user's offset; half-open. */
  startMs?: number
  endMs?: number
  passageId?: string
}

/** The stretch in the passages that hold it. */
export interface QueryRange {
  documentId: string
  /** Published times; null together for a passage without times. */
  startMs: number | null
  endMs: number | null
  /** By ordinal; those that say something of it. */
  passages: StoredPassage[]
  /** All of the document. */
  documentPassageIds: ReadonlySet<string>
}

/** @throws DOCUMENT_NOT_FOUND, PASSAGE_NOT_FOUND, CLIP_INVALID for a range without length */
export async function readRange(
  { documentId, startMs, endMs, passageId }: RepeatRange,
  { offsetMs }: Corrections,
  catalog: Pick<Catalog, 'findSummaries' | 'readPassages'>,
): Promise<QueryRange> {
  const [[summary], passages] = await Promise.all([
    catalog.findSummaries([documentId]),
    catalog.readPassages(documentId),
  ])
  if (!summary)
    throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${documentId} in this library.`)
  const documentPassageIds = new Set(passages.map(({ id }) => id))
  if (passageId !== undefined && startMs === undefined) {
    const passage = passages.find(({ id }) => id === passageId)
    if (!passage)
      throw new AppError(
        'PASSAGE_NOT_FOUND',
        `The document ${documentId} has no passage ${passageId}: it may have been replaced by a pull.`,
      )
    const { startMs: from, endMs: to } = passage
    return { documentId, startMs: from, endMs: to, passages: [passage], documentPassageIds }
  }
  if (startMs === undefined || endMs === undefined || startMs >= endMs)
    throw new AppError(
      'CLIP_INVALID',
      `The range [${startMs ?? 'missing'}, ${endMs ?? 'missing'}) of “${summary.title}” has no length: give startMs and endMs, the end after the start, or a passageId.`,
    )
  const published = { startMs: startMs - offsetMs, endMs: endMs - offsetMs }
  return {
    documentId,
    ...published,
    documentPassageIds,
    passages: passages.filter(({ sentences }) =>
      sentences.some((sentence) => isMostlyIn(sentence, published)),
    ),
  }
}

/** The sentences of the stretch in a text that begins with its passages. */
export function findQuerySpan({ startMs, endMs, passages }: QueryRange, text: RepeatText): Span {
  const sentenceOf = new Map(passages.map(({ id, sentences }) => [id, sentences]))
  const end = text.documents[0]?.to ?? 0
  const isIn = (at: number): boolean => {
    const { passageId = '', at: position = 0 } = text.sentences[at] ?? {}
    const sentence = sentenceOf.get(passageId)?.[position]
    return (
      startMs === null ||
      endMs === null ||
      (sentence !== undefined && isMostlyIn(sentence, { startMs, endMs }))
    )
  }
  let [from, to] = [0, end]
  while (from < to && !isIn(from)) from++
  while (to > from && !isIn(to - 1)) to--
  return { from, to }
}

/** By half of it, or half of the range: a range may lie within one long sentence. */
function isMostlyIn({ startMs, endMs }: Sentence, range: { startMs: number; endMs: number }): boolean {
  if (startMs === null || endMs === null) return false
  const shared = Math.min(endMs, range.endMs) - Math.max(startMs, range.startMs)
  return shared > 0 && 2 * shared >= Math.min(endMs - startMs, range.endMs - range.startMs)
}
