import { expect, test } from 'vitest'
import { forgetLibrary, Kept } from '../../web/src/hooks/use-loaded.js'

test('a library that changed takes along whatever was kept of it', () => {
  const documents = new Kept<string>()
  const counts = new Kept<number>()
  documents.set('a', 'text')
  counts.set('a', 1)
  forgetLibrary()
  expect([documents.get('a'), counts.get('a')]).toEqual([null, null])
  counts.set('a', 2)
  expect(counts.get('a')).toBe(2)
})
