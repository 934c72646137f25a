import { expect, test } from 'vitest'
import { foldRepeats } from '../../src/search/fold-repeats.js'
import { aHit, aPlace } from '../builders/hits.js'

const trailer = 'A new series about owls begins next week, in every place where you listen.'

test('a repeat in another document becomes the last further moment of the better hit', () => {
  const first = { ...aHit('a', 1), more: [aPlace('a', 2)] }
  const texts = new Map([
    ['a-1', trailer],
    ['b-5', 'Owls hunt at night because mice are awake then.'],
    ['c-0', `${trailer} Bye.`],
  ])
  expect(foldRepeats([first, aHit('b', 5), aHit('c', 0)], texts)).toEqual([
    { ...first, more: [aPlace('a', 2), aPlace('c', 0)] },
    aHit('b', 5),
  ])
})

test('hits whose text was not read stay', () => {
  const hits = [aHit('a', 1), aHit('c', 0)]
  expect(foldRepeats(hits, new Map([['a-1', trailer]]))).toEqual(hits)
})
