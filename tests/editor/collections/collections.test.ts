import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { openSqliteCatalog } from '../../../src/catalog/sqlite/open-sqlite-catalog.js'
import { noCorrections } from '../../../src/domain/corrections.js'
import { bindCollections, type Collections } from '../../../src/editor/collections/collections.js'
import { aDocument, aPassage, aSource, aWrite } from '../../builders/documents.js'

const any = { ifVersion: null }

/** Three sentences of an episode of a minute, and a post of one section. */
async function aDesk(): Promise<{ catalog: Catalog; collections: Collections; id: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-desk-'))
  const catalog = await openSqliteCatalog(join(folder, 'catalog.db'))
  onTestFinished(async () => {
    await catalog.close()
    await rm(folder, { recursive: true, force: true })
  })
  await catalog.addSources([aSource()])
  await catalog.writeDocument(
    aWrite({
      document: aDocument({
        enclosure: { url: 'file:///show/1.mp3', mediaType: 'audio/mpeg', sizeBytes: null },
      }),
      cues: [
        { startMs: 0, endMs: 10_000, speaker: 'Ann', text: 'First sentence here.' },
        { startMs: 10_000, endMs: 20_000, speaker: 'Ann', text: 'Second one follows.' },
        { startMs: 20_000, endMs: 30_000, speaker: 'Bob', text: 'Third is the last.' },
      ],
    }),
  )
  const post = aDocument({ id: 'post-1', kind: 'post', durationMs: null, timing: 'unknown' })
  await catalog.writeDocument(
    aWrite({
      document: post,
      cues: [],
      passages: [
        aPassage({ documentId: 'post-1', startMs: null, anchor: 'vae', text: 'A VAE is written of.' }),
      ],
      contentHash: 'content-2',
    }),
  )
  const collections = bindCollections(catalog)
  const { id } = await collections.add({ title: 'Desk' })
  return { catalog, collections, id }
}

const range = (startMs: number, endMs: number) => ({ documentId: 'document-1', startMs, endMs })

test('a range becomes a clip with the words that are heard in it and who says most of them', async () => {
  const { collections, id } = await aDesk()
  const { clip, version } = await collections.addClip(id, { ...range(9000, 21_000), title: 'T' }, any)
  expect(clip).toMatchObject({
    ...range(9000, 21_000),
    passageId: null,
    title: 'T',
    note: '',
    tags: [],
    text: 'Second one follows.',
    speaker: 'Ann',
    orphaned: false,
    usedIn: [],
    document: { id: 'document-1', sourceTitle: 'Title of source-1' },
  })
  expect(version).toBe(2)
})

test('a passage becomes a clip by its times, or by itself where there are none', async () => {
  const { catalog, collections, id } = await aDesk()
  const [spoken, written] = await Promise.all([
    catalog.readPassages('document-1'),
    catalog.readPassages('post-1'),
  ])
  const of = (documentId: string, passageId = '') => collections.addClip(id, { documentId, passageId }, any)
  expect((await of('document-1', spoken[0]?.id)).clip).toMatchObject({
    startMs: 0,
    endMs: 10_000,
    passageId: null,
    text: 'First sentence here.',
  })
  expect((await of('post-1', written[0]?.id)).clip).toMatchObject({
    startMs: null,
    endMs: null,
    passageId: written[0]?.id,
    anchor: 'vae',
    text: 'A VAE is written of.',
  })
})

test('what is no place for a clip is refused by name', async () => {
  const { catalog, collections, id } = await aDesk()
  const [passage] = await catalog.readPassages('post-1')
  const code = async (clip: Parameters<Collections['addClip']>[1]) =>
    collections.addClip(id, clip, any).then(
      () => 'taken',
      (error: { code: string }) => error.code,
    )
  expect(await code(range(20, 10))).toBe('CLIP_INVALID')
  expect(await code(range(10, 10))).toBe('CLIP_INVALID')
  expect(await code({ documentId: 'document-1', startMs: 10 })).toBe('CLIP_INVALID')
  expect(await code({ documentId: 'document-1' })).toBe('CLIP_INVALID')
  expect(await code(range(50_000, 66_000))).toBe('CLIP_INVALID')
  expect(await code(range(50_000, 60_000))).toBe('taken')
  expect(await code({ ...range(0, 10), documentId: 'post-1' })).toBe('CLIP_INVALID')
  expect(await code({ documentId: 'document-1', passageId: passage?.id ?? '' })).toBe('PASSAGE_NOT_FOUND')
  expect(await code({ documentId: 'unknown', startMs: 0, endMs: 1 })).toBe('DOCUMENT_NOT_FOUND')
  await expect(collections.addClip('unknown', range(0, 10), any)).rejects.toThrow(/no collection unknown/)
})

