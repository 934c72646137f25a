import type { Catalog } from '../catalog/catalog.js'
import { correctTime, noCorrections } from '../domain/corrections.js'
import type { Passage } from '../domain/passage.js'
import { findDocument } from './read-transcript.js'

export interface PassageRange extends Pick<Passage, 'startMs' | 'endMs' | 'anchor' | 'ad'> {
  passageId: string
}

/** Where each passage of a document is, in order, with the corrected offset. @throws DOCUMENT_NOT_FOUND */
export async function listPassages(
  documentId: string,
  catalog: Pick<Catalog, 'findDocument' | 'findCorrections' | 'readPassages'>,
): Promise<PassageRange[]> {
  await findDocument(documentId, catalog)
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  return (await catalog.readPassages(documentId)).map(({ id, startMs, endMs, anchor, ad }) => ({
    passageId: id,
    startMs: correctTime(startMs, corrections),
    endMs: correctTime(endMs, corrections),
    anchor,
    ad,
  }))
}
