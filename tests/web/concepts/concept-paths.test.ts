import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  conceptListPath,
  conceptMapPath,
  conceptPath,
  readConceptListState,
  readConceptMapState,
  readDocumentListing,
} from '../../../web/src/concepts/concept-paths.js'

test('an address says what is shown, and nothing more', () => {
  expect(conceptPath('c++/cli')).toBe('/concepts/c%2B%2B%2Fcli')
  expect(conceptListPath({ q: '  ', hidden: false })).toBe('/concepts')
  expect(conceptListPath({ q: ' hash function ', hidden: true })).toBe('/concepts?q=hash+function&hidden=1')
  expect(conceptMapPath({ around: null, focus: null })).toBe('/concepts/map')
  expect(conceptMapPath({ around: 'taproot', focus: 'musig' })).toBe(
    '/concepts/map?around=taproot&focus=musig',
  )
})

test('a state is read back from its address', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (q, hidden) => {
      const { search } = new URL(conceptListPath({ q, hidden }), 'http://localhost')
      expect(readConceptListState(search)).toEqual({ q: q.trim(), hidden })
    }),
  )
})

test('how documents are listed is read back from its address', () => {
  for (const order of ['best', 'date'] as const)
    for (const kind of [null, 'post', 'episode'] as const) {
      const { searchParams } = new URL(conceptPath('levain', { order, kind }), 'http://localhost')
      expect(readDocumentListing(Object.fromEntries(searchParams))).toEqual({ order, kind })
    }
  expect(conceptPath('levain', { order: 'best', kind: null })).toBe('/concepts/levain')
  expect(readDocumentListing({ order: 'worst', kind: 'song' })).toEqual({ order: 'best', kind: null })
})

test('what an address does not say is nothing', () => {
  expect(readConceptMapState('?around=&focus')).toEqual({ around: null, focus: null })
  expect(readConceptListState('?hidden=yes')).toEqual({ q: '', hidden: false })
})
