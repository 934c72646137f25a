import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChapters } from '../../ingest/chapters.js'
import { AppError } from '../../src/errors.js'

const read = (...chapters: unknown[]) =>
  readChapters(JSON.stringify({ version: '1.2.0', chapters }), 'c.json')

test('a chapter ends where the next begins, and the last one nowhere', () => {
  expect(read({ startTime: 168.5, title: ' Hearing\n Aids ' }, { startTime: 0, title: 'Intro' })).toEqual({
    chapters: [
      { startMs: 0, endMs: 168_500, title: 'Intro', url: null },
      { startMs: 168_500, endMs: null, title: 'Hearing Aids', url: null },
    ],
    issues: [],
  })
})

test('a published end counts unless it is no end or reaches into the next chapter', () => {
  const { chapters } = read(
    { startTime: 0, endTime: 5, title: 'gap after' },
    { startTime: 10, endTime: 99, title: 'too long' },
    { startTime: 20, endTime: 20, title: 'no end' },
    { startTime: 30, endTime: 40, title: 'last' },
  )
  expect(chapters.map(({ endMs }) => endMs)).toEqual([5_000, 20_000, 30_000, 40_000])
})

test('silent chapters are left out without a word, others with one', () => {
  const { chapters, issues } = read(
    { startTime: 1, toc: false, title: 'silent' },
    { startTime: 2 },
    { startTime: -3, title: 'negative' },
    { startTime: 4e12, title: 'no such time' },
    { title: 'no start' },
    'no object',
    { startTime: '5', title: 'kept' },
    { startTime: 5, title: 'same start' },
  )
  expect(chapters.map(({ title }) => title)).toEqual(['kept'])
  expect(issues.map(({ where }) => where)).toEqual([2, 3, 4, 5, 6, 8].map((at) => `c.json, chapter ${at}`))
})

test('only web addresses are kept', () => {
  const urls = ['https://example.org/a', 'javascript:alert(1)', 'file:///etc/passwd', 'a/b', 7]
  const { chapters } = read(...urls.map((url, startTime) => ({ startTime, title: 't', url })))
  expect(chapters.map(({ url }) => url)).toEqual(['https://example.org/a', null, null, null, null])
})

test.each(['<html>', '[]', '{"chapters": {}}', 'null'])('%j is refused by name', (text) => {
  expect(() => readChapters(text, 'c.json')).toThrow(expect.objectContaining({ code: 'CHAPTERS_INVALID' }))
})

test('any JSON gives ordered chapters that do not overlap, or an AppError', () => {
  const entry = fc.record(
    {
      startTime: fc.oneof(fc.integer({ min: -5, max: 50 }), fc.jsonValue()),
      endTime: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.jsonValue()),
      title: fc.oneof(fc.string(), fc.jsonValue()),
      toc: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const json = fc.oneof(fc.jsonValue(), fc.record({ chapters: fc.array(fc.oneof(entry, fc.jsonValue())) }))
  fc.assert(
    fc.property(json, (value) => {
      let chapters: ReturnType<typeof readChapters>['chapters']
      try {
        chapters = readChapters(JSON.stringify(value), 'c').chapters
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        return
      }
      for (const [index, { startMs, endMs }] of chapters.entries()) {
        expect(endMs === null || endMs > startMs).toBe(true)
        const next = chapters[index + 1]
        if (next !== undefined) expect(endMs !== null && endMs <= next.startMs).toBe(true)
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})
