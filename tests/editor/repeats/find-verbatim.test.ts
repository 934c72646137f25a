import { expect, test } from 'vitest'
import { findVerbatim } from '../../../src/editor/repeats/find-verbatim.js'
import { aText, filling } from './a-text.js'

const story = [
  'When the first clock in our town was built nobody could agree on the time it should show.',
  'So the baker and the priest each moved its hands whenever the other had gone to bed at night.',
  'In the end they painted a second pair of hands and everyone was late for something else.',
]
const opening = filling('alpha', 60)
const other = filling('beta', 60)

const spansOf = (...parameters: Parameters<typeof aText>) =>
  findVerbatim(aText(...parameters)).map(({ a, b }) => ({ a, b }))

test('the same words are found whatever sentences and passages they are cut into', () => {
  const [one = '', two = '', three = ''] = story
  const inOneRun = `${one.slice(0, -1)} and ${two.toLowerCase()}`
  const found = spansOf([
    {
      id: 'a',
      passages: [
        [opening, one],
        [two, three, other],
      ],
    },
    { id: 'b', passages: [[filling('gamma', 30)], [inOneRun], [three]] },
  ])
  // The story is sentences 1 to 3 of the first document, and 1 and 2 of the second, which begins at 5.
  expect(found).toEqual([{ a: { from: 1, to: 4 }, b: { from: 6, to: 8 } }])
})

test('a filler, a changed word and a missing one are no other story', () => {
  const retold = story
    .join(' ')
    .replace('first clock', 'um, first clock')
    .replace('whenever', 'when')
    .replace('everyone', '')
  const [pair] = findVerbatim(
    aText([
      { id: 'a', passages: [[opening, ...story]] },
      { id: 'b', passages: [[retold, other]] },
    ]),
  )
  expect(pair?.a).toEqual({ from: 1, to: 4 })
  expect(pair?.b).toEqual({ from: 4, to: 5 })
  expect(pair?.likeness).toBeGreaterThan(0.9)
})

test('a saying in common is no story', () => {
  const saying = 'It is always the last key on the ring that opens the door, as they say.'
  expect(
    spansOf([
      { id: 'a', passages: [[opening, saying, other]] },
      { id: 'b', passages: [[filling('gamma', 60), saying, filling('delta', 60)]] },
    ]),
  ).toEqual([])
})

test('what is read out as an advertisement is not looked at', () => {
  const passages = [[opening], story]
  expect(
    spansOf([
      { id: 'a', passages, ads: [1] },
      { id: 'b', passages: [story, [other]] },
    ]),
  ).toEqual([])
})

test('a document that says something again much later repeats itself; a refrain a little later is none', () => {
  const between = (words: number) => [story, [filling('gamma', words)], story]
  expect(spansOf([{ id: 'a', passages: between(400) }])).toHaveLength(1)
  expect(spansOf([{ id: 'a', passages: between(60) }])).toEqual([])
})
