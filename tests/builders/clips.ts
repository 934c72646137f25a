import type { Clip, Collection } from '../../src/domain/clip.js'

/** A clip and a collection with nothing special about them. */

export const aClip = (fields: Partial<Clip> = {}): Clip => ({
  id: 'clip-1',
  documentId: 'document-1',
  startMs: 10_000,
  endMs: 20_000,
  passageId: null,
  anchor: null,
  title: '',
  note: '',
  tags: [],
  text: 'Words in the clip.',
  speaker: null,
  origin: {
    kind: 'episode',
    title: 'Title of document-1',
    sourceTitle: 'Title of source-1',
    publishedAt: '2026-01-02T00:00:00.000Z',
    url: 'https://example.org/1',
    mediaUrl: 'https://example.org/1.mp3',
    mediaType: 'audio/mpeg',
    imageUrl: null,
    durationMs: 60_000,
    language: 'en',
  },
  ...fields,
})

export const aCollection = (fields: Partial<Collection> = {}): Collection => {
  const id = fields.id ?? 'collection-1'
  return {
    id,
    title: `Title of ${id}`,
    note: '',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    clips: [aClip()],
    ...fields,
  }
}
