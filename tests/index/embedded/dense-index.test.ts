import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DenseIndex } from '../../../src/index/embedded/dense-index.js'
import { HnswGraph } from '../../../src/index/embedded/hnsw-graph.js'
import { LabelSet } from '../../../src/index/embedded/label-set.js'
import { makeVectors, rankByBruteForce } from './random-vectors.js'

const setOf = (labels: Iterable<number>): LabelSet => {
  const set = new LabelSet()
  for (const label of labels) set.add(label)
  return set
}
const labelsOf = (found: readonly { label: number }[]) => found.map(({ label }) => label)

function growWhole(dense: DenseIndex): void {
  while (dense.growGraph());
}

describe('the graph', () => {
  const vectors = makeVectors(5_000, 64, 1)
  const queries = makeVectors(100, 64, 2)
  const all = setOf(vectors.keys())

  test('finds at least 95 of 100 of the true nearest ten of 5,000 vectors, also under filters and after growing twice', () => {
    const dense = new DenseIndex(64, 100)
    for (const [label, vector] of vectors.entries()) dense.add(label, vector)
    growWhole(dense)
    const recallOf = (allowed: LabelSet) => {
      const positions = [...allowed]
      const inside = positions.map((position) => vectors[position] ?? new Float32Array(64))
      let found = 0
      for (const query of queries) {
        const truth = rankByBruteForce(inside, query, 10).map((position) => positions[position] ?? -1)
        const labels = new Set(labelsOf(dense.search(query, allowed, 10)))
        found += truth.filter((label) => labels.has(label)).length / truth.length
      }
      return found / queries.length
    }
    expect(dense.graph?.size).toBe(5_000)
    expect(recallOf(all)).toBeGreaterThanOrEqual(0.95)
    expect(recallOf(setOf([...all].filter((label) => label % 7 === 0)))).toBeGreaterThanOrEqual(0.95)
    // one in a thousand: fewer than are scanned anyway
    expect(recallOf(setOf([7, 1007, 2007, 3007, 4007]))).toBe(1)
  })

  test('fills the ranking whatever the filter leaves, without exact scans too', () => {
    const dense = new DenseIndex(64, 0)
    for (const [label, vector] of vectors.slice(0, 3_000).entries()) dense.add(label, vector)
    growWhole(dense)
    for (const share of [2, 10, 100, 1000]) {
      const allowed = setOf([...Array(3_000).keys()].filter((label) => label % share === 1))
      const found = dense.search(queries[0] ?? new Float32Array(64), allowed, 100)
      expect(found).toHaveLength(Math.min(100, allowed.size))
      expect(found.every(({ label }) => allowed.has(label))).toBe(true)
    }
  })

  test('takes no label twice, and grows past its capacity', () => {
    const graph = HnswGraph.create(4)
    const unit = Float32Array.of(1, 0, 0, 0)
    for (let label = 0; label < 8_200; label++) graph.add(label, unit)
    expect(graph.size).toBe(8_200)
    expect(() => graph.add(8_199, unit)).toThrow(RangeError)
  })

  test('asked for more than it holds, gives what it holds; empty, nothing', () => {
    const graph = HnswGraph.create(4)
    const unit = Float32Array.of(0, 1, 0, 0)
    expect(graph.search(unit, 10, 10, () => true)).toEqual([])
    graph.add(17, unit)
    expect(graph.search(unit, 10, 10, () => true)).toEqual([17])
    expect(graph.search(unit, 10, 10, () => false)).toEqual([])
  })
})

test('without enough vectors there is no graph, and search is exact', () => {
  const vectors = makeVectors(200, 8, 3)
  const dense = new DenseIndex(8, 200)
  for (const [label, vector] of vectors.entries()) dense.add(label, vector)
  expect(dense.growGraph()).toBe(false)
  expect(dense.graph).toBeNull()
  for (const query of makeVectors(20, 8, 4))
    expect(labelsOf(dense.search(query, setOf(vectors.keys()), 15))).toEqual(
      rankByBruteForce(vectors, query, 15),
    )
})

test('what the graph has not taken in yet, and what is removed while it has, is right at once', () => {
  const vectors = makeVectors(600, 8, 5)
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ grow: fc.integer({ min: 0, max: 60 }), remove: fc.integer({ min: 0, max: 599 }) }),
        {
          minLength: 1,
          maxLength: 30,
        },
      ),
      (steps) => {
        const dense = new DenseIndex(8, 20)
        const alive = new Set<number>()
        for (const [label, vector] of vectors.entries()) {
          dense.add(label, vector)
          alive.add(label)
          const step = steps[label % steps.length]
          for (let grown = 0; grown < (step?.grow ?? 0) && dense.growGraph(); grown++);
          if (step && step.remove <= label) {
            dense.remove(step.remove)
            alive.delete(step.remove)
          }
        }
        const query = vectors[0] ?? new Float32Array(8)
        const found = labelsOf(dense.search(query, setOf(alive), alive.size))
        // everything that is asked for: no vector may be lost between graph, lag and removal
        expect(found.toSorted((a, b) => a - b)).toEqual([...alive].sort((a, b) => a - b))
        expect(dense.size).toBe(alive.size)
      },
    ),
    { numRuns: 30 },
  )
})

test('the nearest vector is found before the graph has taken it in', () => {
  const vectors = makeVectors(100, 8, 7)
  const dense = new DenseIndex(8, 20)
  for (const [label, vector] of vectors.entries()) dense.add(label, vector)
  growWhole(dense)
  const query = Float32Array.of(0, 0, 0, 0, 0, 0, 0, 1)
  dense.add(100, query)
  expect(dense.graph?.has(100)).toBe(false)
  expect(dense.search(query, setOf(Array(101).keys()), 1)).toEqual([{ label: 100, score: 1 }])
})

test('a graph of which most is gone is given up and built again from what is left', () => {
  const vectors = makeVectors(400, 8, 6)
  const dense = new DenseIndex(8, 20)
  for (const [label, vector] of vectors.entries()) dense.add(label, vector)
  growWhole(dense)
  for (let label = 0; label < 200; label++) dense.remove(label)
  expect(dense.graph?.size).toBe(400)
  dense.remove(200)
  expect(dense.graph).toBeNull()
  growWhole(dense)
  expect(dense.graph?.size).toBe(199)
})

test('ties with the last are all given, so that the caller can break them', () => {
  const dense = new DenseIndex(2, 10)
  for (const label of [1, 2, 3]) dense.add(label, Float32Array.of(1, 0))
  dense.add(4, Float32Array.of(0, 1))
  expect(labelsOf(dense.search(Float32Array.of(2, 0), setOf([1, 2, 3, 4]), 2))).toEqual([1, 2, 3])
})

test('a query vector of another size, or with a hole, is a bug', () => {
  const dense = new DenseIndex(2)
  expect(() => dense.search(Float32Array.of(1), setOf([]), 1)).toThrow(RangeError)
  expect(() => dense.search(Float32Array.of(1, NaN), setOf([]), 1)).toThrow(RangeError)
  expect(dense.search(Float32Array.of(0, 0), setOf([]), 1)).toEqual([])
})
