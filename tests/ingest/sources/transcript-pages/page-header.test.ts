import { expect, test } from 'vitest'
import {
  isNavigation,
  readRating,
  readSpan,
} from '../../../../ingest/sources/transcript-pages/page-header-lines.js'
import { readPageHeader } from '../../../../ingest/sources/transcript-pages/page-header.js'

test.each([
  ['4.9848 Ratings', { value: 4.9, count: 848 }],
  ['4.81,204 Ratings', { value: 4.8, count: 1204 }],
  ['4.91.2K Ratings', { value: 4.9, count: 1200 }],
  // One decimal, unless the count would begin with a zero.
  ['4.9048 Ratings', { value: 4.9, count: 48 }],
  ['4.9 Ratings', { value: 4.9, count: null }],
  ['4.9 848 Ratings', { value: 4.9, count: 848 }],
  ['4.9 • 1.2K Ratings', { value: 4.9, count: 1200 }],
  ['4.9 out of 5 (848 reviews)', { value: 4.9, count: 848 }],
  ['4.9/5', { value: 4.9, count: null }],
  ['848 Ratings', null],
  ['5848 Ratings', null],
  ['Version 4.9', null],
])('the rating in %j is %j', (text, rating) => {
  expect(readRating(text)).toEqual(rating)
})

test.each([
  ['66 minutes', 3_960_000],
  ['1 hr 6 min', 3_960_000],
  ['1h 6m 10s', 3_970_000],
  ['1:06:00', 3_960_000],
  ['45 sec', 45_000],
  ['minutes', null],
  ['66 people', null],
])('the duration in %j is %j ms', (text, durationMs) => {
  expect(readSpan(text)).toBe(durationMs)
})

test.each([
  'Log in',
  'meta_pixel',
  'Tapesearch Logo',
  '🧾️ Download transcript',
  'Click on a timestamp to play from that location',
])('%j only serves the page', (text) => {
  expect(isNavigation(text)).toBe(true)
})

test.each(['Home Physics', 'Search engines', 'Playing with fire'])('%j may be a title', (text) => {
  expect(isNavigation(text)).toBe(false)
})

test('a header of one line is the title', () => {
  expect(readPageHeader([{ text: 'The sound of snow', level: 0 }])).toMatchObject({
    title: 'The sound of snow',
    show: '',
    publisher: '',
    description: '',
    sections: [],
  })
})
