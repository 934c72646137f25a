import { describe, expect, test } from 'vitest'
import { formatOffset, readOffset, shiftChapters, shiftCues } from '../../web/src/shift-times.js'

const aCue = (startMs: number | null, endMs: number | null) => ({
  startMs,
  endMs,
  speaker: null,
  text: 'Said.',
  interpolated: false,
  ad: false,
  adReason: null,
})
const times = (cues: readonly { startMs: number | null; endMs: number | null }[]) =>
  cues.map(({ startMs, endMs }) => [startMs, endMs])

describe('moving times on the page', () => {
  test('later times are later by as much', () => {
    expect(times(shiftCues([aCue(0, 1000), aCue(1000, 2000)], 500))).toEqual([
      [500, 1500],
      [1500, 2500],
    ])
  })

  test('what would begin before the beginning begins there, and what would end there is left out', () => {
    const cues = [aCue(0, 1000), aCue(500, 1500), aCue(2000, 3000)]
    expect(times(shiftCues(cues, -1000))).toEqual([
      [0, 500],
      [1000, 2000],
    ])
  })

  test('what has no times stays', () => {
    expect(times(shiftCues([aCue(null, null)], -5000))).toEqual([[null, null]])
  })

  test('chapters move too, and none is lost', () => {
    const chapters = [
      { startMs: 0, endMs: 1000, title: 'A', url: null },
      { startMs: 1000, endMs: null, title: 'B', url: null },
    ]
    expect(times(shiftChapters(chapters, -600))).toEqual([
      [0, 400],
      [400, null],
    ])
  })
})

describe('an offset in seconds', () => {
  test.each([
    [0, '0'],
    [1500, '+1.5'],
    [-500, '−0.5'],
    [12, '+0.012'],
    [-86_400_000, '−86400'],
  ])('%s ms is shown as %s, and read back', (ms, shown) => {
    expect(formatOffset(ms)).toBe(shown)
    expect(readOffset(shown)).toBe(ms)
  })

  test.each([
    ['-1,5', -1500],
    [' 2. ', 2000],
    ['', null],
    ['-', null],
    ['1e3', null],
    ['one', null],
    ['1:30', null],
  ])('what was typed as %j is %s', (typed, ms) => {
    expect(readOffset(typed)).toBe(ms)
  })
})
