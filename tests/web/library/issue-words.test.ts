import { expect, test } from 'vitest'
import { errorCodes } from '../../../src/errors.js'
import { describeIssues, isAbout, listPlaces, sortIssueCounts } from '../../../web/src/library/issue-words.js'

const title = (code: string, count: number, recordings: number) =>
  describeIssues({ code, count }, recordings).title

test('missing transcripts are counted against the recordings', () => {
  expect([
    title('TRANSCRIPT_MISSING', 3, 210),
    title('TRANSCRIPT_MISSING', 1, 210),
    title('TRANSCRIPT_MISSING', 210, 210),
    title('TRANSCRIPT_MISSING', 1, 1),
    // Of a pull before some of them left.
    title('TRANSCRIPT_MISSING', 4, 2),
  ]).toEqual([
    '3 of 210 recordings have no transcript',
    '1 of 210 recordings has no transcript',
    'All 210 recordings have no transcript',
    'Its one recording has no transcript',
    '4 recordings have no transcript',
  ])
})

test('one and many agree with their verb', () => {
  expect([title('FETCH_FAILED', 1, 9), title('FETCH_FAILED', 1200, 9)]).toEqual([
    '1 file could not be fetched',
    '1,200 files could not be fetched',
  ])
})

test('a code without words of its own still reads well, whatever it is', () => {
  expect(describeIssues({ code: 'SOMETHING_NEW', count: 2 }, 5)).toEqual({
    title: '2 remarks on what was read',
    remedy: '',
    mayPass: true,
  })
  for (const code of errorCodes) expect(title(code, 2, 5)).toMatch(/^(\d|[A-Z])[^_]+$/)
})

test('what trying again can settle comes first, then what is most; what the source says itself is left out', () => {
  const counts = [
    { code: 'TRANSCRIPT_MISSING', count: 200 },
    { code: 'CUE_TIMES_INVALID', count: 300 },
    { code: 'FETCH_FAILED', count: 2 },
    { code: 'FETCH_GONE', count: 1 },
    { code: 'CHAPTERS_INVALID', count: 7 },
  ]
  expect(sortIssueCounts(counts).map(({ code }) => code)).toEqual([
    'CHAPTERS_INVALID',
    'FETCH_FAILED',
    'CUE_TIMES_INVALID',
    'TRANSCRIPT_MISSING',
  ])
})

test('places are listed once; a message that is the same for all is left out', () => {
  const issues = [
    { code: 'TRANSCRIPT_MISSING', where: 'Part 1', message: 'The publisher gives no transcript' },
    { code: 'FETCH_FAILED', where: 'Part 2: a.vtt', message: 'answered 503' },
    { code: 'FETCH_FAILED', where: 'Part 2: a.vtt', message: 'answered 503' },
    { code: 'FETCH_FAILED', where: 'Part 3: b.vtt', message: 'b.vtt gave no answer' },
  ]
  expect(listPlaces(issues, 'TRANSCRIPT_MISSING')).toEqual([{ where: 'Part 1', message: '' }])
  expect(listPlaces(issues, 'FETCH_FAILED')).toEqual([
    { where: 'Part 2: a.vtt', message: 'answered 503' },
    // What the message says anyway.
    { where: 'Part 3', message: 'b.vtt gave no answer' },
  ])
})

test('an issue is about the document whose whole title begins its place', () => {
  expect([
    isAbout('Part 3', { where: 'Part 3' }),
    isAbout('Part 3', { where: 'Part 3: cue 4' }),
    isAbout('Part 3', { where: 'Part 31' }),
  ]).toEqual([true, true, false])
})
