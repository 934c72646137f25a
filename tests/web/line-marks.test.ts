import { expect, test } from 'vitest'
import { markAt } from '../../web/src/line-marks.js'

const marks = {
  durationMs: 100_000,
  chapters: [
    { startMs: 10_000, title: 'Judgments' },
    { startMs: 50_000, title: 'Recall' },
  ],
  matches: [
    { positionMs: 20_000, label: 'first' },
    { positionMs: 21_000, label: 'second' },
  ],
}

test('a place is called by its chapter, and before the first one by nothing', () => {
  expect([9999, 10_000, 49_999, 90_000].map((ms) => markAt(marks, ms, 500))).toEqual([
    '',
    'Judgments',
    'Judgments',
    'Recall',
  ])
})

test('near a match it is called by the nearest one', () => {
  expect([19_500, 20_400, 20_700, 21_500, 21_501].map((ms) => markAt(marks, ms, 500))).toEqual([
    'first',
    'first',
    'second',
    'second',
    'Judgments',
  ])
})
