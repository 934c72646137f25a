import { expect, test } from 'vitest'
import { fitsWell } from '../../src/search/fits-well.js'

test.each([
  ['most of the words, on the matter', { coverage: 0.6, dense: 0.6 }, true],
  ['most of the words, about something else', { coverage: 1, dense: 0.55 }, false],
  ['near in meaning, with some of the words', { coverage: 0.3, dense: 0.7 }, true],
  ['near in meaning, with none of the words', { coverage: 0.1, dense: 0.75 }, false],
  ['most of the words, not embedded', { coverage: 0.6, dense: null }, true],
  ['few of the words, not embedded', { coverage: 0.5, dense: null }, false],
])('%s', (_, evidence, fits) => {
  expect(fitsWell(evidence)).toBe(fits)
})
