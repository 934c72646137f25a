import { expect, test } from 'vitest'
import { AppError } from '../../src/errors.js'
import { LateLibrary, type OpenedLibrary } from '../../src/mcp/late-library.js'

const aLibrary = (close = () => Promise.resolve()) => ({ close }) as OpenedLibrary

test('it is opened once, however many ask at the same time', async () => {
  const library = aLibrary()
  let times = 0
  const late = new LateLibrary(() => {
    times++
    return Promise.resolve(library)
  })
  expect(await Promise.all([late.open(), late.open()])).toEqual([library, library])
  expect(await late.open()).toBe(library)
  expect(times).toBe(1)
})

test('after it could not be opened the next call tries again', async () => {
  const library = aLibrary()
  const answers = [
    Promise.reject(new AppError('INDEX_MISMATCH', 'Run cuepoint reindex.')),
    Promise.resolve(library),
  ]
  const late = new LateLibrary(() => answers.shift() ?? Promise.resolve(library))
  await expect(late.open()).rejects.toMatchObject({ code: 'INDEX_MISMATCH' })
  expect(await late.open()).toBe(library)
})

test('who waits too long is told why, and the library goes on opening', async () => {
  let opened = (_: OpenedLibrary) => {}
  const late = new LateLibrary(() => new Promise((resolve) => (opened = resolve)), 20)
  await expect(late.open()).rejects.toMatchObject({ code: 'INDEX_UNAVAILABLE', retryable: true })
  const library = aLibrary()
  opened(library)
  expect(await late.open()).toBe(library)
})

test('closing waits for what is being opened, and closes it', async () => {
  let opened = (_: OpenedLibrary) => {}
  const done: string[] = []
  const late = new LateLibrary(() => new Promise((resolve) => (opened = resolve)))
  void late.open()
  const closing = late.close().then(() => done.push('closed'))
  opened(
    aLibrary(() => {
      done.push('library')
      return Promise.resolve()
    }),
  )
  await closing
  expect(done).toEqual(['library', 'closed'])
  await new LateLibrary(() => Promise.reject(new Error('never opened'))).close()
})