test('times are kept as published and follow the offset of the user; so do names of speakers', async () => {
  const { catalog, collections, id } = await aDesk()
  const correct = (offsetMs: number) =>
    catalog.writeCorrections(
      'document-1',
      { ...noCorrections, offsetMs, speakers: { Ann: 'Anna Ng' } },
      { ifContentHash: 'content-1', write: null },
    )
  await correct(5000)
  const { clip } = await collections.addClip(id, range(15_000, 25_000), any)
  expect(clip).toMatchObject({
    startMs: 15_000,
    endMs: 25_000,
    text: 'Second one follows.',
    speaker: 'Anna Ng',
  })
  await correct(-2000)
  expect((await collections.show(id)).clips[0]).toMatchObject({ startMs: 8000, endMs: 18_000 })
})

test('a clip ends where its recording does, whatever its transcript is corrected by', async () => {
  const { catalog, collections, id } = await aDesk()
  const take = async (offsetMs: number, startMs: number, endMs: number) => {
    const corrections = { ...noCorrections, offsetMs }
    await catalog.writeCorrections('document-1', corrections, { ifContentHash: 'content-1', write: null })
    return collections.addClip(id, range(startMs, endMs), any).then(
      ({ clip }) => [clip.startMs, clip.endMs],
      (error: { code: string }) => error.code,
    )
  }
  expect(await take(20_000, 50_000, 60_000)).toEqual([50_000, 60_000])
  expect(await take(20_000, 70_000, 80_000)).toBe('CLIP_INVALID')
  expect(await take(-20_000, 50_000, 60_000)).toEqual([50_000, 60_000])
})

test('a clip keeps its words and times when its source goes, and says so', async () => {
  const { catalog, collections, id } = await aDesk()
  const before = (await collections.addClip(id, range(0, 10_000), any)).clip
  await catalog.removeSource('source-1')
  const [after] = (await collections.show(id)).clips
  expect(after).toMatchObject({ ...range(0, 10_000), text: before.text, orphaned: true })
  expect(after?.document).toMatchObject({ title: 'Title of document-1', enclosure: null })
})

test('its end alone can be moved, and its words follow', async () => {
  const { collections, id } = await aDesk()
  const { clip } = await collections.addClip(id, { ...range(0, 10_000), note: 'kept' }, any)
  const moved = await collections.patchClip(id, clip.id, { endMs: 20_000 }, any)
  expect(moved.clip).toMatchObject({
    ...range(0, 20_000),
    note: 'kept',
    text: 'First sentence here. Second one follows.',
  })
  await expect(collections.patchClip(id, clip.id, { startMs: 30_000 }, any)).rejects.toThrow(/no length/)
  await expect(collections.patchClip(id, 'unknown', { note: '' }, any)).rejects.toThrow(/no clip unknown/)
})

test('other clips that share a part of it are named, of whatever collection', async () => {
  const { collections, id } = await aDesk()
  const first = await collections.addClip(id, range(0, 10_000), any)
  const other = await collections.add({ title: 'Other' })
  const second = await collections.addClip(other.id, range(9000, 12_000), any)
  await collections.addClip(other.id, range(12_000, 13_000), any)
  expect(second.clip.usedIn).toMatchObject([
    { collectionId: id, clipId: first.clip.id, collectionTitle: 'Desk' },
  ])
})

test('an order names each clip once; a new clip goes where it is wanted', async () => {
  const { collections, id } = await aDesk()
  const add = async (startMs: number, at?: number) =>
    (
      await collections.addClip(
        id,
        { ...range(startMs, startMs + 1000), ...(at !== undefined && { at }) },
        any,
      )
    ).clip.id
  const [a, b] = [await add(0), await add(1000)]
  const c = await add(2000, 1)
  const ids = async () => (await collections.show(id)).clips.map((clip) => clip.id)
  expect(await ids()).toEqual([a, c, b])
  await collections.patch(id, { order: [b, a, c] }, any)
  expect(await ids()).toEqual([b, a, c])
  await expect(collections.patch(id, { order: [b, a] }, any)).rejects.toThrow(/2 of the 3 clips/)
  await expect(collections.patch(id, { order: [b, a, a] }, any)).rejects.toThrow(/2 of the 3 clips/)
  await expect(collections.patch(id, { order: [b, a, 'x'] }, any)).rejects.toThrow(/no clip x/)
})

