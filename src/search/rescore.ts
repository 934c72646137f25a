import type { Scored } from '../domain/ranking.js'
import type { PassageEvidence } from '../index/search-index.js'

/**
 * The second stage: a weighted sum of what speaks for each candidate, over the union of what both retrievers found. It
 * does what a fixed weight of two rankings cannot: the words count where they are rare and near each other, the meaning
 * where they are not. See docs/adr/0005 for what was tried and what it was worth.
 */

/** What speaks for a candidate, each in [0, 1] beside the other candidates of the query. */
export interface Features {
  /** BM25, over the best of the candidates. */
  lexical: number
  /** Cosine similarity, min-max over the candidates. */
  dense: number
  /** Similarity of the sentence that is nearest to the query, min-max over the candidates. */
  sentence: number
  /** Sums over the passages before and after. */
  neighbourLexical: number
  neighbourDense: number
  coverage: number
  wideCoverage: number
  titleCoverage: number
  /** Of the sentence that holds most of the query. */
  sentenceCoverage: number
  pairs: number
  proximity: number
  /** The best first-stage score among the other passages of the document. */
  document: number
}

export type FeatureWeights = Readonly<Record<keyof Features, number>>

export const defaultWeights: FeatureWeights = {
  lexical: 0.65,
  dense: 0.25,
  sentence: 0.6,
  neighbourLexical: 0.14,
  neighbourDense: 0.06,
  coverage: 0.4,
  wideCoverage: 0.85,
  titleCoverage: 0.55,
  sentenceCoverage: 0,
  pairs: 0.55,
  proximity: 0.15,
  document: 0,
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
  const sentence = scaleBy(evidence.map(bestSimilarity))
  const firstStage = evidence.map((each) => 0.7 * lexical(each.lexical) + 0.3 * dense(each.dense))
  const bestOfOthers = findBestOfOthers(evidence, firstStage)
  return evidence.map((each, index) => ({
    lexical: lexical(each.lexical),
    dense: dense(each.dense),
    sentence: sentence(bestSimilarity(each)),
    neighbourLexical: sum(each.neighbours.map((neighbour) => lexical(neighbour.lexical))),
    neighbourDense: sum(each.neighbours.map((neighbour) => dense(neighbour.dense))),
    coverage: each.coverage,
    wideCoverage: each.wideCoverage,
    titleCoverage: each.titleCoverage,
    sentenceCoverage: Math.max(0, ...each.sentences.map(({ coverage }) => coverage)),
    pairs: each.pairs,
    proximity: each.proximity,
    document: bestOfOthers[index] ?? 0,
  }))
}

function bestSimilarity({ sentences }: PassageEvidence): number | null {
  let best: number | null = null
  for (const { similarity } of sentences)
    if (similarity !== null && (best === null || similarity > best)) best = similarity
  return best
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
