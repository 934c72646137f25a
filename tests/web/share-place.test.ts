import { describe, expect, test } from 'vitest'
import { formatPlace, placeUrl, quotePlace, roundMoment, type Place } from '../../web/src/share-place.js'
import { readDocumentAddress } from '../../web/src/url-state.js'

const aPlace = (over: Partial<Place> = {}): Place => ({
  id: 'd1',
  title: 'HNSW',
  sourceTitle: 'Five Minutes',
  startMs: 754_000,
  endMs: null,
  anchor: null,
  ...over,
})
const origin = 'https://cue.example'

describe('a place to share', () => {
  test('a moment is a link with its time', () => {
    expect(placeUrl(aPlace(), origin)).toBe('https://cue.example/d/d1?t=754')
  })

  test('a clip is a link with its time and its end', () => {
    expect(placeUrl(aPlace({ endMs: 790_000 }), origin)).toBe('https://cue.example/d/d1?t=754&end=790')
  })

  test('the whole is a link without a time', () => {
    expect(placeUrl(aPlace({ startMs: null, endMs: 790_000 }), origin)).toBe('https://cue.example/d/d1')
  })

  test('a place in a post is a link with its anchor', () => {
    expect(placeUrl(aPlace({ startMs: null, anchor: 'a b' }), origin)).toBe('https://cue.example/d/d1#a%20b')
  })

  test('a link leads back to what it was made of, to the millisecond', () => {
    const place = aPlace({ startMs: 1234, endMs: 65_432 })
    const url = new URL(placeUrl(place, origin))
    expect(readDocumentAddress('d1', Object.fromEntries(url.searchParams), url.hash)).toEqual({
      id: 'd1',
      startMs: 1234,
      endMs: 65_432,
      anchor: null,
      q: '',
      find: '',
    })
  })

  test('where the player is, is rounded to a tenth of a second', () => {
    expect([0, 1249, 1250, 99_999].map(roundMoment)).toEqual([0, 1200, 1300, 100_000])
  })
})

describe('a quotation', () => {
  test('says what it is from and when, and leads there', () => {
    expect(quotePlace(' A map of meaning. ', aPlace({ endMs: 790_000 }), origin)).toBe(
      '“A map of meaning.”\nHNSW, Five Minutes, 12:34–13:10\nhttps://cue.example/d/d1?t=754&end=790',
    )
  })

  test('without times it says only what it is from', () => {
    expect(quotePlace('Text', aPlace({ startMs: null, sourceTitle: '' }), origin)).toBe(
      '“Text”\nHNSW\nhttps://cue.example/d/d1',
    )
  })

  test('a moment is a clock, a clip two', () => {
    expect(formatPlace({ startMs: 3_723_000, endMs: null })).toBe('1:02:03')
    expect(formatPlace({ startMs: 0, endMs: 61_000 })).toBe('0:00–1:01')
    expect(formatPlace({ startMs: null, endMs: null })).toBe('')
  })
})
