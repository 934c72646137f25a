import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '../../src/concepts/cut-text.js'

test.each([
  ['as it is when it is short enough', 'One. Two.', 9, 'One. Two.'],
  ['behind its last sentence', 'One is. Is two? Three is', 20, 'One is. Is two?'],
  ['between words where no sentence ends', 'one two three', 9, 'one two'],
  ['anywhere in one word', 'antidisestablishment', 4, 'anti'],
  ['but in no half of a character', '😀😀', 3, '😀'],
])('a text is cut %s', (_, text, maxLength, cut) => {
  expect(cutText(text, maxLength)).toBe(cut)
})

test('what is left is a beginning of the text, not too long and not empty', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '. ', '?', '😀') }),
      fc.integer({ min: 2, max: 20 }),
      (text, maxLength) => {
        const cut = cutText(text, maxLength)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.length).toBeLessThanOrEqual(maxLength)
        // Half a pair of surrogates has no encoding of its own.
        expect(cut).toBe(new TextDecoder().decode(new TextEncoder().encode(cut)))
        expect(cut === '').toBe(text === '')
      },
    ),
  )
})
