import { expect, test } from 'vitest'
import { Caretaker } from '../../src/mcp/caretaker.js'

function aCaretaker(behind: boolean, catchUp: () => Promise<void> = () => Promise.resolve()) {
  const seen = { looks: 0, catchUps: 0, errors: [] as unknown[] }
  const caretaker = new Caretaker({
    isBehind: () => {
      seen.looks++
      return Promise.resolve(behind)
    },
    catchUp: () => {
      seen.catchUps++
      return catchUp()
    },
    onError: (error) => seen.errors.push(error),
  })
  return { caretaker, seen }
}

test('what is behind is brought up to date, once for many searches', async () => {
  const { caretaker, seen } = aCaretaker(true)
  for (let search = 0; search < 10; search++) caretaker.look()
  await caretaker.close()
  expect(seen).toEqual({ looks: 1, catchUps: 1, errors: [] })
})

test('what is up to date is left alone', async () => {
  const { caretaker, seen } = aCaretaker(false)
  caretaker.look()
  await caretaker.close()
  expect(seen).toEqual({ looks: 1, catchUps: 0, errors: [] })
})

test('a failure is told and fails no search; closing waits for what is under way', async () => {
  const failure = new Error('full')
  let fail = () => {}
  const { caretaker, seen } = aCaretaker(
    true,
    () => new Promise((_, reject) => (fail = () => reject(failure))),
  )
  caretaker.look()
  let closed = false
  const closing = caretaker.close().then(() => (closed = true))
  await expect.poll(() => seen.catchUps).toBe(1)
  expect(closed).toBe(false)
  fail()
  await closing
  expect(seen.errors).toEqual([failure])
})
