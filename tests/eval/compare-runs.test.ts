import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { assertNotRegressed, compareRuns } from '../../src/eval/compare-runs.js'
import { readRun, writeRun, type EvalRun } from '../../src/eval/eval-run.js'
import { describeComparison, describeRun } from '../../src/eval/print-report.js'
import { summarizeRun } from '../../src/eval/summarize-run.js'

const aModeRun = (passage: number[], moment = passage) => ({
  passage,
  moment,
  seekErrorMs: passage.map((rank) => (rank === 1 ? 1000 : null)),
  tookMs: passage.map((_, index) => index + 1),
})

/** Queries a, b, c, d: two questions, two chapters; b and d share few words with their answers. */
const aRun = (fields: Partial<EvalRun> = {}): EvalRun => ({
  format: 1,
  set: 'test',
  library: 'library-1',
  model: 'model',
  commit: null,
  machine: { cpu: 'cpu', cores: 2, node: 'v20' },
  date: '2026-01-01T00:00:00.000Z',
  skipped: [],
  refused: [],
  queries: ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    kind: index < 2 ? 'question' : 'chapter',
    show: 'one',
    overlap: index % 2 === 0 ? 0.8 : 0.5,
    marked: true,
  })),
  modes: { hybrid: aModeRun([1, 2, 1, 0]), dense: aModeRun([0, 2, 0, 0]), lexical: aModeRun([1, 0, 2, 0]) },
  ...fields,
})

test('a run is told by kind and overlap, but not by a show that is the only one', () => {
  const { slices } = summarizeRun(aRun())
  expect(
    slices.map(({ by, value, queries, modes }) => [by, value, queries, modes.hybrid?.passage.mrr10.mean]),
  ).toEqual([
    ['all', 'all', 4, 0.625],
    ['kind', 'chapter', 2, 0.5],
    ['kind', 'question', 2, 0.75],
    ['overlap', '> 0.5', 2, 1],
    ['overlap', '≤ 0.5', 2, 0.25],
  ])
})

test('hybrid is compared with the better of the others, kind by kind', () => {
  const { versusSingle } = summarizeRun(aRun())
  expect(versusSingle.map(({ kind, single, before, after }) => [kind, single, before, after])).toEqual([
    ['all', 'lexical', 0.375, 0.625],
    ['chapter', 'lexical', 0.25, 0.5],
    ['question', 'lexical', 0.5, 0.75], // dense has .25
  ])
})

test('seek errors, answers and times are summed up by mode', () => {
  const mode = {
    ...aModeRun([1, 0, 1, 1]),
    seekErrorMs: [4000, null, 1000, 2000],
    leadErrorMs: [2500, null, 0, 0],
    answers: [true, null, false, true],
  }
  const run = aRun({ modes: { hybrid: mode } })
  const isQuestion = (index: number) => run.queries[index]?.kind === 'question'
  expect(summarizeRun(run).modes.hybrid).toEqual({
    seek: {
      marked: 4,
      found: 3,
      medianMs: 2000,
      p90Ms: 4000,
      beyondLead: { medianMs: 0, p90Ms: 2500 },
    },
    answers: {
      questions: [0, 1, 2, 3].filter(isQuestion).length,
      given: [0, 2, 3].filter(isQuestion).length,
      right: [0, 3].filter(isQuestion).length,
    },
    tookMs: { median: 2, p95: 4, max: 4 },
  })
})

