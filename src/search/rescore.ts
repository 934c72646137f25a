import type { Scored } from '../domain/ranking.js'
import type { PassageEvidence } from '../index/search-index.js'
import { firstStageWeights } from './fuse.js'

/**
 * The second stage: a weighted sum of what speaks for each candidate, over the union of what both retrievers found. It
 * does what a fixed weight of two rankings cannot: the words count where they are rare and near each other, the meaning
 * where they are not. See docs/adr/0006 for what was tried and what it was worth.
 */

/** What speaks for a candidate, each in [0, 1] beside the other candidates of the query. */
export interface Features {
  /** BM25, over the best of the candidates. */
  lexical: number
  /** Cosine similarity, min-max over the candidates. */
  dense: number
  /** Sum of the same over the passages before and after: up to 2. */
  neighbours: number
  /** What it and its neighbours together hold of the query. */
  coverage: number
  /** What the titles of its document and chapter hold of it. */
  titleCoverage: number
  /** Pairs of words that follow each other in the query and here. */
  pairs: number
  /** The best first-stage score among the other passages of the document. */
  document: number
}

export type FeatureWeights = Readonly<Record<keyof Features, number>>

/**
 * By coordinate ascent on MRR@10 of one show alone (bench/tune-rescoring.ts): what wins there wins on the others too.
 * Words count by what of the query is there rather than by how often, which is why `lexical` is small.
 */
export const defaultWeights: FeatureWeights = {
  lexical: 0.05,
  dense: 0.9,
  neighbours: 0.1,
  coverage: 1.05,
  titleCoverage: 0.75,
  pairs: 1,
  document: 0.12,
}

/**
 * A name or a number is there or it is not, and neighbours that have it make no difference: how much of it a passage holds
 * counts more. MRR@10 of 323 identifiers .924 → .938, of 188 queries of one or two words .877 → .883.
 */
export const weightsOfNames: FeatureWeights = { ...defaultWeights, lexical: 0.6 }

/**
 * Where the model does not know the language its similarities are little more than noise. With those of every query
 * shuffled, MRR@10 of core.dev is .633 by the default weights, less than that of words alone (.654), and .689 by these.
 */
export const weightsOfWords: FeatureWeights = {
  ...defaultWeights,
  lexical: 0.6,
  dense: 0.3,
  neighbours: 0.03,
}

/** Of a candidate for which everything speaks. */
export const maxScore = Object.values(defaultWeights).reduce((total, weight) => total + weight, 0)

/** Best first; ties by passage id. Without terms or without vectors the features of the other side decide. */
export function rescore(
  evidence: readonly PassageEvidence[],
  weights: FeatureWeights = defaultWeights,
): Scored[] {
  const features = describeCandidates(evidence)
  return evidence
    .map(({ passageId }, index) => ({ passageId, score: weigh(features[index], weights) }))
    .sort((a, b) => b.score - a.score || (a.passageId < b.passageId ? -1 : 1))
}

function weigh(features: Features | undefined, weights: FeatureWeights): number {
  let score = 0
  if (features) for (const name of featureNames) score += weights[name] * features[name]
  return score
}

export const featureNames = Object.keys(defaultWeights) as (keyof Features)[]

/** In the order of the evidence. */
export function describeCandidates(evidence: readonly PassageEvidence[]): Features[] {
  const lexical = scaleBy(
    evidence.map((each) => each.lexical),
    { fromZero: true },
  )
  const dense = scaleBy(evidence.map((each) => each.dense))
  const firstStage = evidence.map(
    (each) => firstStageWeights.lexical * lexical(each.lexical) + firstStageWeights.dense * dense(each.dense),
  )
  const bestOfOthers = findBestOfOthers(evidence, firstStage)
  return evidence.map((each, index) => ({
    lexical: lexical(each.lexical),
    dense: dense(each.dense),
    neighbours: each.neighbours.reduce<number>((sum, similarity) => sum + dense(similarity), 0),
    coverage: each.coverage,
    titleCoverage: each.titleCoverage,
    pairs: each.pairs,
    document: bestOfOthers[index] ?? 0,
  }))
}

/** Min-max over the values that are there, as a function that clamps to [0, 1]; what is missing is 0. */
function scaleBy(
  values: readonly (number | null)[],
  { fromZero = false } = {},
): (value: number | null) => number {
  const known = values.filter((value) => value !== null)
  const min = fromZero ? 0 : Math.min(...known)
  const range = Math.max(...known) - min
  return (value) => (value === null || !(range > 0) ? 0 : Math.max(0, Math.min(1, (value - min) / range)))
}

/** For each candidate the best score among those of its document that are not itself. */
function findBestOfOthers(evidence: readonly PassageEvidence[], scores: readonly number[]): number[] {
  const best = new Map<string, [index: number, score: number][]>()
  for (const [index, { documentId }] of evidence.entries()) {
    const ranked = [...(best.get(documentId) ?? []), [index, scores[index] ?? 0] as [number, number]]
    best.set(documentId, ranked.sort((a, b) => b[1] - a[1]).slice(0, 2))
  }
  return evidence.map(
    ({ documentId }, index) => best.get(documentId)?.find(([other]) => other !== index)?.[1] ?? 0,
  )
}
