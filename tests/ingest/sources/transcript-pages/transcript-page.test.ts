import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage, readPageSource, recognizePage } from '../../../../ingest/sources/read-page.js'
import type { Page, Site } from '../../../../ingest/sources/page-format.js'
import type { SourceItem } from '../../../../ingest/sources/source-format.js'

const folder = join(import.meta.dirname, '../../../fixtures/pages')
const nowhere: Site = { url: null, title: null, language: null }

function aPage(path: string, text: string, site = nowhere): Page {
  return { location: `/library/${path}`, path, mediaType: null, text, site }
}

const fixture = (name: string, site = nowhere): Page =>
  aPage(name, readFileSync(join(folder, name), 'utf8'), site)

function readItem(page: Page): SourceItem & { kind: string; show: string | null; issues: unknown[] } {
  const format = recognizePage(page)
  if (!format) throw new Error(`${page.path} is not recognized`)
  const issues: { code: string; where: string; message: string }[] = []
  const read = readPage(page, format, issues)
  if (!read) throw new Error(`${page.path} is left out`)
  return { ...read.item, kind: format.kind, show: read.show, issues }
}

const spoken = ({ transcript }: SourceItem): [number | null, string | null, string][] =>
  (transcript?.cues ?? []).map(({ startMs, speaker, text }) => [startMs, speaker, text])