describe('two runs', () => {
  const later = aRun({
    library: 'library-2',
    queries: ['d', 'c', 'e'].map((id) => ({
      id,
      kind: 'chapter',
      show: 'one',
      overlap: null,
      marked: false,
    })),
    modes: { hybrid: aModeRun([4, 2, 1]) },
  })

  test('are compared on the queries and modes that both have, whatever their order', () => {
    const { slices, ...rest } = compareRuns(aRun(), later)
    expect(rest).toEqual({
      queries: 2,
      unshared: 3,
      isSameLibrary: false,
      crossEncoders: { before: null, after: null },
    })
    // d: 0 → 1/4; c: 1 → 1/2
    expect(slices.map(({ by, mode, judging, before, after }) => [by, mode, judging, before, after])).toEqual([
      ['all', 'hybrid', 'passage', 0.5, 0.375],
      ['all', 'hybrid', 'moment', 0.5, 0.375],
    ])
  })

  test('that share no query, or no mode, cannot be compared', () => {
    const lexical = aRun({ modes: { lexical: aModeRun([1, 1, 1, 1]) } })
    expect(() => compareRuns(lexical, later)).toThrow(/shares no mode/)
    expect(() => compareRuns(aRun({ queries: [], modes: {} }), later)).toThrow(/shares no query/)
  })

  test('a fall of no more than the tolerance passes, a larger one is EVAL_REGRESSED', () => {
    const comparison = compareRuns(aRun(), later)
    expect(() => assertNotRegressed({ ...comparison, unshared: 0 }, 0.125)).not.toThrow()
    expect(() => assertNotRegressed({ ...comparison, unshared: 0 }, 0.12)).toThrow(
      expect.objectContaining({
        code: 'EVAL_REGRESSED',
        message: expect.stringContaining('from 0.500 to 0.375 over 2 queries') as string,
      }) as Error,
    )
  })

  test('queries that only one of the runs asked make no gate', () => {
    expect(() => assertNotRegressed(compareRuns(aRun(), later), 1)).toThrow(
      expect.objectContaining({ code: 'EVAL_INPUT_INVALID' }) as Error,
    )
  })

  test('a gain passes, and a run without hybrid cannot be judged', () => {
    expect(() => assertNotRegressed({ ...compareRuns(later, aRun()), unshared: 0 }, 0)).not.toThrow()
    const lexical = aRun({ modes: { lexical: aModeRun([1, 1, 1, 1]) } })
    expect(() => assertNotRegressed({ ...compareRuns(lexical, lexical), unshared: 0 }, 0)).toThrow(
      /needs the mode hybrid/,
    )
  })
})

describe('a run file', () => {
  const place = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cuepoint-run-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    return join(folder, 'run.json')
  }

  test('is read as it was written', async () => {
    const path = await place()
    await writeRun(path, aRun())
    expect(await readRun(path)).toEqual(aRun())
  })

  test.each([
    ['no JSON', '{'],
    ['no run', '{"format": 2}'],
    ['a run with a column too short', JSON.stringify(aRun({ modes: { hybrid: aModeRun([1]) } }))],
    [
      'a run with a rank that cannot be',
      JSON.stringify(aRun({ modes: { hybrid: aModeRun([1, 1, 1, 101]) } })),
    ],
  ])('that is %s is refused', async (_, text) => {
    const path = await place()
    await writeFile(path, text)
    await expect(readRun(path)).rejects.toThrow(
      expect.objectContaining({ code: 'EVAL_INPUT_INVALID' }) as Error,
    )
  })
})

test('a report has a row for each part and mode, and says what was left out', () => {
  const run = aRun({ skipped: ['x', 'y'], refused: ['d'] })
  const lines = describeRun(run, summarizeRun(run))
  expect(lines.slice(0, 3)).toEqual([
    'test: 4 queries, library library-1, model, commit unknown',
    '2 rows skipped: their episode is not in the library, or several could be meant',
    '1 rows refused by search, counted as not found',
  ])
  expect(lines[5]).toMatch(
    /^all +hybrid +4 +0\.625 \[0\.\d{3}, \d\.\d{3}\] +0\.500 +0\.750 +0\.750 +0\.750 +0\.658 /,
  )
  expect(lines.at(-3)).toBe(
    'hybrid: median 2 ms, p95 4 ms, max 4 ms; seek error median 1.0 s, p90 1.0 s (2 of 4 marked sentences found); beyond the lead of up to 8 s median 0.0 s, p90 0.0 s',
  )
})

test('a comparison says when the libraries are not the same', () => {
  const lines = describeComparison(compareRuns(aRun(), aRun({ library: 'library-2' })))
  expect(lines[1]).toBe('The runs searched different libraries: other episodes, passages or model')
  expect(lines[4]).toMatch(/^all +hybrid +passage +4 +0\.625 +0\.625 +\+0\.000 \[0\.000, 0\.000\] +1\.000$/)
})

test('a run and a comparison say which cross-encoder was on', () => {
  const reranked = aRun({ crossEncoder: 'reader@1/q8' })
  expect(describeRun(reranked, summarizeRun(reranked))[0]).toBe(
    'test: 4 queries, library library-1, model and reader@1/q8, commit unknown',
  )
  expect(describeComparison(compareRuns(aRun(), reranked))[1]).toBe(
    'Cross-encoder: none before, reader@1/q8 after',
  )
  expect(describeComparison(compareRuns(reranked, reranked))[1]).toBe('')
})
