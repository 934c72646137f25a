import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLine } from '../../web/src/fit-line.js'

/** Each character is one wide. */
const measure = (text: string) => text.length

test('a text that fits is shown whole', () => {
  expect(fitLine('one two', 'before', 7, measure)).toBe('one two')
})

test('what leads into the sentence keeps its end, what follows its beginning, both by whole words', () => {
  const text = 'one two three four'
  expect(fitLine(text, 'before', 12, measure)).toBe('… three four')
  expect(fitLine(text, 'before', 11, measure)).toBe('… four')
  expect(fitLine(text, 'after', 9, measure)).toBe('one two …')
  expect(fitLine(text, 'after', 8, measure)).toBe('one …')
})

test('a word that does not fit is left out, not cut', () => {
  expect(fitLine('immeasurable words', 'after', 5, measure)).toBe('')
  expect(fitLine('', 'after', 5, measure)).toBe('')
})

test('the longest line of whole words that fits, for any text and room', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 12 })
  fc.assert(
    fc.property(
      words,
      fc.nat(60),
      fc.constantFrom('before' as const, 'after' as const),
      (list, width, side) => {
        const whole = list.join(' ')
        const lines = list
          .map((_, index) => list.slice(...(side === 'before' ? [index + 1] : [0, index])))
          .filter((some) => some.length > 0)
          .map((some) => (side === 'before' ? `… ${some.join(' ')}` : `${some.join(' ')} …`))
        const longest =
          lines.filter((line) => line.length <= width).sort((a, b) => b.length - a.length)[0] ?? ''
        expect(fitLine(whole, side, width, measure)).toBe(whole.length <= width ? whole : longest)
      },
    ),
  )
})
