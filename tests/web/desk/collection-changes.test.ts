import { describe, expect, test } from 'vitest'
import {
  applyChange,
  fitChange,
  isDone,
  isPossible,
  mergeChanges,
  moveClip,
  orderClips,
  type Change,
} from '../../../web/src/desk/collection-changes.js'
import { aClip, aCollection, idsOf } from './collection-builders.js'

const collection = aCollection()

describe('a change', () => {
  test('is made of what is shown', () => {
    expect(applyChange(collection, { kind: 'words', note: 'n' })).toEqual({ ...collection, note: 'n' })
    expect(idsOf(applyChange(collection, { kind: 'order', order: ['c', 'a', 'b'] }))).toBe('cab')
    const shorter = applyChange(collection, { kind: 'remove', clipId: 'b' })
    expect([idsOf(shorter), shorter.totalMs]).toEqual(['ac', 20_000])
    const trimmed = applyChange(collection, {
      kind: 'clip',
      clipId: 'b',
      patch: { endMs: 12_000, title: 'B' },
    })
    expect(trimmed.clips[1]).toEqual(aClip({ id: 'b', endMs: 12_000, title: 'B' }))
    expect(trimmed.totalMs).toBe(22_000)
  })

  test('that only the server can make leaves all as it is until then', () => {
    expect(applyChange(collection, { kind: 'add', clip: { documentId: 'talk' } })).toBe(collection)
    expect(applyChange(collection, { kind: 'step', by: -1 })).toBe(collection)
  })

  test('is joined with the next only where that goes on with it', () => {
    const clip = (clipId: string, patch: object): Change => ({ kind: 'clip', clipId, patch })
    expect(mergeChanges(clip('a', { startMs: 1, note: 'x' }), clip('a', { startMs: 2 }))).toEqual(
      clip('a', { startMs: 2, note: 'x' }),
    )
    expect(mergeChanges(clip('a', {}), clip('b', {}))).toBeNull()
    expect(mergeChanges({ kind: 'words', title: 'a' }, { kind: 'words', note: 'b' })).toEqual({
      kind: 'words',
      title: 'a',
      note: 'b',
    })
    for (const change of [
      { kind: 'remove', clipId: 'a' },
      { kind: 'add', clip: { documentId: 'talk' } },
      { kind: 'step', by: -1 },
    ] as const)
      expect(mergeChanges(change, change)).toBeNull()
  })

  test('is known to be done by what is there', () => {
    const changes: Change[] = [
      { kind: 'words', title: 'New', note: 'n' },
      { kind: 'order', order: ['c', 'b', 'a'] },
      { kind: 'clip', clipId: 'a', patch: { tags: ['x'], startMs: 1000 } },
      { kind: 'remove', clipId: 'b' },
    ]
    for (const change of changes) {
      expect([change.kind, isDone(change, collection)]).toEqual([change.kind, false])
      expect([change.kind, isDone(change, applyChange(collection, change))]).toEqual([change.kind, true])
    }
    const place = { documentId: 'talk', startMs: 1000, endMs: 2000 }
    const withNew = aCollection({ clips: [...collection.clips, aClip({ id: 'd', ...place })] })
    expect(isDone({ kind: 'add', clip: place }, withNew)).toBe(true)
    expect(isDone({ kind: 'add', clip: place }, collection)).toBe(false)
    expect(isDone({ kind: 'add', clip: { ...place, at: 1 } }, withNew)).toBe(false)
  })

  test('of a clip that is gone is not possible', () => {
    expect(isPossible({ kind: 'clip', clipId: 'z', patch: {} }, collection)).toBe(false)
    expect(isPossible({ kind: 'remove', clipId: 'z' }, collection)).toBe(false)
    expect(isPossible({ kind: 'order', order: ['z'] }, collection)).toBe(true)
  })
})

describe('an order', () => {
  test('leaves what it does not name behind what it stood behind, and what is gone out', () => {
    const clips = [...'abcde'].map((id) => ({ id }))
    const ordered = (order: string) =>
      orderClips(clips, [...order])
        .map(({ id }) => id)
        .join('')
    expect(ordered('edcba')).toBe('edcba')
    expect(ordered('dca')).toBe('decab')
    expect(ordered('zdb')).toBe('adebc')
    expect(fitChange({ kind: 'order', order: ['c', 'a'] }, collection)).toEqual({
      kind: 'order',
      order: ['c', 'a', 'b'],
    })
  })

  test('is changed by moving one clip, as far as there are places', () => {
    const ids = [...'abc']
    expect(moveClip(ids, 'a', 1)).toEqual([...'bac'])
    expect(moveClip(ids, 'a', 9)).toEqual([...'bca'])
    expect(moveClip(ids, 'c', -1)).toEqual([...'acb'])
    expect(moveClip(ids, 'a', -1)).toBeNull()
    expect(moveClip(ids, 'z', 1)).toBeNull()
  })
})
