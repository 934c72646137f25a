import { expect, test } from 'vitest'
import { PassageMap } from '../../../src/index/embedded/passage-map.js'

const aPassage = (label: number, passageId: string, ordinal: number, chapter = 'chapter') => ({
  label,
  passageId,
  documentId: 'd',
  ordinal,
  language: 'en',
  title: 'title',
  chapter,
  text: '',
  abbreviations: '',
})

test('a passage is found by its id and its label, with what stands beside it; passages of a chapter share its titles', () => {
  const map = new PassageMap()
  map.add(aPassage(1, 'a', 0))
  map.add(aPassage(2, 'b', 1))
  map.add(aPassage(3, 'c', 3, 'another'))
  expect([map.labelOf('b'), map.labelOf('z')]).toEqual([2, undefined])
  expect(map.placeOf(2)).toEqual({
    passageId: 'b',
    documentId: 'd',
    ordinal: 1,
    titles: { language: 'en', title: 'title', chapter: 'chapter' },
  })
  expect(map.placeOf(2)?.titles).toBe(map.placeOf(1)?.titles)
  expect(map.placeOf(3)?.titles.chapter).toBe('another')
  expect([map.neighboursOf(1), map.neighboursOf(3)]).toEqual([
    [undefined, 2],
    [undefined, undefined],
  ])
})

test('a passage that came back under another label keeps its place when the old one goes', () => {
  const map = new PassageMap()
  map.add(aPassage(1, 'a', 0))
  map.add(aPassage(2, 'a', 0, 'changed'))
  map.remove(1)
  expect([map.labelOf('a'), map.placeOf(1), map.placeOf(2)?.titles.chapter]).toEqual([
    2,
    undefined,
    'changed',
  ])
  map.remove(2)
  expect(map.labelOf('a')).toBeUndefined()
})
