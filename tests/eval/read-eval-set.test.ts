import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { placeSet } from '../../src/eval/bundled-sets.js'
import { chooseQueries } from '../../src/eval/eval-query.js'
import { locateQueries } from '../../src/eval/locate-queries.js'
import { readCorpora } from '../../src/eval/read-corpus.js'
import { parseEvalSet, readEvalSet } from '../../src/eval/read-eval-set.js'

const sampleFolder = fileURLToPath(new URL('../../data/sample', import.meta.url))
const shared = process.env.CUEPOINT_SHARED ?? '../shared'
const options = { allowPrivate: false, dataFolder: '' }

const row = (fields: object = {}) =>
  JSON.stringify({
    id: 'a',
    query: 'What?',
    show: 's',
    episode: 'e',
    start_s: 1.5,
    end_s: 2,
    kind: 'question',
    ...fields,
  })
const errorWith = (message: string) =>
  expect.objectContaining({
    code: 'EVAL_INPUT_INVALID',
    message: expect.stringContaining(message) as string,
  }) as Error

describe('a set', () => {
  test('is read with seconds as milliseconds, and what a row leaves out as unknown', () => {
    expect(parseEvalSet(`${row()}\n\n`, 'set.jsonl')).toEqual([
      {
        id: 'a',
        text: 'What?',
        show: 's',
        episode: 'e',
        startMs: 1500,
        endMs: 2000,
        anchor: null,
        sentenceStartsMs: [],
        kind: 'question',
        scope: 'corpus',
        overlap: null,
      },
    ])
  })

  test('may mark the sentence that answers, and others that answer as well', () => {
    const [query] = parseEvalSet(row({ sentence_start_s: 1.6, alternatives: [{ start_s: 90 }] }), 'set.jsonl')
    expect(query?.sentenceStartsMs).toEqual([1600, 90_000])
  })

  test('a row of a post has an anchor and no times', () => {
    const [query] = parseEvalSet(row({ start_s: null, end_s: null, anchor: 'vae' }), 'set.jsonl')
    expect([query?.startMs, query?.endMs, query?.anchor]).toEqual([null, null, 'vae'])
  })

  test.each([
    ['is no JSON', '{', 'set.jsonl:1 is no JSON'],
    ['has no query', row({ query: '' }), 'set.jsonl:1 is no row of a set: query'],
    ['ends before it starts', row({ end_s: 1 }), 'set.jsonl:1: start_s 1.5 and end_s 1 make no range'],
    ['has an id for the second time', `${row()}\n${row()}`, 'has the id a twice'],
    ['is not there', '', 'has no rows'],
  ])('a row that %s is named', (_, text, message) => {
    expect(() => parseEvalSet(text, 'set.jsonl')).toThrow(errorWith(message))
  })

  test('a file that is not there is named', async () => {
    await expect(readEvalSet('/nowhere/set.jsonl')).rejects.toThrow(errorWith('/nowhere/set.jsonl'))
  })

  test('is asked by scope, and then every n-th row, the first included', () => {
    const text = ['corpus', 'episode', 'corpus', 'corpus']
      .map((scope, id) => row({ id: String(id), scope }))
      .join('\n')
    const queries = parseEvalSet(text, 'set.jsonl')
    const idsOf = (scope: 'corpus' | 'episode' | 'all', every: number) =>
      chooseQueries(queries, { scope, every }).map(({ id }) => id)
    expect(idsOf('corpus', 1)).toEqual(['0', '2', '3'])
    expect(idsOf('corpus', 2)).toEqual(['0', '3'])
    expect(idsOf('episode', 1)).toEqual(['1'])
    expect(idsOf('all', 3)).toEqual(['0', '3'])
  })
})

describe('the bundled set', () => {
  test('is about 13 episodes of the sample, each of which is found', async () => {
    const { path, corpora } = await placeSet('sample', { sampleFolder })
    const { queries } = await readEvalSet(path)
    const { located, skipped } = locateQueries(queries, await readCorpora(corpora, options))
    expect([queries.length, located.length, skipped]).toEqual([233, 233, []])
    expect(new Set(located.map(({ documentId }) => documentId)).size).toBe(13)
  })

  test('another name is told what there is', async () => {
    await expect(placeSet('../x', { sampleFolder })).rejects.toThrow(errorWith('There is no set ../x'))
  })
})

const corpora = ['optech', 'bitcointranscripts'].map((name) => join(shared, 'data', name))
const setPath = join(shared, 'data/eval/queries.dev.jsonl')
const hasShared = [...corpora, setPath].every((path) => existsSync(path))

test.skipIf(!hasShared)('every row of the shared sets finds its episode (needs shared/data)', async () => {
  const episodes = await readCorpora(corpora, options)
  const { queries } = await readEvalSet(setPath)
  expect(locateQueries(queries, episodes).skipped.map(({ episode }) => episode)).toEqual([])
})
