import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SearchPace } from '../../web/src/search-pace.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aPace() {
  const pace = new SearchPace()
  const asked: string[] = []
  return { pace, asked, type: (text: string) => pace.askSoon(() => asked.push(text)) }
}

test('a word typed without a pause is asked once, as it is in the end', () => {
  const { asked, type } = aPace()
  for (const text of ['h', 'hn', 'hns', 'hnsw']) {
    type(text)
    vi.advanceTimersByTime(40)
  }
  expect(asked).toEqual([])
  vi.advanceTimersByTime(10)
  expect(asked).toEqual(['hnsw'])
})

test('with an answer under way the next question waits for it, then is asked at once', () => {
  const { pace, asked, type } = aPace()
  const settle = pace.begin()
  type('hnsw')
  vi.advanceTimersByTime(100)
  expect(asked).toEqual([])
  settle()
  expect(asked).toEqual(['hnsw'])
})

test('an answer that comes before the pause is over does not make it shorter', () => {
  const { pace, asked, type } = aPace()
  const settle = pace.begin()
  type('hn')
  vi.advanceTimersByTime(20)
  settle()
  expect(asked).toEqual([])
  vi.advanceTimersByTime(30)
  expect(asked).toEqual(['hn'])
})

test('a slow answer is not waited for longer than 200 ms', () => {
  const { pace, asked, type } = aPace()
  pace.begin()
  type('hnsw')
  vi.advanceTimersByTime(199)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['hnsw'])
})

test('what is cancelled is never asked, whatever settles afterwards', () => {
  const { pace, asked, type } = aPace()
  const settle = pace.begin()
  type('hnsw')
  vi.advanceTimersByTime(60)
  pace.cancel()
  settle()
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([])
})

test('settling twice counts once', () => {
  const { pace, asked, type } = aPace()
  const first = pace.begin()
  pace.begin()
  first()
  first()
  type('hnsw')
  vi.advanceTimersByTime(60)
  expect(asked).toEqual([])
})