describe('a page of a directory of transcripts', () => {
  test('as HTML gives facts, notes, links, the recording and the timed lines, and nothing of the site', () => {
    const item = readItem(fixture('directory.html'))
    expect(item.kind).toBe('transcripts')
    expect(item.show).toBe('Home Physics')
    expect(item.issues).toEqual([])
    expect(item.document).toEqual({
      guid: 'https://findcast.example/episodes/heat-pumps',
      kind: 'episode',
      title: 'HF 012 How heat pumps work',
      description:
        'A heat pump moves heat instead of making it. We follow the refrigerant once around its loop.',
      url: 'https://findcast.example/episodes/heat-pumps',
      otherUrls: [],
      imageUrl: 'https://findcast.example/art/heat.png',
      publishedAt: '2025-03-03T00:00:00.000Z',
      durationMs: 720_000,
      language: 'en',
      people: [{ name: 'Lindgren Media', role: 'publisher' }],
      tags: ['Science', 'Physics', 'Education'],
      series: { title: 'Home Physics', part: null },
      links: [
        {
          title: 'Measured coefficients of performance',
          url: 'https://papers.example/cop.pdf',
          rel: 'paper',
        },
      ],
      chapters: [{ startMs: 12_900, endMs: null, title: 'The loop', url: null }],
      soundbites: [],
      rating: { value: 4.8, count: 1204 },
      sections: [
        {
          anchor: 'notes-1',
          heading: 'Resources',
          level: 3,
          text: '- Measured coefficients of performance',
          quotes: [],
          links: [],
        },
      ],
      enclosure: { url: 'https://media.example/hp/012.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
    })
    expect(item.transcript?.machine).toBe(true)
    expect(spoken(item)).toHaveLength(6)
    expect(spoken(item)[0]).toEqual([
      0,
      null,
      'Welcome back to the show, where we look at the things in your house that nobody looks at.',
    ])
    expect(spoken(item)[5]).toEqual([
      31_700,
      null,
      'Then a valve lets the pressure go, it becomes cold, and the loop begins again.',
    ])
  })

  test('as saved text gives the same facts, though rating and count run together, and no notice as speech', () => {
    const item = readItem(fixture('directory.txt'))
    const { title, publishedAt, durationMs, people, tags, series, rating, description, sections } =
      item.document
    expect({ title, publishedAt, durationMs, people, tags, series, rating, description, sections }).toEqual({
      title: 'HF 012 How heat pumps work',
      publishedAt: '2025-03-03T00:00:00.000Z',
      durationMs: 720_000,
      people: [{ name: 'Lindgren Media', role: 'publisher' }],
      tags: ['Science', 'Physics', 'Education'],
      series: { title: 'Home Physics', part: null },
      rating: { value: 4.8, count: 1204 },
      description:
        'A heat pump moves heat instead of making it. We follow the refrigerant once around its loop.',
      sections: [
        {
          anchor: 'notes-1',
          heading: 'What is inside',
          level: 2,
          text:
            '- A compressor, two exchangers and a valve, in one loop that never ends.\n' +
            '- A refrigerant that boils far below the freezing point of water.',
          quotes: [],
          links: [],
        },
      ],
    })
    expect(item.transcript?.machine).toBe(true)
    expect(spoken(item).at(-1)).toEqual([
      19_100,
      null,
      'A compressor squeezes the vapour, which makes it hotter than the water in your radiators.',
    ])
  })
})

test('labelled lines before the first time are facts of the episode', () => {
  const item = readItem(fixture('labelled.txt'))
  const { guid, title, url, publishedAt, durationMs, people, tags, series, enclosure } = item.document
  expect({ guid, title, url, publishedAt, durationMs, people, tags, series, enclosure }).toEqual({
    guid: 'https://kitchen.example/7',
    title: 'Why bread rises',
    url: 'https://kitchen.example/7',
    publishedAt: '2024-05-04T00:00:00.000Z',
    durationMs: 3_720_000,
    people: [
      { name: 'Ana Ruiz', role: 'host' },
      { name: 'Tom Berg', role: 'host' },
      { name: 'Mei Lin', role: 'guest' },
    ],
    tags: ['baking', 'yeast', 'gluten'],
    series: { title: 'Kitchen Chemistry', part: 7 },
    enclosure: { url: 'https://media.example/kc/007.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
  })
  expect(spoken(item).map(([startMs, speaker]) => [startMs, speaker])).toEqual([
    [1000, 'Ana Ruiz'],
    [7000, 'Tom Berg'],
    [14_000, 'Mei Lin'],
    [21_000, 'Ana Ruiz'],
    [29_000, 'Mei Lin'],
  ])
})

describe('a Markdown page', () => {
  test('with untimed turns is an episode without times: headings are not spoken, notes are its description', () => {
    const item = readItem(fixture('turns.md'))
    expect(item.document).toMatchObject({
      guid: '/en/podcast/2026/02/03/',
      kind: 'episode',
      title: 'Recap of letter #12',
      description: 'Ada Holm and Ben Okoro talk about letter #12.',
      url: null,
      publishedAt: '2026-02-03T00:00:00.000Z',
      language: 'en',
      people: [
        { name: 'Ada Holm', role: 'speaker' },
        { name: 'Ben Okoro', role: 'speaker' },
      ],
      links: [{ title: 'What this is about', url: '/en/letters/2026/01/30/', rel: 'companion' }],
      chapters: [],
      sections: [],
      enclosure: { url: 'https://media.example/recap/12.m4a', mediaType: 'audio/mp4', sizeBytes: null },
    })
    expect(spoken(item)).toEqual([
      [null, 'Ada Holm', 'Welcome to the recap of letter number twelve. Ben, it is a short one this week.'],
      [null, 'Ben Okoro', 'Short, but with one item that I have been waiting for.'],
      [null, 'Ben Okoro', 'So the sensors under the rails tell how heavy each wagon is while it passes.'],
      [null, 'Ada Holm', 'And nobody has to stop the train for it?'],
      [null, 'Ben Okoro', 'Nobody. That is the whole point of it.'],
      [null, 'Ada Holm', 'Good. Then let us end here.'],
    ])
  })

  test('of a site whose address is known has its own address and that of the post it is about', () => {
    const site: Site = { url: 'https://letters.example/', title: 'Letters', language: 'en' }
    const { url, links } = readItem(fixture('turns.md', site)).document
    expect(url).toBe('https://letters.example/en/podcast/2026/02/03/')
    expect(links.map((link) => link.url)).toEqual(['https://letters.example/en/letters/2026/01/30/'])
  })

  test('with timed turns has chapters, the video once, and is a machine transcript when no one looked it over', () => {
    const item = readItem(fixture('timed.md'))
    expect(item.document).toMatchObject({
      title: 'Tides in small seas',
      description: 'Why the Baltic hardly has tides.',
      publishedAt: '2024-06-01T00:00:00.000Z',
      people: [
        { name: 'Ida Dahl', role: 'speaker' },
        { name: 'Jon Eide', role: 'speaker' },
      ],
      tags: ['sea', 'podcast'],
      series: { title: 'Library', part: 4 },
      chapters: [
        { startMs: 0, endMs: 20_000, title: 'Opening', url: null },
        { startMs: 20_000, endMs: null, title: 'Resonance', url: null },
      ],
      links: [
        { title: 'Recording', url: 'https://www.youtube.com/watch?v=abcdefghijk', rel: 'video' },
        { title: 'A chart', url: 'https://charts.example/baltic', rel: 'resource' },
        { title: 'podcast', url: 'https://tides.example/episode/4/', rel: 'resource' },
      ],
    })
    expect(item.transcript?.machine).toBe(true)
    expect(spoken(item).map(([startMs, speaker]) => [startMs, speaker])).toEqual([
      [0, 'Ida Dahl'],
      [9000, 'Jon Eide'],
      [20_000, 'Ida Dahl'],
      [24_000, 'Jon Eide'],
    ])
  })

  test('that announces a transcript is an episode without one', () => {
    const item = readItem(fixture('announced.md'))
    expect([item.kind, item.transcript, item.document.enclosure?.url]).toEqual([
      'transcripts',
      null,
      'https://media.example/recap/13.m4a',
    ])
  })

  test('that quotes an exchange is a post', () => {
    expect(recognizePage(fixture('post-with-dialogue.md'))?.kind).toBe('posts')
  })

  test('that lists chapters or songs with their times is a post', () => {
    const list = Array.from({ length: 12 }, (_, index) => `${index * 4}:0${index % 10} A song by someone`)
    const text = `---\ntitle: My songs\n---\nI like these.\n\n${list.join('\n\n')}\n`
    expect(recognizePage(aPage('songs.md', text))?.kind).toBe('posts')
  })

  test('may not name a file outside of its folder as its recording', () => {
    const text = readFileSync(join(folder, 'timed.md'), 'utf8').replace(
      /^media: .*$/m,
      'media: ../../etc/secret.mp3',
    )
    const item = readItem(aPage('timed.md', text))
    expect(item.document.enclosure).toBeNull()
    expect(item.issues).toMatchObject([{ code: 'PATH_OUTSIDE_SOURCE', where: 'timed.md' }])
  })
})

test('a lone transcript is named after its file, and dated by it', () => {
  const text = 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Hello there.\n'
  const source = readPageSource({
    isFolder: false,
    location: '/x/2026-02-03-first-words.en.vtt',
    name: basename('/x/2026-02-03-first-words.en.vtt'),
    mediaType: null,
    text,
  })
  expect(source).toMatchObject({ kind: 'transcripts', title: 'First words' })
  expect(source?.items[0]?.document).toMatchObject({
    kind: 'episode',
    title: 'First words',
    publishedAt: '2026-02-03T00:00:00.000Z',
  })
  expect(source?.items[0]?.transcript?.cues).toEqual([
    { startMs: 1000, endMs: 4000, speaker: 'Ada', text: 'Hello there.' },
  ])
})
