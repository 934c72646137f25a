import { expect, test } from 'vitest'
import { parseQuery } from '../../src/search/parse-query.js'
import { settleLanguage } from '../../src/search/settle-language.js'

const languages = ['en', 'de', 'ja']
const held: Record<string, string[]> = {
  anstellgut: ['de'],
  server: ['en', 'de'],
  river: ['en'],
  検索: ['ja'],
}
const index = {
  languagesOf: (words: readonly string[]) => Promise.resolve(words.map((word) => held[word] ?? [])),
}
const settled = async (text: string, of: readonly string[] = languages) => {
  const { language, isLanguageTold } = await settleLanguage(
    parseQuery(text, { mode: 'hybrid', filter: {}, languages: of }),
    index,
    of,
  )
  return [language, isLanguageTold]
}

test.each([
  ['words that only one language has tell it', 'Anstellgut server', ['de', true]],
  ['so do those of another script', '検索', ['ja', true]],
  ['words of several languages, or of none, tell nothing', 'server moon', ['en', false]],
  ['nor do as many words of two', 'anstellgut river', ['en', false]],
  ['small words tell more', 'the anstellgut', ['en', true]],
])('%s', async (_, text, language) => {
  expect(await settled(text)).toEqual(language)
})

test('a library of one language is asked nothing', async () => {
  expect(await settled('anstellgut', ['en'])).toEqual(['en', false])
})
