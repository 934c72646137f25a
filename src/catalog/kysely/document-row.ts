import type { Document, DocumentKind, DocumentStatus, Timing } from '../../domain/document.js'
import type { DocumentSummary, DocumentWrite } from '../catalog.js'
import type { DocumentsTable } from './tables.js'

/** Between a Document and its row. */

const detailNames = [
  'people',
  'tags',
  'series',
  'links',
  'chapters',
  'soundbites',
  'rating',
  'sections',
  'otherUrls',
  'transcriptOrigin',
] as const satisfies readonly (keyof Document)[]

type Details = Pick<Document, (typeof detailNames)[number]>

export function toDocumentRow({ document, cues, contentHash }: DocumentWrite): DocumentsTable {
  return {
    id: document.id,
    source_id: document.sourceId,
    guid: document.guid,
    kind: document.kind,
    title: document.title,
    description: document.description,
    url: document.url,
    image_url: document.imageUrl,
    published_at: document.publishedAt,
    duration_ms: document.durationMs,
    language: document.language,
    timing: document.timing,
    timing_reason: document.timingReason,
    status: document.status,
    enclosure_url: document.enclosure?.url ?? null,
    enclosure_type: document.enclosure?.mediaType ?? null,
    enclosure_bytes: document.enclosure?.sizeBytes ?? null,
    details: JSON.stringify(Object.fromEntries(detailNames.map((name) => [name, document[name]]))),
    cue_count: cues.length,
    last_cue_end_ms: cues.reduce<number | null>(
      (last, { endMs }) => (endMs === null ? last : Math.max(last ?? 0, endMs)),
      null,
    ),
    content_hash: contentHash,
    cues: JSON.stringify(cues),
  }
}

/** All but the cues, which are the bulk of a row, and what no Document holds. */
export const documentColumns = [
  'id',
  'source_id',
  'guid',
  'kind',
  'title',
  'description',
  'url',
  'image_url',
  'published_at',
  'duration_ms',
  'language',
  'timing',
  'timing_reason',
  'status',
  'enclosure_url',
  'enclosure_type',
  'enclosure_bytes',
  'details',
] as const

export function toDocument(row: Pick<DocumentsTable, (typeof documentColumns)[number]>): Document {
  return {
    id: row.id,
    sourceId: row.source_id,
    guid: row.guid,
    kind: row.kind as DocumentKind,
    title: row.title,
    description: row.description,
    url: row.url,
    imageUrl: row.image_url,
    publishedAt: row.published_at,
    durationMs: toNumber(row.duration_ms),
    language: row.language,
    timing: row.timing as Timing,
    timingReason: row.timing_reason,
    status: row.status as DocumentStatus,
    enclosure: toEnclosure(row),
    ...readDetails(row.details),
  }
}

/** Documents that were written before a field came have its empty value until they change. */
function readDetails(json: string): Details {
  const details = JSON.parse(json) as Details
  const {
    soundbites = [],
    rating = null,
    otherUrls = [],
    transcriptOrigin = null,
  } = details as Partial<Details>
  const sections = details.sections.map((section) => ({ ...emptySection, ...section }))
  return { ...details, sections, soundbites, rating, otherUrls, transcriptOrigin }
}

const emptySection = { quotes: [], links: [] }

export const summaryColumns = [
  'document.id',
  'document.source_id',
  'document.kind',
  'document.title',
  'document.url',
  'document.image_url',
  'document.published_at',
  'document.duration_ms',
  'document.language',
  'document.timing',
  'document.timing_reason',
  'document.enclosure_url',
  'document.enclosure_type',
  'document.enclosure_bytes',
  'source.title as source_title',
] as const

type SummaryRow = Pick<
  DocumentsTable,
  | 'id'
  | 'source_id'
  | 'kind'
  | 'title'
  | 'url'
  | 'image_url'
  | 'published_at'
  | 'duration_ms'
  | 'language'
  | 'timing'
  | 'timing_reason'
  | 'enclosure_url'
  | 'enclosure_type'
  | 'enclosure_bytes'
> & { source_title: string }

export function toSummary(row: SummaryRow): DocumentSummary {
  return {
    id: row.id,
    sourceId: row.source_id,
    sourceTitle: row.source_title,
    kind: row.kind as DocumentKind,
    title: row.title,
    url: row.url,
    imageUrl: row.image_url,
    publishedAt: row.published_at,
    durationMs: toNumber(row.duration_ms),
    language: row.language,
    timing: row.timing as Timing,
    timingReason: row.timing_reason,
    enclosure: toEnclosure(row),
  }
}

const toEnclosure = (row: Pick<DocumentsTable, 'enclosure_url' | 'enclosure_type' | 'enclosure_bytes'>) =>
  row.enclosure_url === null
    ? null
    : {
        url: row.enclosure_url,
        mediaType: row.enclosure_type ?? '',
        sizeBytes: toNumber(row.enclosure_bytes),
      }

/** PostgreSQL's driver hands out bigint columns as strings. */
const toNumber = (value: number | string | null): number | null => (value === null ? null : Number(value))
