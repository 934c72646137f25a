import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hasTranscripts, measureAds, readMarks } from '../../bench/ad-marks.js'

const marks = readMarks()

describe('the marks', () => {
  test('are at least 60 readings and 60 look-alikes, all with a length', () => {
    expect(marks.filter(({ ad }) => ad).length).toBeGreaterThanOrEqual(60)
    expect(marks.filter(({ ad }) => !ad).length).toBeGreaterThanOrEqual(60)
    expect(marks.filter(({ startMs, endMs }) => startMs >= endMs)).toEqual([])
  })

  test('are divided by a hash of the name of the file', () => {
    const wrong = marks.filter(({ file, split }) => {
      const isOdd = ((createHash('sha256').update(file).digest()[0] ?? 0) & 1) === 1
      return split !== (isOdd ? 'test' : 'tune')
    })
    expect(wrong).toEqual([])
  })
})

describe.skipIf(!hasTranscripts)('with the transcripts of Talk Python at hand (CUEPOINT_SHARED)', () => {
  test.each(['tune', 'test'] as const)(
    'of the marks to %s, 19 of 20 that are tagged are readings, and 4 of 5 readings are found',
    (split) => {
      const { figures } = measureAds(marks.filter((mark) => mark.split === split))
      expect(figures.precision).toBeGreaterThanOrEqual(0.95)
      expect(figures.recall).toBeGreaterThanOrEqual(0.8)
      expect(figures.precisionBySeconds).toBeGreaterThanOrEqual(0.95)
      expect(figures.recallBySeconds).toBeGreaterThanOrEqual(0.8)
    },
  )
})
