import { spawnSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { expectGone, isAlive } from '../builders/processes.js'
import { makeTinyCrossEncoder } from '../embed/tiny-cross-encoder.js'
import { aDataFolder, runCli, sample, startServerWith } from './running-server.js'

/** The program with a cross-encoder: it is asked, may die, and ends with the server. */

function findScorers(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s.*score-process/.exec(line))
    .filter((match) => Number(match?.[2]) === parent)
    .map((match) => Number(match?.[1]))
}

test('a served search is read again by the cross-encoder, whose process may die and ends with the server', async () => {
  const { folder, remove } = await aDataFolder()
  onTestFinished(remove)
  expect((await runCli(folder, 'add', sample('five-minutes-on-search/posts'))).code).toBe(0)
  const crossEncoder = await makeTinyCrossEncoder()
  const server = await startServerWith({ CUEPOINT_CROSS_ENCODER: crossEncoder }, folder, '--no-sample')
  onTestFinished(async () => void (await server.stop()))
  // What was added without a server is indexed by the first one.
  await server.untilIdle()
  const [first = 0, ...others] = findScorers(server.process.pid ?? 0)
  expect([isAlive(first), others]).toEqual([true, []])

  const ask = async (question: string) => {
    const found = await server.json<SearchResponse>(`/api/v1/search?q=${encodeURIComponent(question)}`)
    return { degraded: found.degraded, hits: found.hits.map(({ passageId, score }) => [passageId, score]) }
  }
  const asked = await ask('what is it that an embedding does to a text?')
  expect(asked.degraded).toBe(false)
  expect(asked.hits.length).toBeGreaterThan(1)

  process.kill(first, 'SIGKILL')
  await expectGone([first])
  // The server may not have heard of it yet: then this search goes on without it.
  const after = await ask('why would anybody need an index for that?')
  expect(after.hits.length).toBeGreaterThan(1)
  expect((await ask('how do you know which of the two is better?')).degraded).toBe(false)
  const [second = 0] = findScorers(server.process.pid ?? 0)
  expect(isAlive(second)).toBe(true)
  expect(await server.stop()).toBe(0)
  await expectGone([second])
})

test('doctor asks the cross-encoder, and says what is wrong with what is none', async () => {
  const { folder, remove } = await aDataFolder()
  onTestFinished(remove)
  onTestFinished(() => void delete process.env.CUEPOINT_CROSS_ENCODER)
  process.env.CUEPOINT_CROSS_ENCODER = await makeTinyCrossEncoder()
  const well = await runCli(folder, 'doctor')
  expect([well.code, well.stdout]).toEqual([
    0,
    expect.stringMatching(/^ok {3}reranker tiny-cross-encoder@[0-9a-f]{16}\/fp32 scores$/m),
  ])
  process.env.CUEPOINT_CROSS_ENCODER = await makeTinyCrossEncoder({ labels: 2 })
  const ill = await runCli(folder, 'doctor')
  expect([ill.code, ill.stdout]).toEqual([
    2,
    expect.stringMatching(/^FAIL reranker MODEL_CORRUPT: .+gives 2 logits.+Set CUEPOINT_CROSS_ENCODER/m),
  ])
})

test('doctor tells of every check, also when a model is missing', async () => {
  const { folder, remove } = await aDataFolder()
  onTestFinished(remove)
  onTestFinished(() => {
    delete process.env.CUEPOINT_CROSS_ENCODER
    delete process.env.CUEPOINT_MODEL
  })
  const verdicts = async () => {
    const { code, stdout } = await runCli(folder, 'doctor', '--json')
    const { findings } = JSON.parse(stdout) as { findings: { check: string; ok: boolean; detail: string }[] }
    return { code, findings: findings.map(({ check, ok }) => `${check} ${ok}`), details: findings }
  }
  process.env.CUEPOINT_CROSS_ENCODER = '/nowhere'
  const withoutReranker = await verdicts()
  expect([withoutReranker.code, withoutReranker.findings]).toEqual([
    2,
    ['node true', 'folder true', 'disk true', 'catalog true', 'model true', 'reranker false', 'index true'],
  ])
  process.env.CUEPOINT_MODEL = '/nowhere'
  const withoutModels = await verdicts()
  expect([withoutModels.code, withoutModels.findings]).toEqual([
    2,
    ['node true', 'folder true', 'disk true', 'catalog true', 'model false', 'reranker false', 'index false'],
  ])
  expect(withoutModels.details.at(-1)?.detail).toBe('not asked: it needs the model')
})
