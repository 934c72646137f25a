import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readEvalSet } from '../../src/eval/read-eval-set.js'

/** The form of `data/eval/own-words.jsonl`: what its README promises of 600 questions. */

const { queries } = await readEvalSet('data/eval/own-words.jsonl')

test('half of the questions are on talk-python, a quarter on each of the Bitcoin shows, each asked once', () => {
  const countOf = (show: string) => queries.filter((query) => query.show === show).length
  expect(['talk-python', 'optech', 'bitcointranscripts'].map(countOf)).toEqual([300, 150, 150])
  expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length)
})

test('a question has 5 to 15 words', () => {
  const odd = queries.filter(({ text }) => text.split(' ').length < 5 || text.split(' ').length > 15)
  expect(odd.map(({ text }) => text)).toEqual([])
})

test('the marked sentence begins the stretch that answers, which is a minute at most', () => {
  const odd = queries.filter(
    ({ startMs, endMs, sentenceStartsMs }) =>
      startMs === null || endMs === null || sentenceStartsMs[0] !== startMs || endMs - startMs > 60_000,
  )
  expect(odd.map(({ text }) => text)).toEqual([])
})

test('no question is on an episode of talk-python that the seek set asks about: what is fitted on one can be told by the other', async () => {
  const seek = (await readFile('data/eval/seek.jsonl', 'utf8')).trim().split('\n')
  const asked = new Set(seek.map((line) => (JSON.parse(line) as { episode: string }).episode))
  expect(queries.filter(({ episode }) => asked.has(episode)).map(({ text }) => text)).toEqual([])
})
