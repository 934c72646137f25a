import { expect, test } from 'vitest'
import { groupPairs } from '../../../src/editor/repeats/group-pairs.js'
import { aText } from './a-text.js'

/** Six documents of ten sentences each: document n has the sentences 10n to 10n + 9. */
const text = aText(
  Array.from({ length: 6 }, (_, id) => ({
    id: `d${id}`,
    passages: [Array.from({ length: 10 }, (_, at) => `Sentence ${id} ${at} of three words.`)],
  })),
)
/** Sentences 2 to 4 of a document. */
const place = (document: number) => ({ from: 10 * document + 2, to: 10 * document + 5 })
const pair = (a: number, b: number, likeness = 0.8) => ({ a: place(a), b: place(b), likeness })

test('places that are all like one of them are a group, the most alike first', () => {
  expect(groupPairs([pair(0, 1, 0.7), pair(1, 2, 0.9), pair(0, 2, 0.6)], text)).toEqual([
    {
      centre: place(1),
      others: [
        { span: place(2), likeness: 0.9 },
        { span: place(0), likeness: 0.7 },
      ],
    },
  ])
})

test('a chain does not glue its ends together: each place is like the one that its group is built around', () => {
  const groups = groupPairs([pair(0, 1), pair(1, 2), pair(2, 3), pair(3, 4)], text)
  expect(groups).toEqual([
    {
      centre: place(1),
      others: [
        { span: place(0), likeness: 0.8 },
        { span: place(2), likeness: 0.8 },
      ],
    },
    { centre: place(3), others: [{ span: place(4), likeness: 0.8 }] },
  ])
})

test('a place whose likes are all in another group brings one of them along', () => {
  const groups = groupPairs([pair(0, 1, 0.9), pair(0, 2, 0.9), pair(0, 3, 0.9), pair(3, 4, 0.6)], text)
  expect(groups.map(({ centre, others }) => [centre, others.map(({ span }) => span)])).toEqual([
    [place(0), [place(1), place(2), place(3)]],
    [place(4), [place(3)]],
  ])
})

test('ends of pairs that share most of their sentences are one place', () => {
  const wider = { from: 2, to: 6 }
  const [group] = groupPairs([pair(0, 1, 0.9), { a: wider, b: place(2), likeness: 0.7 }], text)
  expect(group?.centre).toEqual(place(0))
  expect(group?.others.map(({ span }) => span)).toEqual([place(1), place(2)])
})
