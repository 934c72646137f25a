import { expect, test } from 'vitest'
import { deskPath, readDeskState, type DeskState } from '../../../web/src/desk/desk-state.js'
import { emptySearch } from '../../../web/src/url-state.js'

const emptyDesk: DeskState = { collection: null, clip: null, tool: 'search', search: emptySearch }

test('what the desk shows is in its address, both ways', () => {
  const state = {
    collection: 'c 1',
    clip: 'a&b',
    tool: 'draft',
    search: { ...emptySearch, q: 'what is a mean?', kind: 'episode', exact: true },
  } as const
  const path = deskPath(state)
  expect(path).toBe('/desk?c=c+1&clip=a%26b&tool=draft&q=what+is+a+mean%3F&kind=episode&exact=1')
  expect(readDeskState(new URL(path, 'http://x').search)).toEqual(state)
  expect(deskPath(emptyDesk)).toBe('/desk')
  expect(readDeskState('')).toEqual(emptyDesk)
})

test('what is impossible is left out', () => {
  expect(readDeskState('?clip=a&tool=hammer&kind=film')).toEqual(emptyDesk)
})
