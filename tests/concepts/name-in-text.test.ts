import { expect, test } from 'vitest'
import { findSentencesNamingBoth } from '../../src/concepts/name-in-text.js'
import { spoken } from './spoken.js'

const filler = 'Nothing here.'

test.each<[string, string[], [number, number]]>([
  ['the sentence that names both', ['A fee.', 'A channel.', 'Channels have fees.'], [2, 2]],
  ['the nearest two that name one each', ['A fee.', filler, 'The channel.', 'Its fee.'], [2, 3]],
  [
    'where they are too far apart, the first that names the second',
    ['Fees.', filler, filler, 'Channels.'],
    [3, 3],
  ],
  ['where the second is not named, the one that names the first', [filler, 'A fee.'], [1, 1]],
  ['a part of a word names nothing', ['Coffee.', 'Rechannelled.'], [0, 0]],
])('%s', (_, texts, [from, to]) => {
  const { text = '', sentences = [] } = spoken(0, ...texts)
  expect(findSentencesNamingBoth({ text, sentences }, ['fee'], ['channel'])).toEqual({ from, to })
})
