import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TopLabels } from '../../../src/index/embedded/top-labels.js'

test('the best are kept, and all that tie with the last of them', () => {
  const best = new TopLabels(2)
  for (const [label, score] of [5, 1, 3, 3, 2, 3].entries()) best.offer(label, score)
  expect(best.take().map(({ label }) => label)).toEqual([0, 2, 3, 5])
})

test('whatever is offered, they are those of sorting everything', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 20 }),
      (scores, count) => {
        const best = new TopLabels(count)
        for (const [label, score] of scores.entries()) best.offer(label, score)
        const sorted = [...scores].sort((a, b) => b - a)
        const last = sorted[count - 1] ?? -Infinity
        expect(best.take().map(({ score }) => score)).toEqual(sorted.filter((score) => score >= last))
      },
    ),
  )
})
