import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey, keyWords } from '../../src/concepts/concept-key.js'
import { hostileTexts } from './hostile-texts.js'

describe('names that are the same', () => {
  test.each([
    ['case', 'Chain of Thought', 'chain of thought'],
    ['hyphens', 'Out-of-Distribution', 'out of distribution'],
    ['accents', 'Poincaré map', 'Poincare map'],
    ['apostrophes', 'Goodhart’s law', "Goodhart's law"],
    ['underscores, which nobody says', 'OP_RETURN', 'opreturn'],
    ['the plural of an abbreviation', 'HTLCs', 'HTLC'],
    ['that of one that ends like a word in -us', 'GPUs', 'gpu'],
    ['which a recogniser writes small', 'gpus', 'GPU'],
    ['that of an abbreviation with an underscore', 'OP_RETURNs', 'OP_RETURN'],
    ['-isation and -ization', 'tokenisation', 'tokenization'],
    ['-our and -or', 'emergent behaviours', 'emergent behavior'],
    ['a plural in -s', 'soft forks', 'soft fork'],
    ['in -es', 'switches', 'switch'],
    ['in -eaches', 'data breaches', 'data breach'],
    ['in -sses', 'loss classes', 'loss class'],
    ['in -ies', 'replay policies', 'replay policy'],
    ['in -ies of a short word', 'ties', 'tie'],
    ['in -ses of a Greek word', 'hypotheses', 'hypothesis'],
    ['in -ices', 'confusion matrices', 'confusion matrix'],
    ['in -ics of a word that has a singular', 'metrics', 'metric'],
    ['in -uses', 'viruses', 'virus'],
    ['in -ases', 'biases', 'bias'],
    ['in -a', 'local minima', 'local minimum'],
    ['of three letters', 'men in the middle', 'man in the middle'],
    ['of a plural', "people's", 'person'],
    ['words apart by other signs', 'ROC/AUC', 'ROC, AUC'],
  ])('differ by %s: %s, %s', (_, one, other) => {
    expect(conceptKey(one)).toBe(conceptKey(other))
  })
})

describe('names that are not the same', () => {
  test.each([
    ['embed', 'embedding'],
    ['Java', 'JavaScript'],
    ['C', 'C++'],
    ['C++', 'C#'],
    ['time lock', 'timelock'],
    ['batch normalization', 'normal batch'],
    ['BIP 324', 'BIP 325'],
    // No plurals: there is no `bia`, no `corpu`, no `DN` and no `lo`.
    ['bias', 'bia'],
    ['corpus', 'corpu'],
    ['DNS', 'DN'],
    ['loss', 'lo'],
    ['analysis', 'analysi'],
    ['physics', 'physic'],
  ])('%s and %s', (one, other) => {
    expect(conceptKey(one)).not.toBe(conceptKey(other))
  })
})

test('a text without words has no key', () => {
  expect(['', ' ', '…', '– / –'].map(conceptKey)).toEqual(['', '', '', ''])
})

test('words keep their places in the text', () => {
  const text = 'The  VAEs (of “Kingma”)'
  expect(keyWords(text).map(({ key, from, to }) => [key, text.slice(from, to)])).toEqual([
    ['the', 'The'],
    ['vae', 'VAEs'],
    ['of', 'of'],
    ['kingma', 'Kingma'],
  ])
})

test('a word is the same before and after thousands of others', () => {
  const before = conceptKey('HTLCs matrices policies')
  for (let at = 0; at < 210_000; at += 1000)
    conceptKey(Array.from({ length: 1000 }, (_, word) => `w${at + word}`).join(' '))
  expect(conceptKey('HTLCs matrices policies')).toBe(before)
})

/** Pieces of words at which rules of plurals and spelling begin and end. */
const pieces = fc.constantFrom(
  ...['a', 'b', 'e', 's', 'es', 'ies', 'us', 'is', 'ics', 'sses', 'xes', 'ches', 'ises', 'isation', 'our'],
  ...['men', 'people', 'criteria', 'caches', 'A', 'AB', 'S', 'é', 'ß', 'ø', 'Σ', 'ж', '1', '3.5', '10,000'],
  ...['_', '-', '–', ' ', ' ', '/', '’', "'", '.', ',', 'U.S.', 'l’'],
)
const names = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))

test('the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.oneof(names, fc.string({ maxLength: 30 })), (name) => {
      // A sign is part of a word (`C#`), underscores are none: of `_#` a sign without a word remains.
      fc.pre(!/_[+#]/u.test(name))
      expect(conceptKey(conceptKey(name))).toBe(conceptKey(name))
    }),
    { numRuns: 3000 },
  )
})

const word = fc.string({ unit: fc.constantFrom(...'acehilmnorstuxyz'), minLength: 1, maxLength: 12 })

test('case does not matter, hyphens are spaces, and spaces around are nothing', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const key = conceptKey(words.join(' '))
      expect(conceptKey(words.join(' ').toUpperCase())).toBe(key)
      expect(conceptKey(words.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join(' '))).toBe(
        key,
      )
      expect(conceptKey(words.join('-'))).toBe(key)
      expect(conceptKey(`  ${words.join('\n')}\t`)).toBe(key)
    }),
  )
})

test('the key of a text is that of its words, one by one', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      expect(conceptKey(words.join(' '))).toBe(words.map(conceptKey).join(' '))
    }),
  )
})

test('places rise, and lie in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let last = -1
      for (const { key, from, to } of keyWords(text)) {
        expect(key).not.toBe('')
        expect(from).toBeGreaterThan(last)
        expect(to).toBeGreaterThan(from)
        expect(to).toBeLessThanOrEqual(text.length)
        last = from
      }
    }),
  )
})

test.each(hostileTexts)('200 kB of %s are read', (_, text) => {
  expect(keyWords(text).every(({ key }) => key !== '' && key.length <= 64)).toBe(true)
})

test('a plain word by itself has the key that it has in a text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,40}$/), (word) => {
      expect(conceptKey(word)).toBe(keyWords(`${word}.`)[0]?.key)
    }),
  )
})
