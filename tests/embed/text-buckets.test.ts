import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutBuckets } from '../../src/embed/text-buckets.js'

test('no texts give no buckets', () => {
  expect(cutBuckets([])).toEqual([])
})

test('the longest texts come first, a text beyond the limit alone, and equal ones in their order', () => {
  const texts = ['a'.repeat(280), 'b'.repeat(5_000), 'c'.repeat(280), '', 'd'.repeat(290)]
  // 600 characters a bucket, 20 added for each text: 310 + 300 is too much, 300 + 300 is not.
  expect(cutBuckets(texts)).toEqual([[1], [4], [0, 2], [3]])
})

test('every text is in exactly one bucket, and none is longer than one before it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 900 }), { maxLength: 60 }), (texts) => {
      const buckets = cutBuckets(texts)
      const order = buckets.flat()
      expect([...order].sort((a, b) => a - b)).toEqual([...texts.keys()])
      const lengths = order.map((position) => texts[position]?.length ?? NaN)
      expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
      for (const bucket of buckets.filter(({ length }) => length > 1))
        expect(bucket.reduce((sum, position) => sum + (texts[position]?.length ?? 0), 0)).toBeLessThanOrEqual(
          600,
        )
    }),
  )
})
