import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.js'
import type { EvalSet } from '../../src/eval/eval-query.js'
import { readCorpora } from '../../src/eval/read-corpus.js'
import { parseEvalSet } from '../../src/eval/read-eval-set.js'
import { runSet } from '../../src/eval/run-set.js'
import { makeTinyCrossEncoder } from '../embed/tiny-cross-encoder.js'

const transcript = (...turns: string[]) =>
  ['WEBVTT', ...turns.map((text, index) => `00:0${index}:00.000 --> 00:0${index}:30.000\n${text}`)].join(
    '\n\n',
  )

const trees = transcript(
  'Welcome to our show about trees and everything that grows in a forest.',
  'Roots take up the water from the ground, and with it what the tree lives on.',
)
const bread = transcript(
  'Hello, today we bake bread with flour, salt and a lot of patience.',
  'The dough has to rest overnight, so that the yeast can do its work.',
)

const row = (id: string, query: string, episode: string, startS: number) =>
  JSON.stringify({ id, query, show: 'talks', episode, start_s: startS, end_s: startS + 30, kind: 'question' })
const set: EvalSet = {
  name: 'test',
  queries: parseEvalSet(
    [
      row('water', 'How does a tree take up water?', 'trees', 60),
      row('yeast', 'the dough rests overnight for the yeast', 'bread', 60),
      row('wrong', 'the dough rests overnight for the yeast?', 'trees', 60),
      row('missing', 'a row of an episode that is not there', 'stones', 0),
      row('long', 'dough '.repeat(400), 'bread', 0),
    ].join('\n'),
    'test.jsonl',
  ),
}

async function makeCorpus(): Promise<{ folder: string; dataFolder: string }> {
  const root = await mkdtemp(join(tmpdir(), 'cuepoint-run-set-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const folder = join(root, 'talks')
  await mkdir(folder)
  await writeFile(join(folder, 'trees.vtt'), trees)
  await writeFile(join(folder, 'bread.vtt'), bread)
  return { folder, dataFolder: join(root, 'data') }
}

test('a set is asked of a library of its own, which is kept, and gone on with when it is not whole', async () => {
  const { folder, dataFolder } = await makeCorpus()
  const config = { ...readConfig({}), dataFolder }
  const episodes = await readCorpora([folder], config)
  const run = async () => {
    const lines: string[] = []
    const options = { scope: 'corpus' as const, every: 1, modes: ['hybrid', 'lexical'] as const }
    const made = await runSet(set, episodes, { ...options, config, onProgress: (line) => lines.push(line) })
    return { made, lines }
  }

  const first = await run()
  const { queries, skipped, refused, modes } = first.made
  expect(queries.map(({ id }) => id)).toEqual(['water', 'yeast', 'wrong', 'long'])
  expect({ skipped, refused }).toEqual({ skipped: ['missing'], refused: ['long'] })
  expect(modes.hybrid?.passage.slice(0, 2)).toEqual([1, 1])
  // Bread comes first, and trees share no word with the query.
  expect(modes.lexical?.passage).toEqual([1, 1, 0, 0])
  expect(modes.dense).toBeUndefined()
  expect(modes.hybrid?.tookMs).toHaveLength(4)
  expect(first.lines.filter((line) => line.startsWith('embedding'))).not.toEqual([])

  const second = await run()
  expect(second.made.library).toBe(first.made.library)
  expect(second.made.modes.hybrid?.passage).toEqual(modes.hybrid?.passage)
  expect(second.lines.filter((line) => /^(?:cutting|embedding|indexing)/.test(line))).toEqual([])

  const [hash = ''] = await readdir(join(dataFolder, 'eval'))
  await rm(join(dataFolder, 'eval', hash, 'whole'))
  const third = await run()
  expect(third.lines.filter((line) => line.startsWith('embedding')).at(-1)).toBe(
    'embedding: 2 documents, 0 texts',
  )
  expect(third.made.modes.hybrid?.passage).toEqual(modes.hybrid?.passage)
})

test('a run with a cross-encoder names it, and asks the same library in another order', async () => {
  const { folder, dataFolder } = await makeCorpus()
  const episodes = await readCorpora([folder], { ...readConfig({}), dataFolder })
  // About bread; eleven words of the other episode are in it, seven of this one.
  const misleading = 'how does the dough rest up and what is it that yeast lives on?'
  const run = async (crossEncoder: string | null) => {
    const config = { ...readConfig({}), dataFolder, crossEncoder }
    const asked: EvalSet = {
      name: 'test',
      queries: parseEvalSet(row('yeast', misleading, 'bread', 60), 'test.jsonl'),
    }
    const options = { scope: 'corpus' as const, every: 1, modes: ['hybrid'] as const, onProgress: () => {} }
    return runSet(asked, episodes, { ...options, config })
  }
  const without = await run(null)
  const reranked = await run(await makeTinyCrossEncoder())
  expect([without.crossEncoder, reranked.crossEncoder]).toEqual([
    undefined,
    expect.stringMatching(/^tiny-cross-encoder@[0-9a-f]{16}\/fp32$/),
  ])
  expect([without.modes.hybrid?.passage, reranked.modes.hybrid?.passage]).toEqual([[1], [2]])
  expect(reranked.library).toBe(without.library)
})

test('a set of which no episode is there says how to name the right folder', async () => {
  const { folder, dataFolder } = await makeCorpus()
  const config = { ...readConfig({}), dataFolder }
  const episodes = await readCorpora([folder], config)
  const lost = { name: 'lost', queries: set.queries.filter(({ id }) => id === 'missing') }
  const options = {
    scope: 'corpus' as const,
    every: 1,
    modes: ['hybrid'] as const,
    config,
    onProgress: () => {},
  }
  await expect(runSet(lost, episodes, options)).rejects.toThrow(
    /talks: stones\. Name its folder with --corpus/,
  )
})
