import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseProbes, findNearest } from '../../src/search/choose-probes.js'

/** A direction in the plane, in degrees. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))

test('each stretch is stood for by its most central passage, the whole by the mean', () => {
  const { whole, stretches } = chooseProbes([0, 10, 50, 100, 180, 110].map(at), 2)
  // Means at about 20 and 130 degrees.
  expect(stretches).toEqual([1, 5])
  expect(Math.hypot(...whole)).toBeCloseTo(1, 6)
})

test('a document of fewer passages than stretches is looked for by each of them', () => {
  expect(chooseProbes([0, 90, 180].map(at), 8).stretches).toEqual([0, 1, 2])
  expect(chooseProbes([at(30)], 8)).toEqual({ whole: at(30), stretches: [0] })
})

test('passages that cancel each other out have a mean without direction, and it is no NaN', () => {
  const { whole } = chooseProbes([Float32Array.of(1, 0), Float32Array.of(-1, 0)], 8)
  expect([...whole]).toEqual([0, 0])
})

test('probes are in order, one in each of stretches that differ by at most one passage', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 359 }), { minLength: 1, maxLength: 60 }), (degrees) => {
      const { stretches } = chooseProbes(degrees.map(at), 8)
      expect(stretches).toHaveLength(Math.min(8, degrees.length))
      expect([...new Set(stretches)].sort((a, b) => a - b)).toEqual(stretches)
    }),
  )
})

test('the nearest is the first of equals, and there is none among none', () => {
  expect(findNearest(at(0), [at(90), at(10), at(10)])).toBe(1)
  expect(findNearest(at(0), [])).toBe(-1)
})
