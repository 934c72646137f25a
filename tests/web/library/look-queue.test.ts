import { expect, test } from 'vitest'
import type { AddedSource, SourcePreview } from '../../../client/index.js'
import { ApiError } from '../../../web/src/api.js'
import { describeLooks, findAddable, LookQueue } from '../../../web/src/library/look-queue.js'

const aPreview = (fields: Partial<SourcePreview> = {}): SourcePreview => ({
  location: 'https://example.org/feed.xml',
  kind: 'feed',
  title: 'A show',
  url: null,
  language: null,
  known: null,
  documents: { episode: 1, short: 0, post: 0 },
  withTranscript: 1,
  oldestAt: null,
  newestAt: null,
  newest: [],
  issues: [],
  issueCount: 0,
  ...fields,
})

/** A queue whose looks end when the test says so. */
function aQueue() {
  const looks = new Map<
    string,
    { found: (preview: SourcePreview) => void; failed: (error: unknown) => void }
  >()
  const asked: string[] = []
  const aborted: string[] = []
  const added: string[] = []
  const refuses = new Set<string>()
  const queue = new LookQueue({
    look: (location, signal) => {
      asked.push(location)
      return new Promise((found, failed) => {
        looks.set(location, { found, failed })
        signal.addEventListener('abort', () => {
          aborted.push(location)
          failed(new DOMException('gone', 'AbortError'))
        })
      })
    },
    add: (location) => {
      if (refuses.has(location)) return Promise.reject(new ApiError('CATALOG_BUSY', 503, 'busy'))
      added.push(location)
      return Promise.resolve({ source: { id: `source of ${location}` } } as AddedSource)
    },
    onAdded: () => undefined,
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return {
    queue,
    asked,
    aborted,
    added,
    refuses,
    found: async (location: string, preview = aPreview()) => {
      looks.get(location)?.found(preview)
      await settle()
    },
    failed: async (location: string, error: unknown) => {
      looks.get(location)?.failed(error)
      await settle()
    },
    statuses: () => queue.looks.map(({ location, status }) => `${location} ${status}`),
  }
}

test('locations are looked at two at a time, in their order, once each', async () => {
  const { queue, asked, found, statuses } = aQueue()
  queue.start(['a', 'b', 'c'])
  queue.start(['b', 'd'])
  expect(asked).toEqual(['a', 'b'])
  await found('b')
  expect(asked).toEqual(['a', 'b', 'c'])
  expect(statuses()).toEqual(['a looking', 'b found', 'c looking', 'd waiting'])
})

test('one that is dropped ends, and makes room for the next', async () => {
  const { queue, asked, aborted, found, statuses } = aQueue()
  queue.start(['a', 'b', 'c'])
  queue.drop('a')
  await found('b')
  expect([aborted, asked, statuses()]).toEqual([['a'], ['a', 'b', 'c'], ['b found', 'c looking']])
})

test('what failed says why, and is looked at again when asked', async () => {
  const { queue, asked, failed, found, statuses } = aQueue()
  queue.start(['a'])
  await failed('a', new ApiError('FETCH_FAILED', 502, 'no answer'))
  expect(queue.looks[0]).toMatchObject({ status: 'failed', error: { code: 'FETCH_FAILED' } })
  queue.start(['a'])
  await found('a')
  expect([asked, statuses(), queue.looks[0]?.error]).toEqual([['a', 'a'], ['a found'], null])
})

test('only what was found and is new is added, in order; one that fails stops no other', async () => {
  const { queue, added, refuses, found, statuses } = aQueue()
  queue.start(['a', 'b'])
  await found('a')
  await found('b', aPreview({ known: { id: 's', title: 'B' } }))
  queue.start(['c', 'd'])
  await found('c')
  await found('d')
  expect(findAddable(queue.looks)).toEqual(['a', 'c', 'd'])
  refuses.add('c')
  await queue.add(['a', 'c', 'd'])
  expect(added).toEqual(['a', 'd'])
  expect(statuses()).toEqual(['a added', 'b found', 'c found', 'd added'])
  expect(queue.looks.find(({ location }) => location === 'c')?.error?.code).toBe('CATALOG_BUSY')
  expect(queue.looks[0]?.sourceId).toBe('source of a')
})

test('the state of all is said in one line', async () => {
  const { queue, found, failed } = aQueue()
  queue.start(['a', 'b', 'c', 'd', 'e'])
  await found('a')
  await found('b', aPreview({ known: { id: 's', title: 'B' } }))
  await failed('c', new ApiError('FETCH_FAILED', 502, 'no'))
  expect(describeLooks(queue.looks)).toBe('1 found, 1 in the library already, 1 cannot be read, 2 to go')
})
