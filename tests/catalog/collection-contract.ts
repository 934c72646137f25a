import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aClip, aCollection } from '../builders/clips.js'
import { aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with the collections of editors. */
export function describeCollections(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    return catalog
  }
  const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`

  describe(`${name}: collections`, () => {
    test('a collection is read as it was written, its clips in order', async () => {
      const catalog = await opened()
      const clips = [
        aClip({ id: 'b', note: 'n', tags: ['x'] }),
        aClip({ id: 'a', startMs: null, endMs: null }),
      ]
      const collection = aCollection({ clips })
      await catalog.addCollection(collection)
      expect(await catalog.findCollection(collection.id)).toEqual(collection)
      expect(await catalog.findCollection('unknown')).toBeNull()
    })

    test('one without clips is there too', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection({ clips: [] }))
      expect(await catalog.findCollection('collection-1')).toEqual(aCollection({ clips: [] }))
    })

    test('a change makes the next version; one made for an older version changes nothing', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      const state = { title: 'New', note: 'N', clips: [aClip({ id: 'other' })] }
      expect(await catalog.writeCollection('collection-1', state, { ifVersion: 1, at: at(5) })).toBe(true)
      const late = { ...state, title: 'Late' }
      expect(await catalog.writeCollection('collection-1', late, { ifVersion: 1, at: at(6) })).toBe(false)
      expect(await catalog.findCollection('collection-1')).toEqual(
        aCollection({ ...state, version: 2, updatedAt: at(5) }),
      )
      expect(await catalog.writeCollection('unknown', state, { ifVersion: 1, at: at(6) })).toBe(false)
    })

    test('of two changes for one version made at once, one is made', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      const write = (title: string) =>
        catalog.writeCollection('collection-1', { title, note: '', clips: [] }, { ifVersion: 1, at: at(5) })
      const made = await Promise.all([write('One'), write('Two'), write('Three')])
      expect(made.filter(Boolean)).toHaveLength(1)
    })

    test('what it was at each version is kept, for a hundred versions', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      for (let version = 1; version <= 101; version++)
        await catalog.writeCollection(
          'collection-1',
          { title: `After ${version}`, note: '', clips: [] },
          { ifVersion: version, at: at(5) },
        )
      expect(await catalog.findVersion('collection-1')).toBe(102)
      expect(await catalog.findRevision('collection-1', 2)).toBeNull()
      expect(await catalog.findRevision('collection-1', 3)).toEqual({
        title: 'After 2',
        note: '',
        clips: [],
      })
      expect(await catalog.findRevision('collection-1', 102)).toMatchObject({ title: 'After 101' })
    })

    test('a removed one is in no list, and a write of an earlier state brings it back', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      expect(await catalog.removeCollection('collection-1', { ifVersion: 7, at: at(5) })).toBe(false)
      expect(await catalog.removeCollection('collection-1', { ifVersion: 1, at: at(5) })).toBe(true)
      expect(await catalog.findCollection('collection-1')).toBeNull()
      expect(await catalog.listCollections()).toEqual([])
      expect(await catalog.findClipUses(['document-1'])).toEqual([])
      expect(await catalog.findVersion('collection-1')).toBe(2)
      const state = await catalog.findRevision('collection-1', 1)
      expect(state).not.toBeNull()
      if (state) await catalog.writeCollection('collection-1', state, { ifVersion: 2, at: at(6) })
      expect(await catalog.findCollection('collection-1')).toEqual(
        aCollection({ version: 3, updatedAt: at(6) }),
      )
    })

    test('what was removed more than 30 days before another one is gone for good', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      await catalog.addCollection(aCollection({ id: 'collection-2' }))
      await catalog.removeCollection('collection-1', { ifVersion: 1, at: '2026-01-01T00:00:00.000Z' })
      await catalog.removeCollection('collection-2', { ifVersion: 1, at: '2026-02-01T00:00:00.000Z' })
      expect(await catalog.findVersion('collection-1')).toBeNull()
      expect(await catalog.findRevision('collection-1', 1)).toBeNull()
      expect(await catalog.findVersion('collection-2')).toBe(2)
    })

    test('the list tells counts and lengths, changed last first', async () => {
      const catalog = await opened()
      await catalog.addCollection(aCollection())
      await catalog.addCollection(
        aCollection({
          id: 'collection-2',
          updatedAt: at(7),
          clips: [
            aClip(),
            aClip({ id: 'clip-2', startMs: 0, endMs: 1500 }),
            aClip({ startMs: null, endMs: null }),
          ],
        }),
      )
      const { clips: _, ...head } = aCollection()
      const { clips: __, ...other } = aCollection({ id: 'collection-2' })
      expect(await catalog.listCollections()).toEqual([
        { ...other, updatedAt: at(7), clipCount: 3, totalMs: 11_500 },
        { ...head, clipCount: 1, totalMs: 10_000 },
      ])
    })

    test('the uses of a document are the clips of it, in all collections', async () => {
      const catalog = await opened()
      const other = aClip({ id: 'clip-2', documentId: 'document-2' })
      await catalog.addCollection(aCollection({ clips: [other, aClip({ title: 'T' })] }))
      expect(await catalog.findClipUses(['document-1', 'document-1', 'unknown'])).toEqual([
        {
          clipId: 'clip-1',
          clipTitle: 'T',
          documentId: 'document-1',
          startMs: 10_000,
          endMs: 20_000,
          passageId: null,
          collectionId: 'collection-1',
          collectionTitle: 'Title of collection-1',
        },
      ])
      expect(await catalog.findClipUses([])).toEqual([])
    })

    test('a removed source takes no clip with it', async () => {
      const catalog = await opened()
      await catalog.addSources([aSource()])
      await catalog.writeDocument(aWrite())
      await catalog.addCollection(aCollection())
      await catalog.removeSource('source-1')
      expect(await catalog.findCollection('collection-1')).toEqual(aCollection())
    })
  })
}
