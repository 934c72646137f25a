import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reuse, ReuseRequest } from '../../../client/index.js'
import { ApiError } from '../../../web/src/api.js'
import {
  forgetReuse,
  goOnWithReuse,
  readReuseRun,
  startReuse,
  stopReuse,
} from '../../../web/src/desk/reuse-run.js'

const server = vi.hoisted(() => ({
  answer: (_body: ReuseRequest, _signal: AbortSignal): Promise<Reuse> =>
    Promise.reject(new Error('not told yet')),
}))
vi.mock('../../../web/src/desk-tools-api.js', () => ({
  findReuse: (body: ReuseRequest, signal: AbortSignal) => server.answer(body, signal),
}))

/** What was asked for, and what lets its answers come, in order. */
let asked: (string | undefined)[]
let letGo: (() => void)[]

/** As many paragraphs as the draft has words, one an answer. */
async function answer({ draft, cursor }: ReuseRequest, signal: AbortSignal): Promise<Reuse> {
  asked.push(cursor)
  await new Promise<void>((go, stop) => {
    letGo.push(go)
    signal.addEventListener('abort', () => stop(new DOMException('stopped', 'AbortError')))
  })
  const words = draft.split(' ')
  const at = Number(cursor ?? 0)
  return {
    paragraphs: [{ from: at, to: at + 1, heading: null, text: words[at] ?? '', matches: [] }],
    total: words.length,
    next: at + 1 < words.length ? String(at + 1) : null,
    degraded: false,
    tookMs: 1,
  }
}

beforeEach(() => {
  asked = []
  letGo = []
  server.answer = answer
})
afterEach(() => {
  forgetReuse()
})

const texts = () => readReuseRun()?.paragraphs.map(({ text }) => text)

async function answerNext(): Promise<void> {
  await vi.waitFor(() => expect(letGo).toHaveLength(1))
  letGo.shift()?.()
}

test('a draft is asked for part by part, and what was found grows', async () => {
  startReuse('one two three')
  expect(readReuseRun()).toMatchObject({ isBusy: true, total: null })
  for (const count of [1, 2, 3]) {
    await answerNext()
    await vi.waitFor(() => expect(texts()).toHaveLength(count))
  }
  expect(texts()).toEqual(['one', 'two', 'three'])
  expect(readReuseRun()).toMatchObject({ isBusy: false, next: null, total: 3, error: null })
  expect(asked).toEqual([undefined, '1', '2'])
})

test('stopped it keeps what was found, and goes on from there', async () => {
  startReuse('one two three')
  await answerNext()
  await vi.waitFor(() => expect(letGo).toHaveLength(1))
  stopReuse()
  letGo = []
  expect(readReuseRun()).toMatchObject({ isBusy: false, next: '1' })
  goOnWithReuse()
  await answerNext()
  await answerNext()
  await vi.waitFor(() => expect(texts()).toEqual(['one', 'two', 'three']))
})

test('another draft takes the place of the one under way, whose answer is dropped', async () => {
  startReuse('one two')
  await vi.waitFor(() => expect(letGo).toHaveLength(1))
  letGo = []
  startReuse('other')
  await answerNext()
  await vi.waitFor(() => expect(readReuseRun()?.isBusy).toBe(false))
  expect(readReuseRun()).toMatchObject({ draft: 'other', total: 1 })
})

test('what was found before stays until the first of the new is there, and when that is stopped before', async () => {
  startReuse('one')
  await answerNext()
  await vi.waitFor(() => expect(readReuseRun()?.isBusy).toBe(false))
  startReuse('other words')
  expect(readReuseRun()).toMatchObject({ isBusy: true, total: null, paragraphs: [{ text: 'one' }] })
  stopReuse()
  expect(readReuseRun()).toMatchObject({ isBusy: false, draft: 'one', paragraphs: [{ text: 'one' }] })
  letGo = []
  startReuse('other')
  await answerNext()
  await vi.waitFor(() => expect(texts()).toEqual(['other']))
})

test('a failure keeps what was found, and can be tried again from there', async () => {
  startReuse('one two')
  await answerNext()
  await vi.waitFor(() => expect(letGo).toHaveLength(1))
  letGo = []
  stopReuse()
  server.answer = () => Promise.reject(new ApiError('NETWORK', 0, 'no network'))
  goOnWithReuse()
  await vi.waitFor(() => expect(readReuseRun()?.error).not.toBeNull())
  expect(texts()).toEqual(['one'])
  server.answer = answer
  goOnWithReuse()
  await answerNext()
  await vi.waitFor(() => expect(readReuseRun()).toMatchObject({ isBusy: false, error: null, next: null }))
  expect(texts()).toEqual(['one', 'two'])
})
