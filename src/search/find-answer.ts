import type { Catalog, StoredPassage } from '../catalog/catalog.js'
import { correctTime, noCorrections } from '../domain/corrections.js'
import type { ModelIdentity } from '../embed/embedder.js'
import type { PassageSentences, SentenceEvidence } from '../index/search-index.js'
import { findBestSentence } from './best-sentence.js'
import type { Hit } from './collapse.js'
import { isQuestion } from './is-question.js'
import type { Query } from './parse-query.js'
import { maxScore } from './rescore.js'
import type { Answer } from './search-result.js'

/** A question → the sentences that answer it, word for word, or nothing: a wrong answer is worse than none. */

/**
 * How sure an answer must be, from 0 to 1: docs/adr/0007-answers.md has what each threshold is worth.
 */
const minConfidence = 0.7

/**
 * Of a logistic regression of "the sentence lies in the labelled range", on half of the episodes of 999 questions of five
 * sets and on 729 that the library cannot answer. `score` is that of the hit, as a share of the largest there is.
 */
const confidenceWeights = { bias: -12.3, similarity: 11.7, score: 5.8 }

/** Similarities of another model lie elsewhere: its answers would be sure of too much, or of nothing. */
export const isCalibratedFor = ({ model }: Pick<ModelIdentity, 'model'>): boolean =>
  /bge-small-en-v1\.5/.test(model)

/** Sentences of an answer. */
const maxSentences = 3
/** A sentence with fewer words seldom says it all: `Yes, it does.` */
const minWords = 8
/** A following sentence belongs to the answer when it is hardly less near to the question. */
const maxFall = 0.05

/** The answer, when the query is a question and the best hit is sure enough. Reads one passage. */
export async function findAnswer(
  query: Query,
  hits: readonly Hit[],
  sentences: readonly PassageSentences[],
  catalog: Pick<Catalog, 'findPassages' | 'findCorrections'>,
): Promise<Answer | null> {
  const [hit] = hits
  const found = hit && sentences.find(({ passageId }) => passageId === hit.place.passageId)
  if (query.kind !== 'question' || query.language !== 'en' || query.mode !== 'hybrid' || !found) return null
  const [passage] = await catalog.findPassages([hit.place.passageId])
  if (!passage) return null
  const texts = sentenceTexts(passage)
  const best = findBestSentence(texts, found.sentences)
  // Who asks the same has not answered.
  if (isQuestion(texts[best] ?? '')) return null
  if (judgeConfidence(found.sentences[best], hit.score / maxScore) < minConfidence) return null
  const { documentId } = passage
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  return {
    sentences: chooseSentences(texts, best, found.sentences).map((index) => ({
      text: texts[index] ?? '',
      documentId,
      passageId: passage.id,
      startMs: correctTime(passage.sentences[index]?.startMs ?? null, corrections),
    })),
  }
}

/**
 * How likely the sentence answers, from 0 to 1.
 * @param score of its hit, as a share of the largest score there is
 */
export function judgeConfidence(sentence: SentenceEvidence | undefined, score: number): number {
  const { bias, similarity, score: scoreWeight } = confidenceWeights
  return 1 / (1 + Math.exp(-(bias + similarity * (sentence?.similarity ?? 0) + scoreWeight * score)))
}

/** Indexes of the best sentence and of those after it that go on with the answer. */
export function chooseSentences(
  texts: readonly string[],
  best: number,
  evidence: readonly SentenceEvidence[],
): number[] {
  const chosen = [best]
  for (let next = best + 1; next < texts.length && chosen.length < maxSentences; next++) {
    if (isQuestion(texts[next] ?? '') || isBrokenOff(texts[next] ?? '')) break
    const said = chosen.map((index) => texts[index] ?? '').join(' ')
    const isShort = said.split(/\s+/u).length < minWords
    const fall = (evidence[best]?.similarity ?? 0) - (evidence[next]?.similarity ?? -1)
    if (!isShort && fall > maxFall) break
    chosen.push(next)
  }
  return chosen
}

const isBrokenOff = (text: string): boolean => /(?:\.\.\.|…|[-–—,])\s*$/u.test(text)

const sentenceTexts = ({ text, sentences }: StoredPassage): string[] =>
  sentences.map(({ from, to }) => text.slice(from, to))
