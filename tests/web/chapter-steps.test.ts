import { expect, test } from 'vitest'
import { chapterAt, stepChapterMs } from '../../web/src/chapter-steps.js'

const chapters = [{ startMs: 5000 }, { startMs: 60_000 }, { startMs: 120_000 }]

test('the chapter that is heard is the last that began', () => {
  expect([0, 4999, 5000, 59_999, 60_000, 999_999].map((ms) => chapterAt(chapters, ms))).toEqual([
    -1, -1, 0, 0, 1, 2,
  ])
})

test('a step on leads to the next chapter, and from the last one nowhere', () => {
  expect([0, 5000, 70_000, 120_000].map((ms) => stepChapterMs(chapters, ms, 1))).toEqual([
    5000,
    60_000,
    120_000,
    null,
  ])
})

test('a step back leads to the beginning of the chapter, and from near its beginning to the one before', () => {
  expect(stepChapterMs(chapters, 63_001, -1)).toBe(60_000)
  expect(stepChapterMs(chapters, 63_000, -1)).toBe(5000)
  expect(stepChapterMs(chapters, 6000, -1)).toBe(0)
  expect(stepChapterMs([], 90_000, -1)).toBe(0)
})
