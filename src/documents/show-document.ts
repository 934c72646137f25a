import type { Catalog, DocumentSummary } from '../catalog/catalog.js'
import { correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Chapter, Document } from '../domain/document.js'
import { findSteps, type Steps } from './find-steps.js'
import { findDocument } from './read-transcript.js'

export interface ShownDocument {
  document: Document
  sourceTitle: string
  /** With the corrected offset. */
  chapters: Chapter[]
  corrections: Corrections
  /** Posts about a recording, recordings of a post. */
  companions: DocumentSummary[]
  steps: Steps
}

/** One document with what the user put right. @throws DOCUMENT_NOT_FOUND */
export async function showDocument(id: string, catalog: Catalog): Promise<ShownDocument> {
  const found = await findDocument(id, catalog)
  const otherUrls = [...new Set([...found.otherUrls, ...(await catalog.findOtherUrls(id))])]
  const document = { ...found, otherUrls: otherUrls.filter((url) => url !== found.url) }
  const corrections = (await catalog.findCorrections([id])).get(id) ?? noCorrections
  const source = await catalog.findSource(document.sourceId)
  return {
    document,
    sourceTitle: source?.title ?? '',
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      startMs: correctTime(chapter.startMs, corrections),
      endMs: correctTime(chapter.endMs, corrections),
    })),
    corrections,
    companions: await catalog.findCompanions(id),
    steps: findSteps(document, await catalog.listSiblings(document)),
  }
}
