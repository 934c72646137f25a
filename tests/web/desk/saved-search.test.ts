import { expect, test } from 'vitest'
import { feedPathOf, isSameSearch, savedOf, stateOfSaved } from '../../../web/src/desk/saved-search.js'
import { emptySearch } from '../../../web/src/url-state.js'

const state = { ...emptySearch, q: 'what is a mean?' }

test('a search of the page is saved with its filters, and without the order of its hits', () => {
  expect(
    savedOf({ ...state, kind: 'post', speaker: 'Anna', from: '2025-01-01', to: '2025-03-31', sort: 'date' }),
  ).toEqual({
    query: 'what is a mean?',
    filters: { kind: 'post', speaker: 'Anna', after: '2025-01-01', before: '2025-04-01' },
  })
  expect(savedOf(state)).toEqual({ query: 'what is a mean?' })
  expect(savedOf({ ...state, exact: true })?.query).toBe('"what is a mean?"')
})

test('filters without words are asked by their operator, and nothing is not saved', () => {
  expect(savedOf({ ...emptySearch, kind: 'short' })).toEqual({
    query: 'kind:short',
    filters: { kind: 'short' },
  })
  expect(savedOf(emptySearch)).toBeNull()
})

test('what was saved leads back to the page that shows it', () => {
  for (const dates of [
    { year: '2025', from: null, to: null },
    { year: null, from: '2025-01-01', to: '2025-03-31' },
    { year: null, from: null, to: '2024-02-29' },
    { year: null, from: null, to: null },
  ]) {
    const asked = { ...state, kind: 'episode', source: 's1', speaker: 'Anna', ...dates } as const
    const saved = savedOf(asked)
    expect(stateOfSaved({ query: saved?.query ?? '', filters: saved?.filters ?? {} })).toEqual(asked)
  }
})

test('dates that only the API takes become days', () => {
  expect(stateOfSaved({ query: 'a', filters: { after: '2025-03', before: '2026' } })).toMatchObject({
    year: null,
    from: '2025-03-01',
    to: '2025-12-31',
  })
})

test('its feed asks the same', () => {
  expect(feedPathOf({ query: 'a & b', mode: 'lexical', filters: { kind: 'post', includeAds: true } })).toBe(
    '/api/v1/search.rss?q=a+%26+b&mode=lexical&kind=post&includeAds=true',
  )
})

test('two are the same when they find the same, whatever the order of their filters', () => {
  const a = { query: 'a', filters: { kind: 'post', speaker: 'Anna' } } as const
  expect(isSameSearch(a, { query: 'a', filters: { speaker: 'Anna', kind: 'post' } })).toBe(true)
  expect(isSameSearch(a, { query: 'a', filters: { kind: 'post' } })).toBe(false)
  expect(isSameSearch({ query: 'a' }, { query: 'a', filters: {} })).toBe(true)
})
