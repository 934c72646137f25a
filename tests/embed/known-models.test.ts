import { expect, test } from 'vitest'
import { habitsOf, knowsLanguage } from '../../src/embed/known-models.js'

const searchSentence = 'Represent this sentence for searching relevant passages: '

test.each([
  ['Xenova/bge-small-en-v1.5', 'cls', searchSentence],
  ['BGE-Large-EN', 'cls', searchSentence],
  ['Xenova/bge-m3', 'cls', ''],
  ['mixedbread-ai/mxbai-embed-large-v1', 'cls', searchSentence],
  ['Snowflake/snowflake-arctic-embed-m-v2.0', 'cls', 'query: '],
  ['Snowflake/snowflake-arctic-embed-s', 'cls', searchSentence],
  ['Xenova/multilingual-e5-small', 'mean', 'query: '],
  ['e5-small-v2', 'mean', 'query: '],
  ['nomic-ai/nomic-embed-text-v1.5', 'mean', 'search_query: '],
  ['Xenova/all-MiniLM-L6-v2', 'mean', ''],
  ['some-model5-large', 'mean', ''],
])('%s pools by %s, with its query prefix', (name, pooling, queryPrefix) => {
  expect(habitsOf(name)).toEqual({ pooling, queryPrefix })
})

test.each([
  ['Xenova/bge-small-en-v1.5', 'de', false],
  ['Xenova/bge-small-en-v1.5', 'en', true],
  ['Xenova/all-MiniLM-L6-v2', 'ja', false],
  ['Xenova/multilingual-e5-small', 'de', true],
  ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'ja', true],
  ['Xenova/bge-m3', 'de', true],
  ['Snowflake/snowflake-arctic-embed-m-v2.0', 'de', true],
  ['/my/own/model', 'de', true],
])('%s knows %s: %s', (model, language, knows) => {
  expect(knowsLanguage(model, language)).toBe(knows)
})
