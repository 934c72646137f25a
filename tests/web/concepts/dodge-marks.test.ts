import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dodgeMarks } from '../../../web/src/concepts/dodge-marks.js'

test('marks that are apart stay in the middle', () => {
  expect(dodgeMarks([0, 0.5, 1].map((x) => ({ x, radiusPx: 12 })))).toEqual([0, 0, 0])
})

test('of one date the larger one stays, the others go up, then down', () => {
  const marks = [4, 12, 4].map((radiusPx) => ({ x: 0.5, radiusPx }))
  expect(dodgeMarks(marks)).toEqual([-16, 0, 16])
})

test('no two marks overlap unless nothing is free, and none is moved far', () => {
  const mark = fc.record({
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    radiusPx: fc.constantFrom(3, 4, 6),
  })
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
      const offsets = dodgeMarks(marks)
      expect(offsets.every((offset) => Math.abs(offset) <= 32)).toBe(true)
      for (const [index, a] of marks.entries()) {
        const yPx = offsets[index] ?? 0
        // A mark that was moved was moved for another one, and lies free of all.
        if (yPx === 0) continue
        for (const [other, b] of marks.entries())
          if (other !== index && offsets[other] !== 0)
            expect(Math.hypot((a.x - b.x) * 640, yPx - (offsets[other] ?? 0))).toBeGreaterThanOrEqual(
              a.radiusPx + b.radiusPx,
            )
      }
    }),
  )
})
