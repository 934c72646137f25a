import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countByYear,
  findNearestMark,
  layoutTimeline,
  maxRadiusPx,
  minRadiusPx,
} from '../../../web/src/concepts/timeline-picture.js'
import { describeTimeline, describeUndated } from '../../../web/src/concepts/timeline-words.js'
import { anEntry } from './concept-builders.js'

const timeline = [
  anEntry({ documentId: 'undated', publishedAt: null, passages: 2 }),
  anEntry({ documentId: 'a', publishedAt: '2020-01-01T00:00:00Z', passages: 1 }),
  anEntry({ documentId: 'b', publishedAt: '2022-01-01T00:00:00Z', kind: 'post', passages: 9, strength: 0.9 }),
  anEntry({ documentId: 'c', publishedAt: '2024-01-01T00:00:00Z', passages: 4, strength: 0.2 }),
]

describe('laying out a timeline', () => {
  test('documents stand across by date, in a row by kind, as large as the root of their passages', () => {
    const { rows, marks, heightPx, range, undated } = layoutTimeline(timeline)
    expect(rows).toEqual([
      { kind: 'episode', yPx: 18, heightPx: 36 },
      { kind: 'post', yPx: 54, heightPx: 36 },
    ])
    expect(heightPx).toBe(72)
    expect(marks).toEqual([
      // √4 is half-way from √1 to √9
      { documentId: 'c', kind: 'episode', x: 1, yPx: 18, radiusPx: 8, explains: false },
      { documentId: 'a', kind: 'episode', x: 0, yPx: 18, radiusPx: minRadiusPx, explains: false },
      // 2020 was a leap year: 731 of 1461 days. What explains is drawn last, over the others.
      { documentId: 'b', kind: 'post', x: 731 / 1461, yPx: 54, radiusPx: maxRadiusPx, explains: true },
    ])
    expect(range).toEqual({ from: '2020-01-01T00:00:00.000Z', to: '2024-01-01T00:00:00.000Z' })
    expect(undated).toBe(1)
  })

  test('ticks are years, or months where the dates are close', () => {
    expect(layoutTimeline(timeline).ticks.map(({ label }) => label)).toEqual([
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
    ])
    const close = ['2024-01-20', '2024-03-02', '2024-05-30'].map((publishedAt) => anEntry({ publishedAt }))
    expect(layoutTimeline(close).ticks.map(({ label }) => label)).toEqual([
      'Feb 2024',
      'Mar 2024',
      'Apr 2024',
      'May 2024',
    ])
  })

  test('one date stands in the middle; without any there is no picture', () => {
    expect(layoutTimeline([anEntry()]).marks.map(({ x }) => x)).toEqual([0.5])
    expect(layoutTimeline([anEntry({ publishedAt: null }), anEntry({ publishedAt: 'soon' })])).toEqual({
      rows: [],
      heightPx: 0,
      marks: [],
      ticks: [],
      range: null,
      undated: 2,
    })
  })

  test('documents of one day lie side by side, in a row as high as they need', () => {
    const { rows, marks } = layoutTimeline([
      anEntry({ documentId: 'a' }),
      anEntry({ documentId: 'b' }),
      anEntry({ documentId: 'c' }),
    ])
    expect(marks.map(({ yPx }) => yPx - (rows[0]?.yPx ?? 0))).toEqual([0, -8, 8])
    expect(rows).toEqual([{ kind: 'episode', yPx: 18, heightPx: 36 }])
  })

  test('whatever the dates, all is inside the picture and the ticks are few and ascend', () => {
    const date = fc
      .date({
        min: new Date('0001-01-02T00:00:00Z'),
        max: new Date('2999-01-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((each) => each.toISOString())
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 20 }), (dates) => {
        const { marks, ticks, heightPx } = layoutTimeline(
          dates.map((publishedAt) => anEntry({ publishedAt })),
        )
        expect(marks).toHaveLength(dates.length)
        expect(marks.every(({ yPx, radiusPx }) => yPx >= radiusPx && yPx + radiusPx <= heightPx)).toBe(true)
        expect([...marks, ...ticks].every(({ x }) => x >= 0 && x <= 1)).toBe(true)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks.map(({ x }) => x)).toEqual(ticks.map(({ x }) => x).sort((a, b) => a - b))
      }),
    )
  })
})

describe('pointing at a timeline', () => {
  const { marks } = layoutTimeline(timeline)

  test('the nearest mark is meant, in its row', () => {
    expect(findNearestMark(marks, 400, { xPx: 205, yPx: 50 })?.documentId).toBe('b')
    expect(findNearestMark(marks, 400, { xPx: 390, yPx: 20 })?.documentId).toBe('c')
  })

  test('far from all marks none is meant', () => {
    expect(findNearestMark(marks, 400, { xPx: 100, yPx: 18 })).toBeNull()
  })
})

describe('a timeline in words', () => {
  test('the caption says how many, when, and what size and colour mean', () => {
    expect(describeTimeline(layoutTimeline(timeline), timeline)).toBe(
      '3 documents from 1 Jan 2020 to 1 Jan 2024. Larger marks mention it more often. The filled one explains it.',
    )
    expect(describeTimeline(layoutTimeline([anEntry()]), [anEntry()])).toBe('1 document of 1 Mar 2024.')
  })

  test('what has no date is said', () => {
    expect(describeUndated(layoutTimeline(timeline), 'VAE')).toBe(
      'One more document has no date; it is in the list below.',
    )
    expect(describeUndated(layoutTimeline([anEntry({ publishedAt: null })]), 'VAE')).toBe(
      'Of the documents that mention VAE none has a date, so there is no picture by date.',
    )
  })

  test('the table counts by year, the undated last', () => {
    expect(countByYear(timeline)).toEqual([
      { year: 2020, documents: 1, passages: 1, explaining: 0 },
      { year: 2022, documents: 1, passages: 9, explaining: 1 },
      { year: 2024, documents: 1, passages: 4, explaining: 0 },
      { year: null, documents: 1, passages: 2, explaining: 0 },
    ])
  })
})
