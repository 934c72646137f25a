import { describe, expect, test } from 'vitest'
import { addressesOf, addressKey, youtubeIdOf } from '../../src/domain/addresses.js'

describe('addressKey', () => {
  test.each([
    ['https://www.example.org/a/', 'http://example.org/a'],
    ['https://example.org/a/index.html', 'https://example.org/a'],
    ['https://example.org/a#part', 'https://example.org/a'],
    ['https://example.org/a?utm_source=mail&b=2&a=1', 'https://EXAMPLE.org/a?a=1&b=2'],
    ['https://youtu.be/OklW3RTV3I4?si=x', 'https://www.youtube.com/shorts/OklW3RTV3I4'],
    ['https://www.youtube-nocookie.com/embed/OklW3RTV3I4', 'https://m.youtube.com/watch?v=OklW3RTV3I4&t=12s'],
  ])('%s and %s are one page', (a, b) => {
    expect(addressKey(a)).toBe(addressKey(b))
    expect(addressKey(a)).not.toBeNull()
  })

  test.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/?p=1', 'https://example.org/?p=2'],
    ['https://example.org/viewtopic.php?t=1', 'https://example.org/viewtopic.php?t=2'],
    ['https://a.example.org/x', 'https://b.example.org/x'],
    ['https://example.org:8080/x', 'https://example.org/x'],
  ])('%s and %s are two', (a, b) => expect(addressKey(a)).not.toBe(addressKey(b)))

  test.each([
    'https://example.org/',
    'https://www.example.org',
    'file:///a/b',
    'mailto:a@b.org',
    'no address',
    '',
  ])('%j says nothing about a document', (url) => expect(addressKey(url)).toBeNull())
})

test.each([
  ['https://www.youtube.com/watch?v=OklW3RTV3I4', 'OklW3RTV3I4'],
  ['https://www.youtube.com/@channel', null],
  ['https://youtu.be/', null],
  ['https://notyoutube.com/watch?v=OklW3RTV3I4', null],
])('the video of %s is %s', (url, id) => expect(youtubeIdOf(url)).toBe(id))

test('a document has its own addresses once, and points to others, also from its sections', () => {
  const link = (url: string) => ({ title: '', url, rel: 'resource' as const })
  expect(
    addressesOf({
      sourceId: 'source-1',
      guid: '/2026/a/',
      url: 'https://example.org/a',
      otherUrls: ['https://example.org/a/', 'https://mirror.example/a'],
      enclosure: { url: 'https://cdn.example/a.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
      links: [
        link('https://youtu.be/OklW3RTV3I4'),
        link('https://example.org/a#top'),
        link('/2026/a'),
        link('/2026/b/'),
      ],
      sections: [
        {
          anchor: 'x',
          heading: 'X',
          level: 2,
          text: '',
          quotes: [],
          links: [link('https://arxiv.org/abs/1312.6114')],
        },
      ],
    }),
  ).toEqual({
    own: [
      { key: 'example.org/a', url: 'https://example.org/a' },
      { key: 'mirror.example/a', url: 'https://mirror.example/a' },
      { key: 'cdn.example/a.mp3', url: 'https://cdn.example/a.mp3' },
      { key: 'source-1:/2026/a', url: '/2026/a/' },
    ],
    linked: [
      { key: 'youtube:OklW3RTV3I4', url: 'https://youtu.be/OklW3RTV3I4' },
      { key: 'source-1:/2026/b', url: '/2026/b/' },
      { key: 'arxiv.org/abs/1312.6114', url: 'https://arxiv.org/abs/1312.6114' },
    ],
  })
})
