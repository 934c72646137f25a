import { cutPassages, rehashOverrides } from '../../ingest/build-document.js'
import { embedPassages, keyPassages } from '../../ingest/embed-passages.js'
import { normalizeCues } from '../../ingest/normalize-cues.js'
import type { Catalog } from '../catalog/catalog.js'
import { noCorrections, type Corrections } from '../domain/corrections.js'
import type { Embedder } from '../embed/embedder.js'
import { AppError } from '../errors.js'
import { findDocument } from './read-transcript.js'

/**
 * Puts right what the publisher got wrong in one document. Offsets and names are applied when read; other ad ranges
 * move the borders of passages, so those are cut again (text that stays the same keeps its ids and vectors).
 * @throws DOCUMENT_NOT_FOUND, CORRECTION_INVALID
 */
export async function correctDocument(
  documentId: string,
  patch: Partial<Corrections>,
  { catalog, embedder }: { catalog: Catalog; embedder: Embedder },
): Promise<void> {
  const document = await findDocument(documentId, catalog)
  const before = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const corrections = { ...before, ...patch }
  for (const { startMs, endMs } of corrections.adOverrides)
    if (startMs >= endMs)
      throw new AppError(
        'CORRECTION_INVALID',
        `The ad override [${startMs}, ${endMs}) is empty: its end must be after its start.`,
      )
  await catalog.writeCorrections(documentId, corrections)
  if (JSON.stringify(corrections.adOverrides) === JSON.stringify(before.adOverrides)) return

  const cues = await catalog.readCues(documentId)
  const normalized = normalizeCues(cues, { durationMs: document.durationMs })
  const passages = keyPassages(
    cutPassages(document, normalized.cues, corrections.adOverrides),
    document.title,
  )
  const known = (await catalog.readKnownDocuments(document.sourceId)).get(document.guid)
  await catalog.writeDocument({
    document,
    cues,
    passages,
    vectors: await embedPassages(passages, document.title, { catalog, embedder }),
    contentHash: rehashOverrides(known?.contentHash ?? '', corrections.adOverrides),
  })
}
