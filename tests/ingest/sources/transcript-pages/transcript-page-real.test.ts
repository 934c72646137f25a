import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage, recognizePage } from '../../../../ingest/sources/read-page.js'
import type { SourceItem } from '../../../../ingest/sources/source-format.js'

const shared = process.env.CUEPOINT_SHARED ?? '../shared'
const data = join(shared, 'data')

function readFolder(
  root: string,
  ending: RegExp,
): { path: string; kind: string | null; item: SourceItem | null }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const site = { url: null, title: null, language: null }
      const page = { location: join(root, path), path, mediaType: null, text, site }
      const format = recognizePage(page)
      const item = format?.kind === 'transcripts' ? (readPage(page, format, [])?.item ?? null) : null
      return { path, kind: format?.kind ?? null, item }
    })
}

const isTimed = ({ transcript }: SourceItem): boolean =>
  transcript !== null && transcript.cues.some(({ startMs }) => startMs !== null)

describe.skipIf(!existsSync(data))('with the collected real pages at hand (CUEPOINT_SHARED)', () => {
  test('all 132 Bitcoin transcripts are episodes with speech; the two without times in the text are untimed', () => {
    const pages = readFolder(join(data, 'bitcointranscripts'), /\/.*\.md$/)
    expect(pages.filter(({ kind }) => kind !== 'transcripts')).toEqual([])
    const items = pages.flatMap(({ item }) => item ?? [])
    expect(items.length).toBe(132)
    expect(items.filter(({ transcript }) => (transcript?.cues.length ?? 0) < 8)).toEqual([])
    expect(items.filter((item) => !isTimed(item)).map(({ document }) => document.title)).toEqual([
      'Socratic Seminar 6',
      'Breaking Down Taproot Activation Options',
    ])
    expect(
      items.filter(({ document }) => document.enclosure === null && document.links.length === 0),
    ).toEqual([])
  })

  test('all 212 Optech podcasts are episodes with their sound; four of them still without their transcript', () => {
    const items = readFolder(join(data, 'optech/_posts/en/podcast'), /\.md$/).flatMap(
      ({ item }) => item ?? [],
    )
    expect(items.length).toBe(212)
    expect(
      items.filter(({ document }) => document.enclosure === null || document.description === ''),
    ).toEqual([])
    expect(
      items.filter(({ transcript }) => transcript === null).map(({ document }) => document.publishedAt),
    ).toEqual([
      '2023-09-05T00:00:00.000Z',
      '2025-09-09T00:00:00.000Z',
      '2026-07-14T00:00:00.000Z',
      '2026-07-28T00:00:00.000Z',
    ])
    const unspoken = items.flatMap(({ transcript }) =>
      (transcript?.cues ?? []).filter(({ speaker }) => speaker === null),
    )
    expect(unspoken).toEqual([])
  })

  test.each([
    ['optech/_posts/en/newsletters', /\.md$/],
    ['software-wrighter-blog', /\.html?$/],
  ])('no page of %s, which are posts, is taken for a transcript', (folder, ending) => {
    expect(readFolder(join(data, folder), ending).filter(({ kind }) => kind === 'transcripts')).toEqual([])
  })
})

const seeds = join(shared, 'seeds')

describe.skipIf(!existsSync(seeds))('with the three seeds at hand (CUEPOINT_SHARED)', () => {
  test('the saved transcript page gives its facts, its notes and its timed lines', () => {
    const [page] = readFolder(seeds, /^002_.*\.txt$/)
    const { document, transcript } = page?.item ?? { document: null, transcript: null }
    expect(document).toMatchObject({
      kind: 'episode',
      title: 'MLG 036 Autoencoders',
      publishedAt: '2025-05-30T00:00:00.000Z',
      durationMs: 3_960_000,
      people: [{ name: 'OCDevel', role: 'publisher' }],
      series: { title: 'Machine Learning Guide', part: null },
      rating: { value: 4.9, count: 848 },
    })
    expect(document?.tags.length).toBe(10)
    expect(document?.sections.length).toBe(16)
    expect(transcript?.machine).toBe(true)
    expect(transcript?.cues.map(({ startMs }) => startMs)).toEqual([
      0, 6100, 10_800, 17_700, 22_200, 28_500, 35_200, 40_300, 52_300, 57_100, 62_400, 69_900, 72_800, 76_800,
      82_400, 86_500, 88_000, 93_000, 97_500, 103_800, 105_000, 112_000,
    ])
    const text = JSON.stringify([document, transcript])
    expect(text).not.toMatch(
      /meta_pixel|log in|download transcript|click on a timestamp|disclaimer|copyright|14 days/i,
    )
  })
})
