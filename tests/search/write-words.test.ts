import { expect, test } from 'vitest'
import { writeWords } from '../../src/search/write-words.js'

const texts = new Map([
  ['a', 'Die Ameisensäure und die Strasse, die AMEISENSÄURE.'],
  ['b', 'Auf der Straße, und noch eine Straße.'],
])
const sources = {
  index: {
    searchLexical: () => Promise.resolve([...texts.keys()].map((passageId) => ({ passageId, score: 1 }))),
  },
  catalog: { findTexts: () => Promise.resolve(texts) },
}
const write = (text: string, typed: string, languages = ['de']) => writeWords(text, typed, sources, languages)

test('a word that was not typed is written as it stands in the texts, in the case in which it was typed', async () => {
  expect(await write('Ameisensaure verdunsten', 'Ameisensaur verdunsten')).toBe('Ameisensäure verdunsten')
  expect(await write('"ameisensaure"', '"ameisensaur"')).toBe('"ameisensäure"')
  expect(await write('AMEISENSAURE', 'AMEISENSAUR')).toBe('AMEISENSÄURE')
})

test('as it is written most', async () => {
  expect(await write('die Strasse', 'die Strase')).toBe('die Straße')
})

test('what was typed stays, and so does a word that stands nowhere', async () => {
  expect(await write('Ameisensaure der Korper', 'Ameisensaure der Korpr')).toBe('Ameisensaure der Korper')
})

test('in a library of English alone nothing is looked up', async () => {
  expect(await write('Strasse', 'Strase', ['en'])).toBe('Strasse')
})

test('of a page in another spelling the first words are looked up', async () => {
  let searches = 0
  const counting = {
    ...sources,
    index: {
      searchLexical: () => {
        searches++
        return sources.index.searchLexical()
      },
    },
  }
  const page = Array.from({ length: 100 }, (_, at) => `wort${'abcdefghij'.charAt(at % 10)}${at}`).join(' ')
  expect(await writeWords(page, '', counting, ['de'])).toBe(page)
  expect(searches).toBe(8)
})
