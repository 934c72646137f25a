import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  documentPath,
  emptySearch,
  readAnchor,
  readSearchState,
  readTime,
  searchParams,
  searchPath,
  type SearchState,
} from '../../web/src/url-state.js'

describe('the state of a search in its address', () => {
  test('a search with all filters reads back from its address', () => {
    const state: SearchState = {
      q: 'C++ & "vae"?',
      kind: 'post',
      source: 'a1',
      speaker: 'Ann Lee',
      year: '2025',
    }
    const path = searchPath(state)
    expect(path).toBe('/?q=C%2B%2B+%26+%22vae%22%3F&kind=post&source=a1&speaker=Ann+Lee&year=2025')
    expect(readSearchState(path.slice(1))).toEqual(state)
  })

  test('the empty search is the start page', () => {
    expect(searchPath(emptySearch)).toBe('/')
    expect(readSearchState('')).toEqual(emptySearch)
  })

  test('a kind or year that cannot be is left out', () => {
    expect(readSearchState('?q=x&kind=movie&year=20255&source=')).toEqual({ ...emptySearch, q: 'x' })
  })

  test('any state reads back from its address', () => {
    const text = fc.string({ unit: 'grapheme' })
    const filled = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }))
    const states = fc.record({
      q: text,
      kind: fc.constantFrom('episode', 'short', 'post', null),
      source: filled,
      speaker: filled,
      year: fc.constantFrom('1999', '2026', null),
    })
    fc.assert(
      fc.property(states, (state) => {
        expect(readSearchState(searchPath(state).slice(1))).toEqual(state)
      }),
    )
  })

  test('a year becomes the dates that begin and end it', () => {
    const params = searchParams({ ...emptySearch, q: ' x ', year: '2025' }, { k: 20, cursor: 'next' })
    expect(params.toString()).toBe('q=x&after=2025&before=2026&k=20&cursor=next')
  })
})

describe('the address of a document', () => {
  test('carries the moment in seconds and the words that led there', () => {
    expect(documentPath({ id: 'd1', startMs: 754_200, anchor: null, q: ' vae ' })).toBe('/d/d1?t=754.2&q=vae')
  })

  test('carries the section of a post', () => {
    expect(documentPath({ id: 'd1', startMs: null, anchor: 'a b', q: '' })).toBe('/d/d1#a%20b')
    expect(documentPath({ id: 'd/1', startMs: null, anchor: '', q: '' })).toBe('/d/d%2F1')
  })

  test.each([
    ['754', 754_000],
    ['754.2', 754_200],
    ['0', 0],
    ['12:34', 754_000],
    ['1:02:03', 3_723_000],
    ['', null],
    ['-1', null],
    ['1e3', null],
    ['soon', null],
    ['1:2:3:4', null],
    [undefined, null],
  ])('t=%s is %s ms', (t, expected) => {
    expect(readTime(t)).toBe(expected)
  })

  test('any millisecond reads back from the address', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), (startMs) => {
        const path = documentPath({ id: 'd', startMs, anchor: null, q: '' })
        expect(readTime(path.replace('/d/d?t=', ''))).toBe(startMs)
      }),
    )
  })

  test.each([
    ['#a%20b', 'a b'],
    ['#', null],
    ['', null],
    ['#100%', '100%'],
  ])('the fragment %s names %s', (hash, expected) => {
    expect(readAnchor(hash)).toBe(expected)
  })
})
