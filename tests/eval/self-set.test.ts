import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../src/catalog/sqlite/open-sqlite-catalog.js'
import { measureOverlap } from '../../src/eval/content-words.js'
import { prepareEpisode } from '../../src/eval/eval-library.js'
import { readSelfSet } from '../../src/eval/self-set.js'
import { isSpecific } from '../../src/eval/specific-titles.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'
import { aSection } from '../builders/items.js'

async function makeCatalog(): Promise<Catalog> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-self-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true })
  })
  await catalog.addSources([aSource()])
  return catalog
}

const aChapter = (title: string, startMs: number, endMs: number | null = null) => ({
  title,
  startMs,
  endMs,
  url: null,
})

test('chapters and soundbites of what was said, and headings of posts, ask for their places', async () => {
  const catalog = await makeCatalog()
  const episode = aDocument({
    id: 'episode',
    chapters: [
      aChapter('Introduction', 0),
      aChapter('How roots drink', 10_000),
      aChapter('Falling leaves', 20_000),
    ],
    soundbites: [{ startMs: 12_000, endMs: 14_000, title: 'Trees talk' }],
    description: 'Secret notes',
  })
  const cues = [
    { startMs: 0, endMs: 10_000, speaker: null, text: 'Hello.' },
    { startMs: 10_000, endMs: 20_000, speaker: null, text: 'Each root drinks water.' },
    { startMs: 20_000, endMs: 30_000, speaker: null, text: 'Then they come down.' },
  ]
  const post = aDocument({
    id: 'post',
    kind: 'post',
    sections: [
      aSection({ anchor: 'bark', heading: 'Bark beetles', text: 'They eat wood.' }),
      aSection({ anchor: 'empty', heading: 'Nothing here yet', text: '' }),
      aSection({ anchor: 'again', heading: 'falling Leaves', text: 'A second time.' }),
    ],
  })
  await catalog.writeDocument(aWrite({ document: episode, cues, passages: [] }))
  await catalog.writeDocument(aWrite({ document: post, cues: [], passages: [] }))

  const { set, episodes } = await readSelfSet(catalog)
  const common = { show: 'Title of source-1', scope: 'corpus' as const, sentenceStartsMs: [] }
  expect(set.queries).toEqual([
    {
      id: 'episode:chapter:1',
      text: 'How roots drink',
      episode: 'episode',
      kind: 'chapter',
      startMs: 10_000,
      endMs: 20_000,
      anchor: null,
      overlap: 1,
      ...common,
    },
    {
      id: 'episode:soundbite:0',
      text: 'Trees talk',
      episode: 'episode',
      kind: 'soundbite',
      startMs: 12_000,
      endMs: 14_000,
      anchor: null,
      overlap: 0,
      ...common,
    },
    {
      id: 'post:heading:0',
      text: 'Bark beetles',
      episode: 'post',
      kind: 'heading',
      startMs: null,
      endMs: null,
      anchor: 'bark',
      overlap: 0,
      ...common,
    },
  ])
  // "Falling leaves" is there twice; the introduction is generic; a section without text cannot be found.

  const passages = episodes.flatMap((each) => prepareEpisode(each).passages)
  expect(passages.map(({ text, chapter, anchor }) => [text, chapter, anchor])).toEqual([
    ['Hello. Each root drinks water. Then they come down.', null, null],
    ['They eat wood.', null, 'bark'],
    ['A second time.', null, 'again'],
  ])
})

test('documents that were withdrawn, and those of which nothing is left, are not in the set', async () => {
  const catalog = await makeCatalog()
  const chapters = [aChapter('How roots drink', 0)]
  await catalog.writeDocument(
    aWrite({ document: aDocument({ id: 'untranscribed', chapters }), cues: [], passages: [] }),
  )
  await catalog.writeDocument(aWrite({ document: aDocument({ id: 'gone', chapters }) }))
  await catalog.setDocumentStatus('gone', 'withdrawn')
  expect(await readSelfSet(catalog)).toEqual({ set: { name: 'self', queries: [] }, episodes: [] })
})

test.each([
  ['Introduction', null, false],
  ['Welcome and introductions', null, false],
  ['Chapter 12', null, false],
  ['Part 2: Q&A', null, false],
  ['Bitcoin', null, false], // one content word
  ['What is it about', null, false], // function words
  ['Das ist die Werbung', 'de', false],
  ['How roots drink', null, true],
  ['BIP324 explained', null, true],
  ['Wie Wurzeln trinken', 'de', true],
])('%s (%s) as a query: %s', (title, language, expected) => {
  expect(isSpecific(title, language)).toBe(expected)
})

test('overlap is the share of content words that are said in any form', () => {
  expect(measureOverlap('How do the roots drink rain?', 'A root drinks.', 'en')).toBe(0.67)
  expect(measureOverlap('the of', 'the of', 'en')).toBeNull()
})
