import { describe, expect, test } from 'vitest'
import { stem } from '../../src/index/analyze.js'
import { tokenize } from '../../src/index/tokenize.js'
import { suggestSpelling } from '../../src/index/spelling.js'
import { findCorrectable } from '../../src/search/find-correctable.js'
import { soundOf, SpellingVocabulary } from '../../src/index/spelling-vocabulary.js'

/** Word → passages that hold it. */
const library = {
  lightning: 900,
  network: 800,
  schnorr: 120,
  short: 200,
  taproot: 400,
  postgres: 40,
  asynchronous: 30,
  covenant: 100,
  covenants: 130,
  blockchain: 300,
  block: 2000,
  chain: 560,
  open: 700,
  source: 900,
  opensource: 12,
  bip324: 20,
  bip325: 1,
  what: 5000,
  grep: 1,
  greg: 500,
  merkle: 300,
  merkel: 1,
  strasse: 60,
  hash: 500,
}

function aVocabulary(words: Record<string, number> = library): SpellingVocabulary {
  const vocabulary = new SpellingVocabulary((word) => [stem(word, 'en')])
  for (const [word, passages] of Object.entries(words)) vocabulary.set({ word, passages })
  return vocabulary
}

const suggestFrom = (text: string, vocabulary: SpellingVocabulary) =>
  suggestSpelling(text, vocabulary, findCorrectable(text))
const suggest = (text: string, words?: Record<string, number>) => suggestFrom(text, aVocabulary(words))

describe('misspelt', () => {
  test.each([
    ['schnor signatures', 'schnorr signatures'],
    ['taprut', 'taproot'],
    ['postgress', 'postgres'],
    ['asyncronous', 'asynchronous'],
    ['ligthning netwrok', 'lightning network'],
    ['covanant', 'covenant'],
    ['merkel', 'merkle'],
  ])('%s → %s', (typed, corrected) => {
    expect(suggest(typed)).toBe(corrected)
  })

  test('all else stays as typed: case, quotes, operators, excluded words, addresses', () => {
    expect(suggest('What is “TAPRUT” in Schnor? speaker:Schnor -taprut https://schnor.org')).toBe(
      'What is “TAPROOT” in Schnorr? speaker:Schnor -taprut https://schnor.org',
    )
  })

  test('the words to look at can be named', () => {
    const text = 'schnor taprut'
    expect(suggestSpelling(text, aVocabulary(), tokenize(text).slice(1))).toBe('schnor taproot')
  })
})

describe('left alone', () => {
  test.each([
    ['a known word', 'lightning'],
    ['a known word in another inflection', 'lightnings'],
    ['digits', 'BIP323'],
    ['a word of fewer than four letters', 'hsh'],
    ['two wrong letters in five', 'shxrx'],
    ['a rare known word that is no mere slip away', 'grep'],
    ['an unlike word', 'zookeeper'],
    ['a script without spaces', '東京タワー'],
    ['nothing', ''],
  ])('%s', (_, typed) => {
    expect(suggest(typed)).toBeNull()
  })
})

describe('choosing', () => {
  test('nearer beats more frequent, more frequent beats rare', () => {
    expect(suggest('kittens', { kitchen: 9000, kitten: 1 })).toBeNull() // an inflection is known
    expect(suggest('mittenz', { mittens: 30, kittens: 3000 })).toBe('mittens')
    expect(suggest('planeg tree', { planes: 300, planet: 50, tree: 9 })).toBe('planes tree')
  })

  test('the same first letter is preferred', () => {
    expect(suggest('morkle', { borkle: 300, morple: 300 })).toBe('morple')
  })
})

describe('run together and apart', () => {
  test('a word of two known ones is parted', () => {
    expect(suggest('lightningnetwork')).toBe('lightning network')
    expect(suggest('Taproothash')).toBe('Taproot hash')
  })

  test('two words are joined only where one of them is unknown', () => {
    expect([suggest('block chain'), suggest('tap root')]).toEqual([null, 'taproot'])
  })
})

test('a word that left the library is no longer suggested, and is again when it comes back', () => {
  const vocabulary = aVocabulary()
  vocabulary.set({ word: 'schnorr', passages: 0 })
  expect(suggestFrom('schnor', vocabulary)).toBeNull()
  expect(vocabulary.passagesOf('schnorr')).toBe(0)
  vocabulary.set({ word: 'schnorr', passages: 50 })
  expect(suggestFrom('schnor', vocabulary)).toBe('schnorr')
  expect(vocabulary.findNearest('schnor')).toHaveLength(1)
})

test.each([
  ['taprut', 'taproot'],
  ['asyncronous', 'asynchronous'],
  ['cryptografy', 'cryptography'],
  ['transaktion', 'transaction'],
  ['nite', 'night'],
])('%s sounds like %s', (a, b) => {
  expect(soundOf(a)).toBe(soundOf(b))
})

test('of pasted text so many unknown words are looked for, and what is misspelt before is corrected', () => {
  const vocabulary = aVocabulary()
  const findNearest = vocabulary.findNearest.bind(vocabulary)
  let lookups = 0
  vocabulary.findNearest = (...args) => {
    lookups++
    return findNearest(...args)
  }
  const unknown = Array.from(
    { length: 300 },
    (_, at) => `zqx${String.fromCharCode(97 + (at % 26)).repeat(7)}`,
  )
  const text = ['ligthning', ...unknown].join(' ')
  expect(suggestSpelling(text, vocabulary, findCorrectable(text))).toBe(['lightning', ...unknown].join(' '))
  expect(lookups).toBe(16)
})
