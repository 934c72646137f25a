import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The questions of `data/eval/short-questions.jsonl` are held to the texts that answer them. */

interface ShortQuestion {
  id: string
  query: string
  answers: string[]
}

const rows = (await readFile('data/eval/short-questions.jsonl', 'utf8'))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ShortQuestion)

/** What is written and said in the sample, without marks. */
async function readSample(): Promise<string> {
  const paths = await readdir('data/sample', { recursive: true })
  const texts = await Promise.all(
    paths
      .filter((path) => /\.(?:vtt|srt|md|json|xml|html)$/.test(path))
      .map((path) => readFile(join('data/sample', path), 'utf8')),
  )
  return texts.map((text) => text.replace(/<[^>]*>|[*_`]/gu, '').replace(/\s+/gu, ' ')).join('\n')
}

test('80 questions or more are asked once each, 25 or more of them on what the sample does not answer', () => {
  expect(rows.length).toBeGreaterThanOrEqual(80)
  expect(rows.filter(({ answers }) => answers.length === 0).length).toBeGreaterThanOrEqual(25)
  expect(new Set(rows.map(({ query }) => query)).size).toBe(rows.length)
  const idOf = ({ query }: ShortQuestion) => createHash('sha256').update(query).digest('hex').slice(0, 10)
  expect(rows.map(({ id }) => id)).toEqual(rows.map(idOf))
})

test('a question has two to eleven words', () => {
  const odd = rows.filter(({ query }) => query.split(' ').length < 2 || query.split(' ').length > 11)
  expect(odd.map(({ query }) => query)).toEqual([])
})

test('the words of each answer stand in the sample', async () => {
  const sample = await readSample()
  const missing = rows.flatMap(({ answers }) => answers).filter((words) => !sample.includes(words))
  expect(missing).toEqual([])
})
