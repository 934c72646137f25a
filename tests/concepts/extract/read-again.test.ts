import { expect, test } from 'vitest'
import { tagWords } from '../../../src/concepts/extract/tag-words.js'

test('a text is read the same before and after others: endings are words of their own, whatever follows them', () => {
  const text = "Zorkblat's node saw Quux’s wallet."
  const before = tagWords(text)
  expect(before.map((word) => word.text)).toEqual([
    ...['Zorkblat', "'s", 'node', 'saw', 'Quux', '’s', 'wallet', '.'],
  ])
  const ending = tagWords("It is Zorkblat's. Or Quux’s, they say: it's the node's.")
  expect(ending.map((word) => word.text)).toEqual([
    ...['It', 'is', 'Zorkblat', "'s", '.', 'Or', 'Quux', '’s', ',', 'they', 'say', ':'],
    ...['it', "'s", 'the', 'node', "'s", '.'],
  ])
  expect(ending.find((word) => word.text === 'Quux')).toMatchObject({ from: 21, to: 25, tag: 'name' })
  expect(tagWords(text)).toEqual(before)
})
