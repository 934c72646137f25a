import { openQueryEmbedder } from '../src/embed/open-embedder.js'
import { readConfig } from '../src/config.js'
import { askCandidates, type Candidates } from './ask-candidates.js'
import { round } from './bench-run.js'
import { defaultWeights, featureNames, type FeatureWeights } from '../src/search/rescore.js'

/**
 * Weights of the second stage by coordinate ascent on MRR@10 over labelled sets, for each show alone, and what they are
 * worth on the other shows: what wins only where it was found is thrown away.
 *
 *     npm run bench:tune -- <set.jsonl> <corpus folder>…
 */

const steps = [0.4, 0.2, 0.1, 0.05]
const roundsPerStep = 3
const cutOff = 10

const [set, ...corpora] = process.argv.slice(2)
if (set === undefined || corpora.length === 0)
  throw new RangeError('name a set and its corpora: npm run bench:tune -- <set.jsonl> <folder>…')

const config = readConfig()
const embedder = await openQueryEmbedder(config)
const queries = await askCandidates(set, corpora, { config, embedder })
await embedder.close()

const byShow = new Map<string, Candidates[]>()
for (const query of queries) byShow.set(query.show, [...(byShow.get(query.show) ?? []), query])

const rows: [string, FeatureWeights][] = [
  ['in use', defaultWeights],
  ['words alone', onlyFeature('lexical')],
  ['meaning alone', onlyFeature('dense')],
  ...[...byShow].map(([show, own]): [string, FeatureWeights] => [`tuned on ${show}`, ascend(own)]),
]
for (const [name, weights] of rows) {
  const worth = [...byShow].map(([show, own]) => `${show} ${round(meanReciprocalRank(own, weights), 3)}`)
  console.log(`${name}: ${worth.join(', ')}`)
  console.log(`  ${featureNames.map((feature) => `${feature} ${round(weights[feature], 2)}`).join(', ')}`)
}

function onlyFeature(name: keyof FeatureWeights): FeatureWeights {
  return Object.fromEntries(featureNames.map((each) => [each, each === name ? 1 : 0])) as FeatureWeights
}

function ascend(own: readonly Candidates[]): FeatureWeights {
  let weights = defaultWeights
  let best = meanReciprocalRank(own, weights)
  for (const step of steps)
    for (let round = 0; round < roundsPerStep; round++)
      for (const name of featureNames)
        for (const change of [step, -step]) {
          const tried = { ...weights, [name]: Math.max(0, weights[name] + change) }
          const worth = meanReciprocalRank(own, tried)
          if (worth > best + 1e-6) [weights, best] = [tried, worth]
        }
  return weights
}

function meanReciprocalRank(own: readonly Candidates[], weights: FeatureWeights): number {
  let sum = 0
  for (const { features, relevant } of own) {
    const scores = features.map((each) =>
      featureNames.reduce((score, name) => score + weights[name] * each[name], 0),
    )
    const best = Math.max(-Infinity, ...scores.filter((_, index) => relevant[index]))
    const rank = 1 + scores.filter((score) => score > best).length
    if (best > -Infinity && rank <= cutOff) sum += 1 / rank
  }
  return sum / Math.max(1, own.length)
}
