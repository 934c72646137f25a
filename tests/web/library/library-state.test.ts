import { expect, test } from 'vitest'
import {
  documentsState,
  libraryPath,
  readLibraryState,
  sourcesState,
} from '../../../web/src/library/library-state.js'

test('the sources have the plain address', () => {
  expect(libraryPath(sourcesState)).toBe('/library')
  expect(readLibraryState('')).toEqual(sourcesState)
})

test.each([
  [documentsState, '/library?view=documents'],
  [{ ...documentsState, source: 's1' }, '/library?source=s1'],
  [
    { ...documentsState, source: 's1', kind: 'short', sort: 'title' },
    '/library?source=s1&kind=short&sort=title',
  ],
  [
    { ...documentsState, only: 'without-transcript', q: 'a & b' },
    '/library?view=documents&only=without-transcript&q=a+%26+b',
  ],
] as const)('a list of documents and its address are one and the same: %j', (state, path) => {
  expect(libraryPath(state)).toBe(path)
  expect(readLibraryState(path.slice('/library'.length))).toEqual(state)
})

test('a filter alone shows documents; what is impossible is left out', () => {
  expect(readLibraryState('?kind=post')).toEqual({ ...documentsState, kind: 'post' })
  expect(readLibraryState('?kind=film&only=nothing&sort=size&view=map')).toEqual(sourcesState)
})
