import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyzeQuery, guessLanguage, stem } from '../../src/index/analyze.js'
import { tokenize } from '../../src/index/tokenize.js'

/** What an index holds of a text. */
const analyzeText = (text: string, language: string | null): string[] =>
  tokenize(text).map(({ token }) => stem(token, language))

const words = (text: string, languages: string[]) => analyzeQuery(text, languages).map(({ word }) => word)

describe('stem', () => {
  test.each([
    ['transactions', 'en', 'transaction', 'en-US'],
    ['zahlt', 'de', 'zahlen', 'de-CH'],
    ['koerpers', 'de', 'korper', 'de'],
    ['ameisensaeure', 'de', 'ameisensaure', 'de'],
    ['haeuser', 'de', 'haus', 'de'],
    ['gebuhren', 'de', 'gebuhr', 'de_AT'],
    ['chevaux', 'fr', 'cheval', 'fr'],
    ['canciones', 'es', 'cancion', 'es-MX'],
  ])('%s in %s is a form of %s in %s', (one, language, other, otherLanguage) => {
    expect(stem(one, language)).toBe(stem(other, otherLanguage))
  })

  test('no umlaut was spelt out where a vowel or `q` stands before it', () => {
    expect(['neue', 'mauer', 'quelle'].map((word) => stem(word, 'de'))).toEqual(['neu', 'mau', 'quell'])
    expect(stem('value', 'en')).toBe('valu')
  })

  test.each(['nacht', 'kunst', 'gut'])('the German word %s does not become another one', (word) => {
    expect(stem(word, 'de')).toBe(word)
  })

  test('words with digits or signs stay, as do those of an unknown language', () => {
    expect(stem('bip324s', 'en')).toBe('bip324s')
    expect(stem('words', 'xx')).toBe('words')
    expect(stem('words', 'constructor')).toBe('words')
  })

  test('a text of unknown language is read as English', () => {
    expect(analyzeText('The words of rivers', null)).toEqual(analyzeText('The words of rivers', 'en'))
    expect(analyzeText('The words of rivers', '')).toEqual(['the', 'word', 'of', 'river'])
  })
})

describe('analyzeQuery', () => {
  test('stop words are left out, repeats too, and each word has its form in every language', () => {
    expect(analyzeQuery('What are the fees of the FEES?', ['en', 'de'])).toEqual([
      { word: 'fees', forms: ['fee', 'fees'] },
    ])
  })

  test('a query of nothing but stop words keeps them', () => {
    expect(words('The Who', ['en'])).toEqual(['the', 'who'])
  })

  test('only stop words of the language that the query seems to be in are left out', () => {
    expect(words('war on drugs', ['en', 'de'])).toEqual(['war', 'drugs'])
    expect(words('was für gebühren sind das', ['en', 'de'])).toEqual(['gebuhren'])
    expect(words("qu'est-ce que l'homme ?", ['en', 'fr'])).toEqual(['homme'])
    expect(words('me gusta', ['xx'])).toEqual(['me', 'gusta'])
  })

  test('how German asks says nothing, with umlauts spelt out too', () => {
    expect(words('Wodurch könnten die Völker sterben?', ['de'])).toEqual(['volker', 'sterben'])
    expect(words('wofuer waere das Geraet', ['de', 'en'])).toEqual(['geraet'])
  })

  test.each([
    ['抹茶とは何ですか', ['抹茶']],
    ['抹茶って何？', ['抹茶']],
    ['茶葉はどうすればいいですか', ['茶葉', '葉は']],
    ['地震について教えてください。', ['地震']],
    ['什么是抹茶', ['抹茶']],
    ['为什么茶是绿色的吗？', ['茶是', '是绿', '绿色', '色的']],
  ])('of %j what is asked for is %j', (question, expected) => {
    expect(words(question, ['ja'])).toEqual(expected)
  })

  test('a question of nothing else keeps it', () => {
    expect(words('どうして？', ['ja'])).toEqual(['どう', 'うし', 'して'])
  })

  test('a query without words has no terms; without languages it is read as English', () => {
    expect(analyzeQuery('?! 🎙️', ['en'])).toEqual([])
    expect(analyzeQuery('fees', [])).toEqual([{ word: 'fees', forms: ['fee'] }])
  })

  test('every word of a text is found by the query of that word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'de', 'fr', 'ja', null),
        (text, language) => {
          const indexed = analyzeText(text, language)
          const forms = new Set(analyzeQuery(text, [language ?? 'en']).flatMap((term) => term.forms))
          expect(indexed.some((token) => forms.has(token))).toBe(indexed.length > 0)
        },
      ),
    )
  })
})

test('a question is in the language of its small words, else in that of most passages', () => {
  expect(guessLanguage('wer muss die Gebühren zahlen?', ['en', 'de'])).toBe('de')
  expect(guessLanguage('who pays for the fees', ['de', 'en-GB'])).toBe('en')
  expect(guessLanguage('Taproot', ['de', 'en'])).toBe('de')
  expect(guessLanguage('検索', ['ja', 'en'])).toBe('ja')
  expect(guessLanguage('anything', [])).toBe('en')
})

test('who asks to define or explain something does not look for these words', () => {
  const words = (text: string) => analyzeQuery(text, ['en']).map(({ word }) => word)
  expect(
    ['define taproot', 'Please explain the taproot', 'explain', 'macros that define words'].map(words),
  ).toEqual([['taproot'], ['taproot'], ['explain'], ['macros', 'define', 'words']])
  const german = (text: string) => analyzeQuery(text, ['de']).map(({ word }) => word)
  expect(['Erkläre die Taube', 'erklaer mir bitte Tauben', 'definiere Taube', 'erkläre'].map(german)).toEqual(
    [['taube'], ['tauben'], ['taube'], ['erklare']],
  )
})
