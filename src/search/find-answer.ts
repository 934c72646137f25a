import type { Catalog, StoredPassage } from '../catalog/catalog.js'
import { findConceptNames } from '../concepts/find-concept-names.js'
import { correctSpeaker, correctTime, noCorrections } from '../domain/corrections.js'
import type { ModelIdentity } from '../embed/embedder.js'
import type { QueryTerm } from '../index/analyze.js'
import type { PassageSentences, SentenceEvidence } from '../index/search-index.js'
import { readAskedForm, type AskedForm } from './asked-form.js'
import { findBestSentence } from './best-sentence.js'
import type { Hit } from './collapse.js'
import { findDefinition, namesOfSubject, tellsOf, type FoundDefinition } from './find-definition.js'
import { holdsAsked } from './holds-asked.js'
import { wantsAnswer } from './is-question.js'
import type { Query } from './parse-query.js'
import { placesOf } from './load-results.js'
import { maxScore } from './rescore.js'
import type { Answer } from './search-result.js'
import { findSpokenBy } from './spoken-by.js'
import { textsOf } from './sentence-texts.js'

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

/** Hits that are read for a definition. */
export const hitsRead = 10

export type AnswerCatalog = Pick<
  Catalog,
  'findPassages' | 'findCorrections' | 'findConceptsByKey' | 'findConceptSummaries'
>

/** What a question asks for. */
export interface Asked {
  form: AskedForm & { names?: readonly string[] }
  /** Where one of the first hits says what the thing is, that is asked for. */
  definition: FoundDefinition | null
}

/**
 * Null for a query that gets no answer: one that is no question, or not in English, which answers are calibrated in.
 * @param terms of the question, with other ways to write them
 */
export async function readAsked(
  query: Query,
  terms: readonly QueryTerm[],
  hits: readonly Hit[],
  catalog: AnswerCatalog,
): Promise<Asked | null> {
  if (query.kind !== 'question' || query.language !== 'en' || query.mode !== 'hybrid') return null
  const form = readAskedForm(query.question)
  if (form.wants !== 'definition') return { form, definition: null }
  const ids = hits.slice(0, hitsRead).flatMap(ownPassages)
  const [concept, found] = await Promise.all([
    findConceptNames(form.subject, catalog),
    catalog.findPassages(ids),
  ])
  const names = namesOfSubject(form.subject, terms, concept)
  const heard = await findHeard(query, found, catalog)
  const passageOf = new Map(found.map((passage) => [passage.id, passage]))
  const passages = ids.flatMap((id) => passageOf.get(id) ?? [])
  const isHeard = ({ id }: StoredPassage, index: number): boolean => heard.get(id)?.has(index) ?? false
  return {
    form: form.isBare || concept ? { ...form, names } : form,
    definition: findDefinition(passages, names, concept?.definition ?? null, isHeard),
  }
}

/** By passage the sentences that count: who asks for a speaker is not answered by another one. */
async function findHeard(
  { filter }: Query,
  passages: readonly StoredPassage[],
  catalog: Pick<Catalog, 'findCorrections'>,
): Promise<Map<string, ReadonlySet<number>>> {
  const corrections = await catalog.findCorrections(passages.map(({ documentId }) => documentId))
  return new Map(
    passages.map((passage) => [
      passage.id,
      findSpokenBy(filter.speakers ?? [], passage, corrections.get(passage.documentId) ?? noCorrections),
    ]),
  )
}

/**
 * The answer, when something is sure enough: what is asked for by `what is …?` is said by whoever of the first hits
 * defines it, anything else by the best sentence of the best hit.
 * @param sentences of the best hit at least
 */
export async function findAnswer(
  { form, definition }: Asked,
  query: Query,
  hits: readonly Hit[],
  sentences: readonly PassageSentences[],
  catalog: AnswerCatalog,
): Promise<Answer | null> {
  if (definition) return quote(definition.passage, range(definition.from, definition.to), catalog)
  return answerByNearest(form, query, hits, sentences, catalog)
}

/** Without those of other documents that say the same. */
const ownPassages = (hit: Hit): string[] =>
  placesOf(hit)
    .filter(({ documentId }) => documentId === hit.place.documentId)
    .map(({ passageId }) => passageId)

async function answerByNearest(
  form: Asked['form'],
  query: Query,
  hits: readonly Hit[],
  sentences: readonly PassageSentences[],
  catalog: AnswerCatalog,
): Promise<Answer | null> {
  const [hit] = hits
  const found = hit && sentences.find(({ passageId }) => passageId === hit.place.passageId)
  if (!found) return null
  const [passage] = await catalog.findPassages([hit.place.passageId])
  if (!passage) return null
  const texts = textsOf(passage)
  const heard = (await findHeard(query, [passage], catalog)).get(passage.id)
  const best = findBestSentence(texts, found.sentences, heard)
  const text = texts[best] ?? ''
  // Who asks the same has not answered.
  if (wantsAnswer(text)) return null
  if (judgeConfidence(found.sentences[best], hit.score / maxScore) < minConfidence) return null
  if (!holdsAsked(form, text, query.question)) return null
  if (form.names && !tellsOf(text, form.names)) return null
  return quote(passage, chooseSentences(texts, best, found.sentences, heard), catalog)
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/** Sentences of a passage as they are shown: with who speaks them, and corrected times. */
async function quote(
  passage: StoredPassage,
  indexes: readonly number[],
  catalog: Pick<Catalog, 'findCorrections'>,
): Promise<Answer> {
  const { documentId } = passage
  const corrections = (await catalog.findCorrections([documentId])).get(documentId) ?? noCorrections
  const texts = textsOf(passage)
  return {
    sentences: indexes.map((index) => ({
      text: texts[index] ?? '',
      documentId,
      passageId: passage.id,
      speaker: correctSpeaker(passage.sentences[index]?.speaker ?? passage.speaker, corrections),
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

/** Indexes of the best sentence and of those after it that go on with the answer. @param among those that count; all by default */
export function chooseSentences(
  texts: readonly string[],
  best: number,
  evidence: readonly SentenceEvidence[],
  among?: ReadonlySet<number>,
): number[] {
  const chosen = [best]
  for (let next = best + 1; next < texts.length && chosen.length < maxSentences; next++) {
    if (among && !among.has(next)) break
    if (wantsAnswer(texts[next] ?? '') || isBrokenOff(texts[next] ?? '')) break
    const said = chosen.map((index) => texts[index] ?? '').join(' ')
    const isShort = said.split(/\s+/u).length < minWords
    const fall = (evidence[best]?.similarity ?? 0) - (evidence[next]?.similarity ?? -1)
    if (!isShort && fall > maxFall) break
    chosen.push(next)
  }
  return chosen
}

const isBrokenOff = (text: string): boolean => /(?:\.\.\.|…|[-–—,])\s*$/u.test(text)
