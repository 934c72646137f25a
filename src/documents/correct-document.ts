import { rehashOverrides } from '../../ingest/build-document.js'
import { cutPassages } from '../../ingest/cut-passages.js'
import { embedPassages, keyPassages } from '../../ingest/embed-passages.js'
import { normalizeCues } from '../../ingest/normalize-cues.js'
import type { Catalog } from '../catalog/catalog.js'
import { noCorrections, type Corrections } from '../domain/corrections.js'
import type { Embedder } from '../embed/embedder.js'
import { AppError } from '../errors.js'
import { findDocument } from './read-transcript.js'

/** A pull may write the document in between; more often than this in a row is somebody else's trouble. */
const maxAttempts = 3

/**
 * Puts right what the publisher got wrong in one document. Offsets and names are applied when read; other ad ranges
 * move the borders of passages, so those are cut again (text that stays the same keeps its ids and vectors). All of it
 * is written or nothing.
 * @throws DOCUMENT_NOT_FOUND, CORRECTION_INVALID; EMBEDDER_UNAVAILABLE; CATALOG_BUSY when pulls keep changing it
 */
export async function correctDocument(
  documentId: string,
  patch: Partial<Corrections>,
  dependencies: CorrectDependencies,
): Promise<void> {
  for (const { startMs, endMs } of patch.adOverrides ?? [])
    if (startMs >= endMs)
      throw new AppError(
        'CORRECTION_INVALID',
        `The ad override [${startMs}, ${endMs}) is empty: its end must be after its start.`,
      )
  if (patch.offsetMs) await assertWithin(documentId, patch.offsetMs, dependencies.catalog)
  for (let attempt = 0; attempt < maxAttempts; attempt++)
    if (await tryCorrect(documentId, patch, dependencies)) return
  throw new AppError(
    'CATALOG_BUSY',
    `The document ${documentId} is being changed by a pull: try again when it has ended.`,
  )
}

/** @throws CORRECTION_INVALID for an offset that would leave nothing of the document */
async function assertWithin(documentId: string, offsetMs: number, catalog: Catalog): Promise<void> {
  const { title, durationMs } = await findDocument(documentId, catalog)
  const cues = await catalog.readCues(documentId)
  const endMs = cues.reduce((end, cue) => Math.max(end, cue.endMs ?? 0), durationMs ?? 0)
  if (endMs > 0 && Math.abs(offsetMs) >= endMs)
    throw new AppError(
      'CORRECTION_INVALID',
      `An offset of ${offsetMs} ms is longer than ${JSON.stringify(title)}, which ends at ${endMs} ms.`,
    )
}

export interface CorrectDependencies {
  catalog: Catalog
  embedder: Embedder
}

/** False when the document changed while its passages were cut. */
async function tryCorrect(
  documentId: string,
  patch: Partial<Corrections>,
  { catalog, embedder }: CorrectDependencies,
): Promise<boolean> {
  const document = await findDocument(documentId, catalog)
  const known = (await catalog.readKnownDocuments(document.sourceId)).get(document.guid)
  const ifContentHash = known?.contentHash ?? ''
  const before = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const corrections = { ...before, ...patch }
  const contentHash = rehashOverrides(ifContentHash, corrections.adOverrides)
  if (contentHash === ifContentHash)
    return catalog.writeCorrections(documentId, corrections, { ifContentHash, write: null })

  const cues = await catalog.readCues(documentId)
  const normalized = normalizeCues(cues, { durationMs: document.durationMs })
  const passages = keyPassages(
    cutPassages(document, normalized.cues, corrections.adOverrides),
    document.title,
  )
  const vectors = await embedPassages(passages, document.title, { catalog, embedder })
  const write = { document, cues, passages, vectors, contentHash }
  return catalog.writeCorrections(documentId, corrections, { ifContentHash, write })
}
