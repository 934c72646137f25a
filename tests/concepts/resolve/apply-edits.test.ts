import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type EditedGroup } from '../../../src/concepts/resolve/apply-edits.js'
import type { ConceptEdit } from '../../../src/domain/concept.js'

const merge = (key: string, into: string): ConceptEdit => ({ kind: 'merge', key, into })
const split = (key: string, from = 'any'): ConceptEdit => ({ kind: 'split', key, from })
const rename = (key: string, name: string): ConceptEdit => ({ kind: 'rename', key, name })
const hide = (key: string, hidden = true): ConceptEdit => ({ kind: 'hide', key, hidden })

const aGroup = (...keys: string[]): EditedGroup => ({
  keys,
  leading: keys,
  name: null,
  hidden: false,
  split: false,
})
const edited = (groups: string[][], ...edits: ConceptEdit[]): EditedGroup[] =>
  applyEdits(groups, edits).groups.sort((a, b) => ((a.keys[0] ?? '') < (b.keys[0] ?? '') ? -1 : 1))

test('without edits groups are as they were found', () => {
  expect(edited([['a', 'b'], ['c']])).toEqual([aGroup('a', 'b'), aGroup('c')])
})

test('a merge joins all names of both under the name of the second', () => {
  expect(edited([['a', 'b'], ['c', 'd'], ['e']], merge('a', 'd'))).toEqual([
    { ...aGroup('a', 'b', 'c', 'd'), leading: ['c', 'd'] },
    aGroup('e'),
  ])
})

test('only the name that was split off leaves, whatever it was joined by', () => {
  const alone = { ...aGroup('b'), split: true }
  expect(edited([['a', 'b', 'c']], split('b'))).toEqual([aGroup('a', 'c'), alone])
  expect(
    edited(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      merge('a', 'c'),
      split('b', 'c'),
    ),
  ).toEqual([{ ...aGroup('a', 'c', 'd'), leading: ['c', 'd'], split: true }, alone])
})

test('of merging and splitting the last one counts', () => {
  const groups = [['a', 'b'], ['c']]
  const both = [{ ...aGroup('a', 'b'), leading: ['b'] }, aGroup('c')]
  expect(edited(groups, split('a'), merge('a', 'b'))).toEqual(both)
  const apart = [{ ...aGroup('a'), split: true }, { ...aGroup('b'), split: true }, aGroup('c')]
  expect(edited(groups, merge('a', 'c'), split('a'))).toEqual([
    { ...aGroup('a'), split: true },
    { ...aGroup('b', 'c'), leading: ['c'] },
  ])
  expect(edited(groups, split('a'), merge('a', 'b'), split('a', 'b'))).toEqual(apart)
})

describe('a given name', () => {
  test('is one more name by which later edits find it', () => {
    const named = { ...aGroup('a', 'other name'), name: 'Other Name' }
    expect(edited([['a']], rename('a', 'Other Name'))).toEqual([named])
    expect(edited([['a']], rename('a', 'Other Name'), hide('other name'))).toEqual([
      { ...named, hidden: true },
    ])
    expect(edited([['a'], ['b']], rename('a', 'Other Name'), merge('b', 'other name'))).toEqual([
      { ...aGroup('a', 'b', 'other name'), leading: ['a', 'other name'], name: 'Other Name' },
    ])
  })

  test('counts until the next one', () => {
    const renames = [rename('a', 'Secnod'), rename('secnod', 'Third')]
    expect(edited([['a']], ...renames)).toEqual([{ ...aGroup('a', 'third'), name: 'Third' }])
    expect(edited([['a']], ...renames, rename('third', 'THIRD'))).toEqual([
      { ...aGroup('a', 'third'), name: 'THIRD' },
    ])
    // What the library says, or another concept was given, stays.
    expect(edited([['a', 'secnod']], ...renames)).toEqual([
      { ...aGroup('a', 'secnod', 'third'), name: 'Third' },
    ])
    expect(edited([['a'], ['b']], rename('a', 'First'), merge('a', 'b'), rename('b', 'Other'))).toEqual([
      { ...aGroup('a', 'b', 'first', 'other'), leading: ['b', 'other'], name: 'Other' },
    ])
  })

  test('draws what documents later call so to it', () => {
    expect(edited([['a'], ['b', 'new']], rename('a', 'New'))).toEqual([
      { ...aGroup('a', 'b', 'new'), leading: ['a'], name: 'New' },
    ])
  })

  test('goes with the name when that is split off or merged into another one', () => {
    const [a, b] = edited([['a', 'b']], rename('a', 'B'), split('b'))
    expect([a, b]).toEqual([aGroup('a'), { ...aGroup('b'), split: true }])
    const [merged] = edited([['a'], ['c']], rename('a', 'B'), merge('b', 'c'))
    expect(merged).toEqual({ ...aGroup('a', 'b', 'c'), leading: ['c'] })
  })
})

test('what is said of names that nobody uses is kept for when somebody does', () => {
  const edits = [merge('a', 'gone'), hide('gone'), rename('gone', 'Away'), split('lost')]
  expect(edited([['b']], ...edits)).toEqual([aGroup('b')])
  expect(edited([['a'], ['b']], ...edits)).toEqual([
    { keys: ['a', 'away'], leading: ['a', 'away'], name: 'Away', hidden: true, split: false },
    aGroup('b'),
  ])
  expect(edited([['a'], ['gone']], ...edits)).toEqual([
    { keys: ['a', 'away', 'gone'], leading: ['away', 'gone'], name: 'Away', hidden: true, split: false },
  ])
})

test('is what moving names between plain sets gives, for any edits', () => {
  const keys = [...'abcdef', 'constructor', '__proto__']
  const key = fc.constantFrom(...keys)
  const anEdit = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), key, into: key }),
    fc.record({ kind: fc.constant('split' as const), key, from: key }),
    fc.record({ kind: fc.constant('hide' as const), key, hidden: fc.boolean() }),
  )
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), fc.array(anEdit), (places, edits) => {
      const found = [0, 1, 2, 3].map((place) => keys.filter((_, at) => places[at] === place))
      const groups = found.filter((group) => group.length > 0)
      let sets = groups.map((group) => new Set(group))
      const setOf = (of: string) => sets.find((set) => set.has(of)) ?? new Set<string>()
      for (const edit of edits)
        if (edit.kind === 'merge') {
          const [from, into] = [setOf(edit.key), setOf(edit.into)]
          if (from === into) continue
          for (const each of from) into.add(each)
          sets = sets.filter((set) => set !== from)
        } else if (edit.kind === 'split') {
          setOf(edit.key).delete(edit.key)
          sets.push(new Set([edit.key]))
        }
      const expected = sets.filter(({ size }) => size > 0).map((set) => [...set].sort().join())
      expect(edited(groups, ...edits).map((group) => group.keys.join())).toEqual(expected.sort())
    }),
    { numRuns: 500 },
  )
})
