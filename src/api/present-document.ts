import type { DocumentSummary } from '../catalog/catalog.js'
import { mediaUrl } from '../documents/locate-media.js'
import type { ShownDocument } from '../documents/show-document.js'
import type { DocumentResponse, DocumentSummaryResponse } from './schemas/document.js'

/** Documents as the API shows them. */

/** The fields that a hit and a list share. */
export const presentCard = (document: DocumentSummary) => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  sourceTitle: document.sourceTitle,
  publishedAt: document.publishedAt,
  url: document.url,
  mediaUrl: mediaUrl(document),
  mediaType: document.enclosure?.mediaType ?? null,
  imageUrl: document.imageUrl,
  durationMs: document.durationMs,
  timing: document.timing,
})

export const presentSummary = (document: DocumentSummary): DocumentSummaryResponse => ({
  ...presentCard(document),
  sourceId: document.sourceId,
  language: document.language,
  timingReason: document.timingReason,
})

export const presentDocument = ({ document, corrections, ...shown }: ShownDocument): DocumentResponse => {
  const { description, status, people, tags, series, links, sections, soundbites, rating } = document
  const summary = presentSummary({ ...document, sourceTitle: shown.sourceTitle })
  return {
    ...summary,
    description,
    status,
    people,
    tags,
    series,
    // A path on a site whose address nobody told is for finding companions, and no link for a reader.
    links: links.filter(({ url }) => URL.canParse(url)),
    sections,
    soundbites,
    rating,
    otherUrls: document.otherUrls,
    transcriptOrigin: document.transcriptOrigin,
    chapters: shown.chapters,
    companions: shown.companions.map(presentSummary),
    ...shown.steps,
    corrections,
  }
}
