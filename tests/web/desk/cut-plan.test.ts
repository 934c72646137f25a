import { expect, test } from 'vitest'
import { describeSkipped, placeInCut, planCut, sequencePosition } from '../../../web/src/desk/cut-plan.js'
import { aClip } from './collection-builders.js'

const { document } = aClip()
const plan = planCut([
  aClip({ id: 'a', startMs: 10_000, endMs: 14_000 }),
  aClip({ id: 'written', startMs: null, endMs: null, passageId: 'p' }),
  aClip({ id: 'silent', document: { ...document, mediaUrl: null } }),
  aClip({ id: 'b', startMs: 1000, endMs: 3500 }),
])

test('clips that can be heard follow each other; the others are left out, and it is said', () => {
  expect(plan.parts.map(({ clipId, startMs, endMs, fromMs }) => [clipId, startMs, endMs, fromMs])).toEqual([
    ['a', 10_000, 14_000, 0],
    ['b', 1000, 3500, 4000],
  ])
  expect(plan.totalMs).toBe(6500)
  expect(describeSkipped(plan)).toBe('2 clips are left out: 1 is written, 1 has no sound.')
  expect(describeSkipped(planCut([aClip()]))).toBe('')
})

test('a moment of the sequence is a place in a part, and back', () => {
  expect(placeInCut(plan, 0)).toEqual({ index: 0, offsetMs: 0 })
  expect(placeInCut(plan, 3999)).toEqual({ index: 0, offsetMs: 3999 })
  expect(placeInCut(plan, 4000)).toEqual({ index: 1, offsetMs: 0 })
  expect(placeInCut(plan, 5000)).toEqual({ index: 1, offsetMs: 1000 })
  // At the very end there is still something to hear.
  expect(placeInCut(plan, 6500)).toEqual({ index: 1, offsetMs: 2499 })
  expect(placeInCut(plan, -20)).toEqual({ index: 0, offsetMs: 0 })
  expect(placeInCut(planCut([]), 0)).toBeNull()
  const [, second] = plan.parts
  if (!second) throw new Error('it has two parts')
  expect([900, 1000, 2000, 9000].map((ms) => sequencePosition(second, ms))).toEqual([4000, 4000, 5000, 6500])
})
