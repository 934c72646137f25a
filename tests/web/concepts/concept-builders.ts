import type { Concept, ConceptGraph } from '../../../client/index.js'

/** Answers about concepts with nothing remarkable in them. */

type TimelineEntry = Concept['timeline'][number]
type Place = NonNullable<Concept['bestExplained']>
type Document = Place['document']

export const aDocument = (over: Partial<Document> = {}): Document => ({
  id: 'd1',
  kind: 'episode',
  title: 'An episode',
  sourceId: 's1',
  sourceTitle: 'A show',
  publishedAt: '2024-03-01T00:00:00.000Z',
  durationMs: 600_000,
  url: null,
  mediaUrl: 'https://example.org/a.mp3',
  mediaType: 'audio/mpeg',
  imageUrl: null,
  language: 'en',
  timing: 'exact',
  timingReason: '',
  ...over,
})

export const anEntry = (over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  documentId: 'd1',
  kind: 'episode',
  title: 'An episode',
  publishedAt: '2024-03-01T00:00:00.000Z',
  passages: 1,
  strength: 0,
  ...over,
})

export const aPlace = (over: Partial<Place> = {}): Place => ({
  text: 'Taproot is a soft fork.',
  passageId: 'p1',
  document: aDocument(),
  startMs: 5000,
  endMs: 9000,
  jumpMs: 4500,
  anchor: null,
  ...over,
})

export const aNode = (slug: string, mentions = 10): ConceptGraph['nodes'][number] => ({
  slug,
  name: slug.toUpperCase(),
  aliases: [],
  definition: null,
  mentions,
  documents: 1,
  hidden: false,
})

export const anEdge = (from: string, to: string, score = 0.5): ConceptGraph['edges'][number] => ({
  from,
  to,
  score,
  passages: 3,
  reason: 'together',
})
