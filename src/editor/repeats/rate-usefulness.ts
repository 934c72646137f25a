import type { PairGroup } from './group-pairs.js'
import { lengthOf, type RepeatDocument, type RepeatText } from './repeat-text.js'

const msPerYear = 31_557_600_000
/** Further apart is no more of a find. */
const maxYears = 2
const otherSourceFactor = 1.25

/** What an editor can do most with ranks first: told at length, in many documents, by several sources, and years apart. */
export function rateUsefulness({ centre, others }: PairGroup, text: RepeatText): number {
  const spans = [centre, ...others.map(({ span }) => span)]
  const documents = new Set(
    spans.flatMap(({ from }) => text.documents[text.sentences[from]?.document ?? 0] ?? []),
  )
  const sources = new Set([...documents].map(({ sourceId }) => sourceId))
  const likeness = others.reduce((sum, other) => sum + other.likeness, 0) / others.length
  const words = lengthOf(text.wordsOf(centre))
  return (
    (Math.log2(documents.size) + 0.5) *
    Math.log2(Math.max(2, words)) *
    likeness *
    (1 + Math.min(maxYears, yearsApart([...documents])) / 4) *
    (sources.size > 1 ? otherSourceFactor : 1)
  )
}

function yearsApart(documents: readonly RepeatDocument[]): number {
  const dates = documents.flatMap(({ publishedAt }) => (publishedAt === null ? [] : Date.parse(publishedAt)))
  return dates.length > 1 ? (Math.max(...dates) - Math.min(...dates)) / msPerYear : 0
}
