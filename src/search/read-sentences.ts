import type { StoredPassage } from '../catalog/catalog.js'
import type { PassageSentences, SentenceEvidence } from '../index/search-index.js'
import type { Hit } from './collapse.js'
import { isQuestion } from './is-question.js'
import type { Query } from './parse-query.js'
import { isWorthReading, type RerankDependencies } from './rerank.js'

/** The sentences of the first hits, read by the cross-encoder: which of them answers. */

/** Hits of a page whose sentences are read: about six sentences each. What is further down is seldom played. */
const readHits = 3

export interface ReadSentences {
  sentences: readonly PassageSentences[]
  degraded: boolean
}

/** Adds `relevance` to the sentences of the first hits; nothing, and `degraded`, when the cross-encoder fails. */
export async function readSentences(
  query: Query,
  hits: readonly Hit[],
  sentences: readonly PassageSentences[],
  { catalog, crossEncoder, onDegraded }: RerankDependencies,
): Promise<ReadSentences> {
  if (!crossEncoder || !isWorthReading(query)) return { sentences, degraded: false }
  try {
    const passages = await catalog.findPassages(hits.slice(0, readHits).map(({ place }) => place.passageId))
    const relevances = await Promise.all(
      passages.map((passage) => crossEncoder.score(query.question, sentenceTexts(passage))),
    )
    const relevancesOf = new Map(passages.map(({ id }, index) => [id, relevances[index] ?? []]))
    return {
      sentences: sentences.map((each) => addRelevance(each, relevancesOf.get(each.passageId) ?? [])),
      degraded: false,
    }
  } catch (error) {
    onDegraded(error)
    return { sentences, degraded: true }
  }
}

function addRelevance(
  { passageId, sentences }: PassageSentences,
  relevances: readonly number[],
): PassageSentences {
  return {
    passageId,
    sentences: sentences.map((sentence, index) => {
      const relevance = relevances[index]
      return relevance === undefined ? sentence : { ...sentence, relevance }
    }),
  }
}

/** The index of the most relevant sentence that does not ask, of equals the first; null where none was read. */
export function findMostRelevant(
  sentences: readonly string[],
  evidence: readonly SentenceEvidence[],
): number | null {
  let best: number | null = null
  let highest = -Infinity
  for (const [index, { relevance = -Infinity }] of evidence.entries())
    if (relevance > highest && !isQuestion(sentences[index] ?? '')) [best, highest] = [index, relevance]
  return best
}

const sentenceTexts = ({ text, sentences }: StoredPassage): string[] =>
  sentences.map(({ from, to }) => text.slice(from, to))
