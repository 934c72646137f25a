import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { StoredRepeatGroup } from '../../src/catalog/repeat-store.js'

/** What every catalog adapter keeps of repeats. */
export function describeRepeats(name: string, open: () => Promise<Catalog>): void {
  const openCatalog = async () => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    return catalog
  }
  const place = (documentId: string, sourceId = 'source-1') => ({
    documentId,
    sourceId,
    passageIds: [`${documentId}-p1`, `${documentId}-p2`],
    from: 1,
    last: 3,
    likeness: 0.875,
  })
  const group = (fields: Partial<StoredRepeatGroup> = {}): StoredRepeatGroup => ({
    kind: 'verbatim',
    companion: false,
    template: false,
    places: [place('a'), place('b')],
    ...fields,
  })
  const state = { seq: 7, version: 'v1' }
  const measure = Uint8Array.from([1, 2, 3])

  describe(`${name}: repeats`, () => {
    test('nothing is known before the first search', async () => {
      const catalog = await openCatalog()
      expect(await catalog.readRepeatState()).toBeNull()
      expect(await catalog.readRepeatMeasure()).toBeNull()
      expect(await catalog.listRepeatGroups({}, { limit: 10, cursor: null })).toEqual({
        groups: [],
        total: 0,
        next: null,
      })
    })

    test('what was found comes back in its order, page by page', async () => {
      const catalog = await openCatalog()
      const groups = [
        group(),
        group({ kind: 'reworded' }),
        group({ places: [place('c'), place('d'), place('a')] }),
      ]
      await catalog.replaceRepeats(state, measure, groups)
      expect(await catalog.readRepeatState()).toEqual(state)
      expect([...((await catalog.readRepeatMeasure()) ?? [])]).toEqual([1, 2, 3])
      const first = await catalog.listRepeatGroups({}, { limit: 2, cursor: null })
      expect(first).toEqual({ groups: groups.slice(0, 2), total: 3, next: expect.any(String) as string })
      expect(await catalog.listRepeatGroups({}, { limit: 2, cursor: first.next })).toEqual({
        groups: groups.slice(2),
        total: 3,
        next: null,
      })
    })

    test('a new search replaces everything', async () => {
      const catalog = await openCatalog()
      await catalog.replaceRepeats(state, measure, [group(), group()])
      await catalog.replaceRepeats({ seq: 8, version: 'v2' }, Uint8Array.from([4]), [
        group({ kind: 'reworded' }),
      ])
      expect(await catalog.readRepeatState()).toEqual({ seq: 8, version: 'v2' })
      expect(await catalog.listRepeatGroups({}, { limit: 10, cursor: null })).toEqual({
        groups: [group({ kind: 'reworded' })],
        total: 1,
        next: null,
      })
    })

    test('groups are chosen by kind, source, companions and frames', async () => {
      const catalog = await openCatalog()
      const all = {
        reworded: group({ kind: 'reworded' }),
        companion: group({ companion: true }),
        template: group({ template: true }),
        elsewhere: group({ places: [place('a'), place('x', 'source-2')] }),
      }
      await catalog.replaceRepeats(state, measure, Object.values(all))
      const list = async (filter: Parameters<typeof catalog.listRepeatGroups>[0]) =>
        (await catalog.listRepeatGroups(filter, { limit: 10, cursor: null })).groups
      expect(await list({ kind: 'reworded' })).toEqual([all.reworded])
      expect(await list({ companion: true })).toEqual([all.companion])
      expect(await list({ template: true })).toEqual([all.template])
      expect(await list({ sourceId: 'source-2' })).toEqual([all.elsewhere])
      expect(await list({ kind: 'verbatim', companion: false, template: false })).toEqual([all.elsewhere])
    })

    test('the groups of passages are found by them', async () => {
      const catalog = await openCatalog()
      const other = group({ places: [place('c'), place('d')] })
      await catalog.replaceRepeats(state, measure, [group(), other])
      expect(await catalog.findRepeatGroups('c', ['c-p2'])).toEqual([other])
      expect(await catalog.findRepeatGroups('c', ['another'])).toEqual([])
      expect(await catalog.findRepeatGroups('nobody', ['c-p2'])).toEqual([])
    })
  })
}
