import { expect, test } from 'vitest'
import { choicesOf, rememberFacets } from '../../web/src/facet-choices.js'
import { emptySearch } from '../../web/src/url-state.js'

const value = (name: string, count: number) => ({ value: name, label: name, count })
const free = { kind: [value('episode', 5), value('post', 2)], source: [value('s', 7)], speaker: [], year: [] }
const onlyPosts = { kind: [value('post', 2)], source: [value('s', 2)], speaker: [], year: [] }
const state = { ...emptySearch, q: 'vae' }

test('a filter that is set still offers what the free answer to the same query counted', () => {
  const memory = rememberFacets({ q: '', facets: {} }, state, free)
  const filtered = { ...state, kind: 'post' as const }
  const after = rememberFacets(memory, filtered, onlyPosts)
  expect(choicesOf('kind', filtered, after, onlyPosts)).toEqual(free.kind)
  expect(choicesOf('source', filtered, after, onlyPosts)).toEqual(onlyPosts.source)
})

test('another query forgets what was counted for the one before', () => {
  const memory = rememberFacets({ q: '', facets: {} }, state, free)
  const other = { ...state, q: 'hnsw', kind: 'post' as const }
  expect(choicesOf('kind', other, rememberFacets(memory, other, onlyPosts), onlyPosts)).toEqual(
    onlyPosts.kind,
  )
})

test('the chosen value is offered even when nothing has it', () => {
  const filtered = { ...state, speaker: 'Ann' }
  expect(choicesOf('speaker', filtered, { q: '', facets: {} }, free)).toEqual([value('Ann', 0)])
})
