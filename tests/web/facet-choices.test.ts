import { expect, test } from 'vitest'
import { choicesOf, facetKey, freeState, isSet } from '../../web/src/facet-choices.js'
import { emptySearch } from '../../web/src/url-state.js'

const value = (name: string, count: number | null) => ({ value: name, label: name, count })
const facet = (name: string, count: number) => ({ value: name, label: name, count })
const free = {
  kind: [facet('episode', 5), facet('post', 2)],
  source: [facet('s', 7)],
  speaker: [],
  year: [facet('2023', 4), facet('2025', 2), facet('2024', 1)],
}
const state = { ...emptySearch, q: 'vae' }

test('a filter offers what was counted without it', () => {
  expect(choicesOf('kind', { ...state, kind: 'post' }, free)).toEqual(free.kind)
})

test('years are offered newest first', () => {
  expect(choicesOf('year', state, free)).toEqual([value('2025', 2), value('2024', 1), value('2023', 4)])
})

test('the chosen value is offered even when nothing has it, with a count only when that is known', () => {
  expect(choicesOf('speaker', { ...state, speaker: 'Ann' }, free)).toEqual([value('Ann', 0)])
  expect(choicesOf('speaker', { ...state, speaker: 'Ann' }, null)).toEqual([value('Ann', null)])
})

test('a range of days is a choice of date, and free of it the state has none', () => {
  const ranged = { ...state, from: '2024-01-01', sort: 'date' as const }
  expect(isSet('year', ranged)).toBe(true)
  expect(isSet('year', state)).toBe(false)
  expect(freeState('year', ranged)).toEqual(state)
})

test('facets do not depend on the order of the hits', () => {
  expect(facetKey({ ...state, sort: 'date' })).toBe(facetKey(state))
  expect(facetKey({ ...state, exact: true })).not.toBe(facetKey(state))
})
