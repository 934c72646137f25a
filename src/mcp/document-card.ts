import { Type, type Static } from 'typebox'
import { Nullable, milliseconds } from '../api/schemas/common.js'
import type { DocumentSummary } from '../catalog/catalog.js'
import { documentKinds } from '../domain/document.js'
import { formatClock } from '../domain/time.js'
import { cleanLine } from './quote.js'

/** A document as every tool names it. */

export const KindSchema = Type.Enum([...documentKinds], {
  type: 'string',
  description: 'A podcast episode, a short video, or a written post',
})

export const DocumentCard = Type.Object(
  {
    id: Type.String({ description: 'For read_document and read_transcript' }),
    kind: KindSchema,
    title: Type.String({ description: 'Quoted' }),
    source: Type.String({ description: 'Title of its show, channel or blog; quoted' }),
    publishedAt: Nullable(Type.String({ description: 'Day, YYYY-MM-DD' })),
    durationMs: Nullable(milliseconds('Length')),
    duration: Nullable(Type.String({ description: 'Length, as a clock shows it' })),
    url: Nullable(Type.String({ description: "The publisher's page" })),
    timing: Type.Enum(['exact', 'approximate', 'unknown'], {
      type: 'string',
      description: 'How far its times can be trusted; unknown: there are none',
    }),
  },
  { description: 'The document' },
)
export type DocumentCard = Static<typeof DocumentCard>

export const presentCard = (document: DocumentSummary): DocumentCard => ({
  id: document.id,
  kind: document.kind,
  title: cleanLine(document.title),
  source: cleanLine(document.sourceTitle),
  publishedAt: document.publishedAt?.slice(0, 10) ?? null,
  durationMs: document.durationMs,
  duration: document.durationMs === null ? null : formatClock(document.durationMs),
  url: webAddress(document.url),
  timing: document.timing,
})

/** Null for what is no address of the web: a model may open what it is given. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:/i.test(url) && URL.canParse(url) ? url : null

/** `“Title” — Show, episode, 2024-05-01, 1:02:03` */
export const describeCard = ({ title, source, kind, publishedAt, duration }: DocumentCard): string =>
  `“${title}” — ${[source, kind, publishedAt, duration].filter(Boolean).join(', ')}`
