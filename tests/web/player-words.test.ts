import { expect, test } from 'vitest'
import {
  silent,
  trackOf,
  type MediaFailure,
  type PlayerState,
  type Track,
} from '../../web/src/player-state.js'
import { noteOf } from '../../web/src/player-words.js'

const aDocument = {
  id: 'd1',
  kind: 'episode' as const,
  title: 'Evaluation',
  sourceTitle: 'Five Minutes',
  mediaUrl: 'https://www.media.example/07.mp3' as string | null,
  mediaType: 'audio/mpeg' as string | null,
  url: 'https://example.org/7' as string | null,
}

function aTrack(changes: Partial<typeof aDocument> = {}): Track {
  const track = trackOf({ ...aDocument, ...changes })
  if (!track) throw new Error('the document has no media')
  return track
}

const aVideo = (): Track => aTrack({ mediaUrl: 'https://youtu.be/abc_DEF-123', mediaType: null })

const failed = (track: Track, failure: MediaFailure): PlayerState => ({
  ...silent,
  track,
  phase: 'failed',
  failure,
})

test('a file is played from its own address, by sound or picture as its type says', () => {
  expect(aTrack()).toEqual({
    documentId: 'd1',
    kind: 'episode',
    title: 'Evaluation',
    sourceTitle: 'Five Minutes',
    mediaUrl: 'https://www.media.example/07.mp3',
    youtubeId: null,
    isVideo: false,
    imageUrl: null,
    publisherUrl: 'https://example.org/7',
  })
  expect(aTrack({ mediaType: 'video/mp4' }).isVideo).toBe(true)
  expect(trackOf({ ...aDocument, mediaUrl: 'javascript:alert(1)', url: null })).toBeNull()
})

test('a video at YouTube is a track wherever its address stands', () => {
  const watch = 'https://www.youtube.com/watch?v=abc_DEF-123'
  expect(aVideo()).toMatchObject({ youtubeId: 'abc_DEF-123', isVideo: true, mediaUrl: watch })
  expect(trackOf({ ...aDocument, mediaUrl: null, url: watch })).toMatchObject({ youtubeId: 'abc_DEF-123' })
  const links = [{ title: 'The talk', url: 'https://youtu.be/abc_DEF-123', rel: 'video' as const }]
  expect(trackOf({ ...aDocument, mediaUrl: null, links })).toMatchObject({ youtubeId: 'abc_DEF-123' })
  expect(trackOf({ ...aDocument, links })).toMatchObject({ youtubeId: null })
  expect(trackOf({ ...aDocument, mediaUrl: null })).toBeNull()
})

test('while all is well there is nothing to say', () => {
  expect(noteOf(silent)).toBeNull()
  expect(noteOf({ ...silent, track: aTrack(), phase: 'playing' })).toBeNull()
})

test('each failure says what is so and where else to listen', () => {
  expect(noteOf(failed(aTrack(), 'unreachable'))).toEqual({
    text: "This file can't be reached from here",
    link: { url: 'https://example.org/7', text: 'open it at the publisher' },
  })
  expect(noteOf(failed(aTrack({ url: null }), 'unplayable'))).toEqual({
    text: "This browser can't play what came",
    link: { url: 'https://www.media.example/07.mp3', text: 'open the file itself' },
  })
  expect(
    noteOf(failed(aTrack({ url: null, mediaUrl: '/api/v1/documents/d1/media' }), 'unreachable')),
  ).toEqual({
    text: "This file can't be reached from here",
    link: null,
  })
  expect(noteOf(failed(aTrack(), 'offline'))?.text).toBe('You are offline, and this plays from media.example')
})

test('what YouTube refuses leads to YouTube', () => {
  const link = { url: 'https://www.youtube.com/watch?v=abc_DEF-123', text: 'open it at YouTube' }
  expect(noteOf(failed(aVideo(), 'forbidden'))).toEqual({
    text: 'Its owner does not let this video play outside of YouTube',
    link,
  })
  expect(noteOf(failed(aVideo(), 'gone'))).toEqual({
    text: 'YouTube does not show this video any more, or not to everyone',
    link,
  })
  expect(noteOf(failed(aVideo(), 'unreachable'))).toEqual({
    text: "YouTube can't be reached from here",
    link,
  })
})

test('a long wait is named, with who is waited for', () => {
  expect(noteOf({ ...silent, track: aTrack(), phase: 'loading', isSlow: true })?.text).toBe(
    'Still waiting for media.example to send it',
  )
})
