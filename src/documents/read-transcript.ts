import { normalizeCues } from '../../ingest/normalize-cues.js'
import { tagAds } from '../../ingest/tag-ads.js'
import type { Catalog } from '../catalog/catalog.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { TaggedCue } from '../domain/cue.js'
import type { Document } from '../domain/document.js'
import { AppError } from '../errors.js'

/** The transcript of a document as it is shown: normalised, ads tagged, with the user's corrections. */

export interface Transcript {
  document: Document
  cues: TaggedCue[]
}

/** @throws DOCUMENT_NOT_FOUND */
export async function readTranscript(documentId: string, catalog: Catalog): Promise<Transcript> {
  const { document, cues, corrections } = await readPublishedTranscript(documentId, catalog)
  return {
    document,
    cues: cues
      .map((cue) => ({
        ...cue,
        startMs: correctTime(cue.startMs, corrections),
        endMs: correctTime(cue.endMs, corrections),
        speaker: correctSpeaker(cue.speaker, corrections),
      }))
      // An offset can move the first ones to before the beginning.
      .filter(({ startMs, endMs }) => startMs === null || endMs === null || endMs > startMs),
  }
}

/** The same with times and speakers as published, and what would correct them. @throws DOCUMENT_NOT_FOUND */
export async function readPublishedTranscript(
  documentId: string,
  catalog: Catalog,
): Promise<Transcript & { corrections: Corrections }> {
  const document = await findDocument(documentId, catalog)
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const raw = await catalog.readCues(documentId)
  const { cues } = normalizeCues(raw, { durationMs: document.durationMs })
  const tagged = tagAds(cues, { chapters: document.chapters, overrides: corrections.adOverrides })
  return { document, cues: tagged, corrections }
}

/** @throws DOCUMENT_NOT_FOUND */
export async function findDocument(id: string, catalog: Pick<Catalog, 'findDocument'>): Promise<Document> {
  const document = await catalog.findDocument(id)
  if (!document) throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${id} in this library.`)
  return document
}
