import { expect, test } from 'vitest'
import { QueryCache } from '../../src/embed/query-cache.js'

function countingCache(maxQueries: number) {
  const cache = new QueryCache(maxQueries)
  const embedded: string[] = []
  const find = (text: string) =>
    cache.find(text, () => {
      embedded.push(text)
      return text === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve(Float32Array.of(text.length))
    })
  return { find, embedded }
}

test('a text is embedded once, also when it is asked for twice at the same time', async () => {
  const { find, embedded } = countingCache(10)
  expect(await Promise.all([find('abc'), find('abc')])).toEqual([Float32Array.of(3), Float32Array.of(3)])
  await find('abc')
  expect(embedded).toEqual(['abc'])
})

test('the text that was not asked for longest is forgotten first', async () => {
  const { find, embedded } = countingCache(2)
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) await find(text)
  expect(embedded).toEqual(['a', 'b', 'c', 'b'])
})

test('a failure is not kept', async () => {
  const { find, embedded } = countingCache(10)
  await expect(find('bad')).rejects.toThrow('bad')
  await expect(find('bad')).rejects.toThrow('bad')
  expect(embedded).toEqual(['bad', 'bad'])
})

test('what a caller does to its vector does not change the next answer', async () => {
  const { find } = countingCache(10)
  const vector = await find('abc')
  vector[0] = 99
  expect(await find('abc')).toEqual(Float32Array.of(3))
})
