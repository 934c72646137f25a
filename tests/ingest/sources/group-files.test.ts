import { expect, test } from 'vitest'
import { groupFiles, isOfInterest } from '../../../ingest/sources/group-files.js'

const files = (...paths: string[]) =>
  paths.map((path) => ({ path, sizeBytes: 1, read: () => Promise.resolve('') }))

const shown = (...paths: string[]) =>
  groupFiles(files(...paths)).map(({ stem, info, media, chapters, image, texts }) => ({
    stem,
    info: info?.path ?? null,
    media: media?.path ?? null,
    chapters: chapters?.path ?? null,
    image: image?.path ?? null,
    texts: texts.map(({ file, extension, language }) => `${file.path} ${extension} ${language ?? '-'}`),
  }))

test('a recording has the transcripts, chapters and picture of its name, and their languages', () => {
  expect(
    shown('a/ep.1.mp3', 'a/ep.1.de.vtt', 'a/ep.1.srt', 'a/ep.1.chapters.json', 'a/ep.1.jpg', 'b/ep.1.vtt'),
  ).toEqual([
    {
      stem: 'a/ep.1',
      info: null,
      media: 'a/ep.1.mp3',
      chapters: 'a/ep.1.chapters.json',
      image: 'a/ep.1.jpg',
      texts: ['a/ep.1.de.vtt vtt de', 'a/ep.1.srt srt -'],
    },
    { stem: 'b/ep.1', info: null, media: null, chapters: null, image: null, texts: ['b/ep.1.vtt vtt -'] },
  ])
})

test('what yt-dlp leaves of a video is one group; comments of a chat and descriptions are none of it', () => {
  expect(
    shown(
      'Talk [OklW3RTV3I4].info.json',
      'Talk [OklW3RTV3I4].en-orig.json3',
      'Talk [OklW3RTV3I4].en.vtt',
      'Talk [OklW3RTV3I4].live_chat.json',
      'Talk [OklW3RTV3I4].webp',
    ),
  ).toEqual([
    {
      stem: 'Talk [OklW3RTV3I4]',
      info: 'Talk [OklW3RTV3I4].info.json',
      media: null,
      chapters: null,
      image: 'Talk [OklW3RTV3I4].webp',
      texts: ['Talk [OklW3RTV3I4].en-orig.json3 json3 en-orig', 'Talk [OklW3RTV3I4].en.vtt vtt en'],
    },
  ])
})

test('a dot in a name that stands alone is part of the name', () => {
  expect(shown('2026.01.md', '2026.02.md').map(({ stem }) => stem)).toEqual(['2026.01', '2026.02'])
})

test.each([
  ['a.vtt', true],
  ['a.MP3', true],
  ['post.md', true],
  ['program.exe', false],
  ['noextension', false],
])('whether %s is of interest: %s', (path, expected) => expect(isOfInterest(path)).toBe(expected))

test('the language in the name of a transcript that stands alone is none of its name', () => {
  expect(shown('talk.ja.vtt', 'talk.v2.srt', 'post.de.md').map(({ stem, texts }) => [stem, texts])).toEqual([
    ['talk', ['talk.ja.vtt vtt ja']],
    ['talk.v2', ['talk.v2.srt srt -']],
    ['post.de', ['post.de.md md -']],
  ])
})
