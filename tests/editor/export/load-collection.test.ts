import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import { noCorrections } from '../../../src/domain/corrections.js'
import { bindCollections, type NewClip } from '../../../src/editor/collections/collections.js'
import { bindExports } from '../../../src/editor/export/exports.js'
import { cutCues, loadCollection } from '../../../src/editor/export/load-collection.js'
import { vttFormat } from '../../../src/editor/export/captions.js'
import { aDocument, aPassage, aSource, aWrite } from '../../builders/documents.js'
import { sequence } from '../../builders/exports.js'

const places = { base: 'https://desk.example', tellPaths: false }
const document = aDocument({
  durationMs: 30_000,
  enclosure: { url: 'file:///home/ann/show/1.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
})

/** A library of a recording of three cues and a post, and a collection of these clips. */
async function aLibrary(clips: readonly NewClip[]) {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-export-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  await catalog.writeDocument(
    aWrite({
      document,
      cues: [
        { startMs: 0, endMs: 10_000, speaker: 'Ann', text: 'One two three four five.' },
        { startMs: 10_000, endMs: 20_000, speaker: 'Bob', text: 'Six seven eight nine ten.' },
        { startMs: 20_000, endMs: 30_000, speaker: 'Ann', text: 'Eleven twelve.' },
      ],
    }),
  )
  const post = aDocument({ id: 'post', kind: 'post', durationMs: null, timing: 'unknown' })
  const passage = aPassage({ documentId: 'post', startMs: null, anchor: 'a b', text: 'As written.' })
  await catalog.writeDocument(aWrite({ document: post, cues: [], passages: [passage] }))
  const collections = bindCollections(catalog)
  const { id } = await collections.add({ title: 'Best of' })
  for (const clip of clips) await collections.addClip(id, clip, { ifVersion: null })
  return { catalog, id, passageId: passage.id, collections }
}

test('a clip comes with the cues in its range, cut at words, and links to its moment', async () => {
  const { catalog, id } = await aLibrary([
    { documentId: 'document-1', startMs: 5_000, endMs: 25_000, title: 'T', note: 'N', tags: ['t'] },
  ])
  const { title, clips } = await loadCollection(id, places, catalog)
  expect(title).toBe('Best of')
  expect(clips).toEqual([
    {
      id: expect.any(String) as string,
      title: 'T',
      note: 'N',
      tags: ['t'],
      // A word whose middle lies before the beginning is not heard.
      text: 'four five. Six seven eight nine ten. Eleven',
      speaker: 'Bob',
      startMs: 5_000,
      endMs: 25_000,
      link: 'https://desk.example/d/document-1?t=5&end=25',
      document: {
        id: 'document-1',
        guid: 'guid-of-document-1',
        kind: 'episode',
        title: 'Title of document-1',
        sourceTitle: 'Title of source-1',
        publishedAt: '2026-01-02T00:00:00.000Z',
        url: null,
        mediaUrl: 'https://desk.example/api/v1/documents/document-1/media',
        mediaName: '1.mp3',
        mediaType: 'audio/mpeg',
        durationMs: 30_000,
        language: 'en',
      },
      cues: [
        { startMs: 5_833, endMs: 10_000, speaker: 'Ann', text: 'four five.' },
        { startMs: 10_000, endMs: 20_000, speaker: 'Bob', text: 'Six seven eight nine ten.' },
        { startMs: 20_000, endMs: 25_000, speaker: 'Ann', text: 'Eleven' },
      ],
    },
  ])
})

test('paths are told to those of this machine, and a server without a name has relative links', async () => {
  const { catalog, id } = await aLibrary([{ documentId: 'document-1', startMs: 0, endMs: 1000 }])
  const [here] = (await loadCollection(id, { base: null, tellPaths: true }, catalog)).clips
  expect([here?.link, here?.document.mediaUrl]).toEqual([
    '/d/document-1?t=0&end=1',
    'file:///home/ann/show/1.mp3',
  ])
  const [there] = (await loadCollection(id, { base: null, tellPaths: false }, catalog)).clips
  expect(there?.document.mediaUrl).toBeNull()
})

test('the corrections of a document are those of its clips', async () => {
  const { catalog, id } = await aLibrary([{ documentId: 'document-1', startMs: 10_000, endMs: 20_000 }])
  const corrections = { ...noCorrections, offsetMs: 1500, speakers: { Bob: 'Robert' } }
  await catalog.writeCorrections('document-1', corrections, { ifContentHash: 'content-1', write: null })
  const [clip] = (await loadCollection(id, places, catalog)).clips
  expect(clip).toMatchObject({
    startMs: 11_500,
    endMs: 21_500,
    speaker: 'Robert',
    link: 'https://desk.example/d/document-1?t=11.5&end=21.5',
    cues: [{ startMs: 11_500, endMs: 21_500, speaker: 'Robert', text: 'Six seven eight nine ten.' }],
  })
})

test('a clip whose document is gone keeps its words and times', async () => {
  const { catalog, id } = await aLibrary([
    { documentId: 'document-1', startMs: 0, endMs: 10_000, title: 'Kept' },
  ])
  await catalog.removeSource('source-1')
  const [clip] = (await loadCollection(id, places, catalog)).clips
  expect(clip).toMatchObject({
    startMs: 0,
    endMs: 10_000,
    document: { title: 'Title of document-1', guid: null, mediaUrl: null },
    cues: [{ startMs: 0, endMs: 10_000, speaker: 'Ann', text: 'One two three four five.' }],
  })
})

test('what is written comes without times, and leads to its section', async () => {
  const { catalog, id, passageId, collections } = await aLibrary([])
  await collections.addClip(id, { documentId: 'post', passageId }, { ifVersion: null })
  const [clip] = (await loadCollection(id, places, catalog)).clips
  expect(clip).toMatchObject({ startMs: null, endMs: null, text: 'As written.', cues: [] })
  expect(clip?.link).toBe('https://desk.example/d/post#a%20b')
})

test('one clip alone is named after itself and begins at 0', async () => {
  const { catalog, id, collections } = await aLibrary([
    { documentId: 'document-1', startMs: 0, endMs: 10_000, title: 'First' },
    { documentId: 'document-1', startMs: 10_000, endMs: 20_000, title: 'Second: it' },
  ])
  const [, second] = (await collections.show(id)).clips
  const exports = bindExports(catalog)
  expect(await exports.write(id, vttFormat, { ...sequence, ...places, clipId: second?.id })).toEqual({
    name: 'Second - it.vtt',
    text: 'WEBVTT\n\nNOTE\nBest of\n\n00:00:00.000 --> 00:00:10.000\n<v Bob>Six seven eight nine ten.\n',
  })
  expect((await exports.write(id, vttFormat, { ...sequence, ...places })).name).toBe('Best of.vtt')
  await expect(exports.write(id, vttFormat, { ...sequence, ...places, clipId: 'x' })).rejects.toMatchObject({
    code: 'CLIP_NOT_FOUND',
  })
  await expect(exports.write('x', vttFormat, { ...sequence, ...places })).rejects.toMatchObject({
    code: 'COLLECTION_NOT_FOUND',
  })
})

test('where the transcript has nothing any more the words of the clip are one cue', () => {
  const clip = { text: 'As it was.', speaker: 'Ann' }
  const range = { startMs: 1000, endMs: 2000 }
  expect(cutCues([{ startMs: 3000, endMs: 4000, speaker: null, text: 'Later.' }], range, clip)).toEqual([
    { ...range, ...clip },
  ])
  expect(cutCues([], range, { text: '', speaker: null })).toEqual([])
})
