import type { Clip, Collection } from '../../../client/index.js'
import { totalMs } from '../../../src/domain/clip.js'

export const aClip = (given: Partial<Clip> = {}): Clip => ({
  id: 'a',
  documentId: 'talk',
  startMs: 10_000,
  endMs: 20_000,
  passageId: null,
  anchor: null,
  title: '',
  note: '',
  tags: [],
  text: 'What the encoder gives you is a mean.',
  speaker: null,
  url: '/d/talk?t=10&end=20',
  orphaned: false,
  document: {
    id: 'talk',
    kind: 'episode',
    title: 'Autoencoders',
    sourceTitle: 'A show',
    publishedAt: null,
    url: null,
    mediaUrl: '/api/v1/documents/talk/media',
    mediaType: 'audio/mpeg',
    imageUrl: null,
    durationMs: 60_000,
    timing: 'exact',
  },
  usedIn: [],
  ...given,
})

export function aCollection(given: Partial<Collection> = {}): Collection {
  const clips = given.clips ?? [aClip(), aClip({ id: 'b' }), aClip({ id: 'c' })]
  return {
    id: 'cuts',
    title: 'Cuts',
    note: '',
    version: 4,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    totalMs: totalMs(clips),
    clips,
    ...given,
  }
}

export const idsOf = ({ clips }: Pick<Collection, 'clips'>): string => clips.map(({ id }) => id).join('')