test('a change for an older version is refused with what to do; one for any version is made', async () => {
  const { collections, id } = await aDesk()
  await collections.patch(id, { title: 'Two' }, { ifVersion: 1 })
  await expect(collections.patch(id, { title: 'Mine' }, { ifVersion: 1 })).rejects.toMatchObject({
    code: 'COLLECTION_CHANGED',
    statusCode: 412,
    message: expect.stringContaining('at version 2, this change was made for 1') as string,
  })
  await expect(collections.remove(id, { ifVersion: 1 })).rejects.toMatchObject({ code: 'COLLECTION_CHANGED' })
  expect((await collections.patch(id, { title: 'Mine' }, any)).title).toBe('Mine')
})

test('changes that come at once without a version are all made', async () => {
  const { collections, id } = await aDesk()
  await Promise.all([0, 1, 2].map((at) => collections.addClip(id, range(at * 1000, at * 1000 + 500), any)))
  const { clips, version } = await collections.show(id)
  expect(clips).toHaveLength(3)
  expect(version).toBe(4)
})

test('what it was can be restored, which can be undone too; a removed one comes back', async () => {
  const { collections, id } = await aDesk()
  const { clip } = await collections.addClip(id, range(0, 10_000), any)
  await collections.removeClip(id, clip.id, any)
  const restored = await collections.restore(id, 2, { ifVersion: 3 })
  expect(restored).toMatchObject({ version: 4, clips: [{ id: clip.id }], totalMs: 10_000 })
  expect((await collections.restore(id, 3, any)).clips).toEqual([])
  await collections.remove(id, any)
  await expect(collections.show(id)).rejects.toMatchObject({ code: 'COLLECTION_NOT_FOUND' })
  expect(await collections.restore(id, 4, any)).toMatchObject({ version: 7, title: 'Desk' })
  await expect(collections.restore(id, 99, any)).rejects.toMatchObject({ code: 'REVISION_NOT_FOUND' })
  await expect(collections.restore(id, 1, { ifVersion: 3 })).rejects.toMatchObject({
    code: 'COLLECTION_CHANGED',
  })
  await expect(collections.restore('x', 1, any)).rejects.toMatchObject({ code: 'COLLECTION_NOT_FOUND' })
})

test('a collection takes 500 clips and says so', async () => {
  const { catalog, collections, id } = await aDesk()
  const { clip } = await collections.addClip(id, range(0, 10_000), any)
  const kept = await catalog.findCollection(id)
  const clips = Array.from({ length: 500 }, (_, at) => ({ ...kept?.clips[0], id: `clip-${at}` }))
  await catalog.writeCollection(
    id,
    { title: 'Full', note: '', clips: clips as NonNullable<typeof kept>['clips'] },
    { ifVersion: 2, at: '2026-01-01T00:00:00.000Z' },
  )
  expect((await collections.show(id)).clips).toHaveLength(500)
  await expect(collections.addClip(id, range(0, 10), any)).rejects.toMatchObject({ code: 'COLLECTION_FULL' })
  expect(clip.id).not.toBe('clip-0')
})

test('both ends of a clip, moved by two windows at once, stay where each moved them', async () => {
  const { catalog, collections, id } = await aDesk()
  const { clip } = await collections.addClip(id, range(0, 30_000), any)
  let isFirst = true
  const busy: Catalog = {
    ...catalog,
    async writeCollection(...write) {
      const wasFirst = isFirst
      isFirst = false
      if (wasFirst) await collections.patchClip(id, clip.id, { startMs: 10_000 }, any)
      return catalog.writeCollection(...write)
    },
  }
  const changed = await bindCollections(busy).patchClip(id, clip.id, { endMs: 20_000 }, any)
  expect(changed.clip).toMatchObject({ ...range(10_000, 20_000), text: 'Second one follows.' })
})
