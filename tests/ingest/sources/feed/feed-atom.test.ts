import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { feedFormat } from '../../../../ingest/sources/feed/feed.js'
import type { ReadSource } from '../../../../ingest/sources/source-format.js'

function readFixture(name: string, location: string): ReadSource {
  const text = readFileSync(new URL(`../../../fixtures/feeds/${name}`, import.meta.url), 'utf8')
  return feedFormat.read({ isFolder: false, location, name, mediaType: null, text })
}

const none = {
  otherUrls: [],
  imageUrl: null,
  durationMs: null,
  tags: [],
  series: null,
  links: [],
  chapters: [],
  soundbites: [],
  rating: null,
  sections: [],
  enclosure: null,
}

test('an Atom feed under a prefix: its base, its languages, its authors', () => {
  const read = readFixture('atom-blog.xml', 'https://atom.example/other/feed.xml')
  expect({ ...read, items: read.items.map(({ document }) => document) }).toEqual({
    kind: 'feed',
    guid: 'd7f2c08e-a1af-5e42-82fc-dab82c5c214f',
    title: 'Sand & Salz',
    url: 'https://atom.example/blog/',
    imageUrl: 'https://atom.example/logo.png',
    language: 'de-ch',
    movedTo: null,
    isWhole: true,
    listsAll: false,
    items: [
      {
        ...none,
        guid: 'tag:atom.example,2026:1',
        kind: 'post',
        title: 'Tides',
        description: 'What the moon does.',
        url: 'https://atom.example/blog/posts/1.html',
        publishedAt: '2026-01-02T07:00:00.000Z',
        language: 'en',
        people: [
          { name: 'Bo Berg', role: 'author' },
          { name: 'Cy Cole', role: 'contributor' },
        ],
        tags: ['Tides and time', 'sea'],
        sections: [
          { anchor: '', heading: '', level: 0, text: 'The moon & the sea.', quotes: [], links: [] },
          {
            anchor: 'pull',
            heading: 'The pull',
            level: 2,
            text: 'It pulls, see the next post.',
            quotes: [],
            links: [
              { title: 'the next post', url: 'https://atom.example/blog/posts/2.html', rel: 'resource' },
            ],
          },
        ],
      },
      {
        ...none,
        guid: 'tag:atom.example,2026:2',
        kind: 'episode',
        title: '2 < 3',
        description: 'One\n\nTwo',
        url: 'https://atom.example/blog/posts/2.html',
        publishedAt: '2026-01-05T09:00:00.000Z',
        language: 'de-ch',
        people: [{ name: 'Ada Alt', role: 'author' }],
        chapters: [
          { startMs: 0, endMs: 187_250, title: 'Start', url: null },
          { startMs: 187_250, endMs: 3_723_500, title: 'Middle', url: 'https://atom.example/middle' },
          { startMs: 3_723_500, endMs: null, title: 'End', url: null },
        ],
        enclosure: { url: 'https://atom.example/media/2.mp3', mediaType: 'audio/mpeg', sizeBytes: 1234 },
      },
    ],
    issues: [
      {
        code: 'FEED_ITEM_INVALID',
        where: 'item 2 "2 < 3"',
        message: 'the start "soon" of a chapter is no time; it is left out',
      },
    ],
  })
})

test('a channel of YouTube: videos are played on their page, shorts known by their address, views are no rating', () => {
  const read = readFixture(
    'youtube-videos.xml',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCsandAndSalt00000000000',
  )
  const common = { ...none, language: null, people: [{ name: 'Sand & Salt', role: 'author' }] }
  expect({ ...read, items: read.items.map(({ document }) => document) }).toEqual({
    kind: 'youtube',
    guid: 'yt:channel:UCsandAndSalt00000000000',
    title: 'Sand & Salt',
    url: 'https://www.youtube.com/channel/UCsandAndSalt00000000000',
    imageUrl: null,
    language: null,
    movedTo: null,
    isWhole: true,
    listsAll: false,
    items: [
      {
        ...common,
        guid: 'yt:video:aB3_dEf-9hI',
        kind: 'episode',
        title: 'How tides make beaches',
        description:
          'Waves < wind & sand.\n\n0:00 Intro\n1:05 What a tide is\n12:40 Sorting of grains\n\n' +
          'Paper: https://doi.org/10.1000/tides.\n' +
          'The post (https://sand.example/tides) and https://www.youtube.com/watch?v=aB3_dEf-9hI',
        url: 'https://www.youtube.com/watch?v=aB3_dEf-9hI',
        imageUrl: 'https://i2.ytimg.com/vi/aB3_dEf-9hI/hqdefault.jpg',
        publishedAt: '2026-02-11T15:00:08.000Z',
        links: [
          { title: 'Paper', url: 'https://doi.org/10.1000/tides', rel: 'paper' },
          { title: 'The post', url: 'https://sand.example/tides', rel: 'resource' },
        ],
        rating: null,
      },
      {
        ...common,
        guid: 'yt:video:Sh0rt_one_A',
        kind: 'short',
        title: 'One grain of salt #shorts',
        description: '',
        url: 'https://www.youtube.com/watch?v=Sh0rt_one_A',
        otherUrls: ['https://www.youtube.com/shorts/Sh0rt_one_A'],
        imageUrl: 'https://i3.ytimg.com/vi/Sh0rt_one_A/hqdefault.jpg',
        publishedAt: '2026-02-09T15:00:01.000Z',
      },
    ],
    issues: [],
  })
})
