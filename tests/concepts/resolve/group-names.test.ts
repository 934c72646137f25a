import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupNames, type NamePair } from '../../../src/concepts/resolve/group-names.js'

const pair = (a: string, b: string): NamePair => ({ a, b })

test('names that are one with the same name are one, called by the first of the alphabet', () => {
  const { groupOf } = groupNames([pair('c', 'b'), pair('b', 'a')], [])
  expect(['a', 'b', 'c', 'd'].map(groupOf)).toEqual(['a', 'a', 'a', 'd'])
})

test('what must stay apart is not joined by way of a third name either: the pair that comes first counts', () => {
  const apart = [pair('a', 'c')]
  const first = groupNames([pair('a', 'b'), pair('b', 'c')], apart)
  expect(['a', 'b', 'c'].map(first.groupOf)).toEqual(['a', 'a', 'c'])
  const second = groupNames([pair('b', 'c'), pair('a', 'b')], apart)
  expect(['a', 'b', 'c'].map(second.groupOf)).toEqual(['a', 'b', 'b'])
})

test('a name may be told to stay apart from itself: that means nothing', () => {
  expect(groupNames([pair('a', 'b')], [pair('a', 'a')]).groupOf('b')).toBe('a')
})

/** The same with plain sets: whoever is in them is compared with everybody. */
function groupPlainly(pairs: readonly NamePair[], apart: readonly NamePair[], keys: readonly string[]) {
  let groups = keys.map((key) => [key])
  for (const { a, b } of pairs) {
    const one = groups.find((group) => group.includes(a)) ?? []
    const other = groups.find((group) => group.includes(b)) ?? []
    const mayNot = apart.some(
      (bar) =>
        (one.includes(bar.a) && other.includes(bar.b)) || (one.includes(bar.b) && other.includes(bar.a)),
    )
    if (one === other || mayNot) continue
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]]
  }
  return new Map(groups.flatMap((group) => group.map((key) => [key, [...group].sort()[0]])))
}

test('is what comparing everybody with everybody gives, for any pairs in any order', () => {
  const keys = [...'abcdefgh', 'constructor', '__proto__']
  const pairs = (maxLength: number) =>
    fc.array(fc.record({ a: fc.constantFrom(...keys), b: fc.constantFrom(...keys) }), { maxLength })
  fc.assert(
    fc.property(pairs(14), pairs(8), (joined, apart) => {
      const { groupOf } = groupNames(joined, apart)
      // Keys that stand on both sides of an `apart` pair are one name and stay one.
      const bars = apart.filter(({ a, b }) => a !== b)
      expect(new Map(keys.map((key) => [key, groupOf(key)]))).toEqual(groupPlainly(joined, bars, keys))
    }),
    { numRuns: 500 },
  )
})
