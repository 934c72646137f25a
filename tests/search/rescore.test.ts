import { expect, test } from 'vitest'
import { describeCandidates, featureNames, rescore, type FeatureWeights } from '../../src/search/rescore.js'
import { evidenceOf } from './evidence-builder.js'

const onlyWeights = (weights: Partial<FeatureWeights>): FeatureWeights => ({
  ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Record<keyof FeatureWeights, number>),
  ...weights,
})

test('words count from zero, meaning between the farthest and the nearest candidate', () => {
  const [a, b, c] = describeCandidates([
    evidenceOf('a', { lexical: 10, dense: 0.5 }),
    evidenceOf('b', { lexical: 5, dense: 0.7 }),
    evidenceOf('c', { lexical: 0, dense: 0.9 }),
  ])
  expect([a?.lexical, b?.lexical, c?.lexical]).toEqual([1, 0.5, 0])
  expect([a?.dense, b?.dense, c?.dense]).toEqual([0, expect.closeTo(0.5, 12), 1])
})

test('neighbours are measured on the scale of the candidates', () => {
  const [a] = describeCandidates([
    evidenceOf('a', { dense: 0.2, neighbours: [0.3, 0.9] }),
    evidenceOf('b', { dense: 0.4, neighbours: [null] }),
  ])
  expect(a?.neighbours).toBeCloseTo(0.5 + 1, 12) // beyond the nearest candidate is as near as it
})

test('a document’s other passages speak for a passage, never the passage itself', () => {
  const described = describeCandidates([
    evidenceOf('a', { documentId: 'same', lexical: 10 }),
    evidenceOf('b', { documentId: 'same', lexical: 5 }),
    evidenceOf('c', { lexical: 10 }),
  ])
  expect(described.map(({ document }) => document)).toEqual([
    expect.closeTo(0.35, 12),
    expect.closeTo(0.7, 12),
    0,
  ])
})

test('the weighted sum ranks, and ties are in order of id', () => {
  const ranked = rescore(
    [evidenceOf('c', { coverage: 0.5 }), evidenceOf('b', { pairs: 1 }), evidenceOf('a', { coverage: 0.5 })],
    onlyWeights({ coverage: 1, pairs: 0.2 }),
  )
  expect(ranked).toEqual([
    { passageId: 'a', score: 0.5 },
    { passageId: 'c', score: 0.5 },
    { passageId: 'b', score: 0.2 },
  ])
})

test('nothing to compare is nothing, not a number that is none', () => {
  expect(rescore([])).toEqual([])
  expect(rescore([evidenceOf('only')])).toEqual([{ passageId: 'only', score: 0 }])
})
