import fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceParts, type TraceCosts } from '../../../src/editor/align/trace-parts.js'

const costs: TraceCosts = { aside: 0.5, leave: 2, next: 3, skip: 1, maxSkip: 3, jump: 6 }

const trace = (about: number[][], begins = about.map((row) => row.map(() => 0)), given = costs) => {
  const rows = (values: number[][]) => values.map((row) => Float32Array.from(row))
  const sentences = about[0]?.length ?? 0
  return [...traceParts(rows(about), rows(begins), { sentences, costs: given })]
}

test('parts follow one another where the evidence turns', () => {
  expect(trace([[4, 4, 0, 0], [0, 0, 4, 4]])).toEqual([0, 0, 1, 1]) // prettier-ignore
})

test('what tells of no part is aside, and a part that is never said is left out', () => {
  expect(trace([[-3, -3, 9, -3, -3], [-3, -3, -3, -3, -3], [-3, -3, -3, -3, 9]])).toEqual([-1, -1, 0, -1, 2]) // prettier-ignore
})

test('a sentence in passing does not end a part', () => {
  expect(trace([[4, 4, 0, 4, 4], [0, 0, 3, 0, 0]])).toEqual([0, 0, 0, 0, 0]) // prettier-ignore
})

test('a part told out of order is found there when the evidence is strong, and not when it is weak', () => {
  const told = (strength: number) => trace([[-3, -3, -3, 9, 9], [strength, strength, -3, -3, -3]]) // prettier-ignore
  expect(told(9)).toEqual([1, 1, -1, 0, 0])
  expect(told(1)).toEqual([-1, -1, -1, 0, 0])
})

test('of two sentences that may begin a part, the one that introduces it does', () => {
  const about = [[4, 4, 0, 0, 0, 0], [0, 0, 0, 0.4, 4, 4]] // prettier-ignore
  expect(trace(about, [[0, 0, 0, 0, 0, 0], [0, 0, 3, 0, 0, 0]])).toEqual([0, 0, 1, 1, 1, 1]) // prettier-ignore
})

test('nothing said, or nothing written, is no way', () => {
  expect(trace([[], []])).toEqual([])
  expect(trace([])).toEqual([])
})

/** Cost of going from what was said before (null: nothing yet; part and whether aside) to part `to`, each pair looked at. */
function moveCost(from: { part: number; aside: boolean } | null, to: number): number {
  const before = from?.part ?? -1
  if (before === to && from) return from.aside ? costs.leave : 0
  const forward =
    to > before ? costs.next + Math.min(costs.skip * (to - before - 1), costs.maxSkip) : Infinity
  return Math.min(forward, from === null ? Infinity : costs.jump)
}

/** A part that begins again after itself costs a jump, unless it never ended. */
function bestScore(about: number[][], begins: number[][]): number {
  const count = about[0]?.length ?? 0
  type State = { part: number; aside: boolean } | null
  const walk = (at: number, state: State): number => {
    if (at === count) return 0
    const options = about.map((row, part) => {
      const resumed = state?.part === part
      const cost = moveCost(state, part)
      const fresh = Math.min(state === null ? Infinity : costs.jump, resumed ? Infinity : cost)
      const gain = Math.max(resumed ? -cost : -Infinity, (begins[part]?.[at] ?? 0) - fresh)
      return gain + (row[at] ?? 0) + walk(at + 1, { part, aside: false })
    })
    const leave = state === null || state.aside ? 0 : costs.leave
    options.push(costs.aside - leave + walk(at + 1, state && { ...state, aside: true }))
    return Math.max(...options)
  }
  return walk(0, null)
}

/** The best score of all ways that show this path: what is aside in it comes after the part before it. */
function scoreOf(path: number[], about: number[][], begins: number[][]): number {
  let score = 0
  let state: { part: number; aside: boolean } | null = null
  for (const [at, part] of path.entries()) {
    if (part === -1) {
      score += costs.aside - (state === null || state.aside ? 0 : costs.leave)
      if (state !== null) state = { part: state.part, aside: true }
      continue
    }
    const resumed: boolean = state?.part === part
    const cost = moveCost(state, part)
    const fresh = Math.min(state === null ? Infinity : costs.jump, resumed ? Infinity : cost)
    score +=
      Math.max(resumed ? -cost : -Infinity, (begins[part]?.[at] ?? 0) - fresh) + (about[part]?.[at] ?? 0)
    state = { part, aside: false }
  }
  return score
}

test('no other way is better, all of them tried', () => {
  const number = fc.integer({ min: -2, max: 9 })
  const input = fc
    .record({ parts: fc.integer({ min: 1, max: 3 }), sentences: fc.integer({ min: 1, max: 5 }) })
    .chain(({ parts, sentences }) => {
      const rows = (value: fc.Arbitrary<number>) =>
        fc.array(fc.array(value, { minLength: sentences, maxLength: sentences }), {
          minLength: parts,
          maxLength: parts,
        })
      return fc.record({ about: rows(number), begins: rows(fc.integer({ min: 0, max: 7 })) })
    })
  fc.assert(
    fc.property(input, ({ about, begins }) => {
      expect(scoreOf(trace(about, begins), about, begins)).toBeCloseTo(bestScore(about, begins), 4)
    }),
  )
})
