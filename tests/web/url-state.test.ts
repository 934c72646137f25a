import { readAddressTime } from '../../src/domain/address-time.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  documentPath,
  emptySearch,
  isBlank,
  readAnchor,
  readSearchState,
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
      from: null,
      to: null,
      sort: 'date',
      exact: true,
    }
    const path = searchPath(state)
    expect(path).toBe(
      '/?q=C%2B%2B+%26+%22vae%22%3F&kind=post&source=a1&speaker=Ann+Lee&year=2025&sort=date&exact=1',
    )
    expect(readSearchState(path.slice(1))).toEqual(state)
  })

  test('the empty search is the start page', () => {
    expect(searchPath(emptySearch)).toBe('/')
    expect(readSearchState('')).toEqual(emptySearch)
  })

  test('what cannot be is left out', () => {
    expect(
      readSearchState('?q=x&kind=movie&year=20255&source=&from=2024-02-30&to=soon&sort=best&exact=yes'),
    ).toEqual({
      ...emptySearch,
      q: 'x',
    })
  })

  test('a year excludes a range of days', () => {
    expect(readSearchState('?year=2025&from=2024-01-01&to=2024-05-31')).toEqual({
      ...emptySearch,
      year: '2025',
    })
  })

  test('any state reads back from its address', () => {
    const text = fc.string({ unit: 'grapheme' })
    const filled = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }))
    const states: fc.Arbitrary<SearchState> = fc.record({
      q: text,
      kind: fc.constantFrom('episode', 'short', 'post', null),
      source: filled,
      speaker: filled,
      year: fc.constant(null),
      from: fc.constantFrom('1999-12-31', '2024-02-29', null),
      to: fc.constantFrom('2026-01-01', null),
      sort: fc.constantFrom('relevance', 'date'),
      exact: fc.boolean(),
    })
    fc.assert(
      fc.property(states, (state) => {
        expect(readSearchState(searchPath(state).slice(1))).toEqual(state)
      }),
    )
  })

  const page = { k: 20, cursor: null }
  const asked = (state: Partial<SearchState>) => searchParams({ ...emptySearch, ...state }, page).toString()

  test('a year becomes the dates that begin and end it', () => {
    const params = searchParams({ ...emptySearch, q: ' x ', year: '2025' }, { k: 20, cursor: 'next' })
    expect(params.toString()).toBe('q=x&after=2025&before=2026&k=20&cursor=next')
  })

  test('a range of days includes its last one', () => {
    expect(asked({ q: 'x', from: '2024-02-01', to: '2024-02-29' })).toBe(
      'q=x&after=2024-02-01&before=2024-03-01&k=20',
    )
    expect(asked({ q: 'x', to: '2024-12-31' })).toBe('q=x&before=2025-01-01&k=20')
  })

  test('exact words are asked in quotes, the newest first by sort', () => {
    expect(asked({ q: 'proof of work', exact: true, sort: 'date' })).toBe(
      'q=%22proof+of+work%22&sort=date&k=20',
    )
  })

  test.each([
    [{ kind: 'post' }, 'q=kind%3Apost&kind=post&k=20'],
    [{ speaker: 'Ann Lee' }, 'q=speaker%3A%22Ann+Lee%22&speaker=Ann+Lee&k=20'],
    [{ source: 'a1' }, 'q=source%3A%22a1%22&source=a1&k=20'],
    [{ year: '2025' }, 'q=after%3A2025&after=2025&before=2026&k=20'],
    [{ to: '2025-05-31' }, 'q=before%3A2025-06-01&before=2025-06-01&k=20'],
  ] as const)('filters without words ask for all that they leave: %o', (filters, params) => {
    expect(isBlank({ ...emptySearch, ...filters })).toBe(false)
    expect(asked(filters)).toBe(params)
  })

  test('order and exactness alone ask nothing', () => {
    expect(isBlank({ ...emptySearch, q: ' ', sort: 'date', exact: true })).toBe(true)
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
    expect(readAddressTime(t)).toBe(expected)
  })

  test('any millisecond reads back from the address', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), (startMs) => {
        const path = documentPath({ id: 'd', startMs, anchor: null, q: '' })
        expect(readAddressTime(path.replace('/d/d?t=', ''))).toBe(startMs)
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
