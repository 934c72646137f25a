import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LabelSet } from '../../../src/index/embedded/label-set.js'

test('it holds what a Set of numbers holds, in ascending order', () => {
  const label = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), label)), (steps) => {
      const labels = new LabelSet()
      const model = new Set<number>()
      for (const [adds, value] of steps) {
        if (adds) labels.add(value)
        else labels.delete(value)
        if (adds) model.add(value)
        else model.delete(value)
      }
      expect([...labels]).toEqual([...model].sort((a, b) => a - b))
      expect(labels.size).toBe(model.size)
      for (const [, value] of steps) expect(labels.has(value)).toBe(model.has(value))
    }),
  )
})

test('the last bit of a word and the first of the next are apart', () => {
  const labels = new LabelSet()
  for (const label of [31, 32, 2047, 2048, 63]) labels.add(label)
  expect([...labels]).toEqual([31, 32, 63, 2047, 2048])
})

test('asking for what is no label is no error', () => {
  const labels = new LabelSet()
  labels.add(0)
  expect([-1, 1, 1e9].map((label) => labels.has(label))).toEqual([false, false, false])
})
