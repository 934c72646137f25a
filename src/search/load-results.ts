import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog, DocumentSummary, PassagePlace, StoredPassage } from '../catalog/catalog.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Passage } from '../domain/passage.js'
import type { PassageSentences, SentenceEvidence } from '../index/search-index.js'
import type { QueryTerm } from '../index/analyze.js'
import { findBestSentence } from './best-sentence.js'
import { jumpToSentence } from './choose-jump-in.js'
import type { Hit } from './collapse.js'
import { findHighlights } from './highlight.js'
import type { FurtherMoment, PassageResult } from './search-result.js'

/** Hits → what is shown: the catalog's text and times, corrected, with the best sentence and where to begin playing. */

export interface ResultContext {
  terms: readonly QueryTerm[]
  phrases: readonly (readonly string[])[]
  /** Of the hits and their further moments; of a passage that is not among them the first sentence is the best. */
  sentences: readonly PassageSentences[]
}

/** Hits described before other work of the server has its turn: about 20 ms. */
const hitsPerTurn = 10
/** Moments that are worth listing beside a hit's best one. */
const maxMoreMoments = 5

/** The passages that describing the hits needs. */
export const shownPassages = (hits: readonly Hit[]): string[] =>
  hits
    .flatMap(({ place, more }) => [place, ...more.slice(0, maxMoreMoments)])
    .map(({ passageId }) => passageId)

/** What the passages tell by themselves. */
export type LoadedResult = Omit<PassageResult, 'concepts'>

interface Neighbours {
  before: Passage | null
  after: Passage | null
}

/** In the order of the hits; a hit whose passage or document was deleted meanwhile is left out. */
export async function loadResults(
  catalog: Catalog,
  hits: readonly Hit[],
  context: ResultContext,
): Promise<LoadedResult[]> {
  const wanted = hits.map(({ place, more }) => [place, ...more.slice(0, maxMoreMoments)])
  const passageIds = wanted.flat().map(({ passageId }) => passageId)
  const documentIds = [...new Set(wanted.flat().map(({ documentId }) => documentId))]
  const [passages, neighbours, summaries, corrections] = await Promise.all([
    catalog.findPassages(passageIds),
    catalog.findNeighbours(passageIds),
    catalog.findSummaries(documentIds),
    catalog.findCorrections(documentIds),
  ])
  const sentencesOf = new Map(context.sentences.map((each) => [each.passageId, each.sentences]))
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const documentOf = new Map(summaries.map((summary) => [summary.id, summary]))
  const describePlace = ({ passageId, documentId }: PassagePlace): DescribedMoment[] => {
    const passage = passageOf.get(passageId)
    const document = documentOf.get(documentId)
    if (!passage || !document) return []
    return [
      describeMoment(passage, {
        ...context,
        document,
        neighbours: neighbours.get(passageId) ?? { before: null, after: null },
        corrections: corrections.get(documentId) ?? noCorrections,
        evidence: sentencesOf.get(passageId) ?? [],
      }),
    ]
  }

  const results: LoadedResult[] = []
  for (const [position, hit] of hits.entries()) {
    if (position > 0 && position % hitsPerTurn === 0) await nextTurn()
    const [best, ...more] = (wanted[position] ?? []).flatMap(describePlace)
    if (best?.passageId !== hit.place.passageId) continue
    results.push({
      ...best,
      score: hit.score,
      more: more.map((moment) => toFurtherMoment(moment, best.document)),
    })
  }
  return results
}

type DescribedMoment = Omit<LoadedResult, 'score' | 'more'>

interface MomentContext extends Omit<ResultContext, 'sentences'> {
  document: DocumentSummary
  neighbours: Neighbours
  corrections: Corrections
  evidence: readonly SentenceEvidence[]
}

function describeMoment(passage: StoredPassage, context: MomentContext): DescribedMoment {
  const { document, neighbours, corrections, terms, phrases, evidence } = context
  const sentenceTexts = passage.sentences.map(({ from, to }) => passage.text.slice(from, to))
  const bestIndex = findBestSentence(sentenceTexts, evidence)
  const sentence = passage.sentences[bestIndex]
  const jumpMs = jumpToSentence(passage, bestIndex, neighbours.before)
  return {
    passageId: passage.id,
    startMs: correctTime(passage.startMs, corrections),
    endMs: correctTime(passage.endMs, corrections),
    jumpMs: correctTime(jumpMs, corrections),
    text: passage.text,
    document,
    anchor: passage.anchor,
    speaker: correctSpeaker(sentence?.speaker ?? passage.speaker, corrections),
    chapter: passage.chapter,
    before: sentenceText(neighbours.before, -1),
    after: sentenceText(neighbours.after, 0),
    highlights: findHighlights(passage.text, terms, document.language, phrases),
    best: sentence ? [sentence.from, sentence.to] : [0, passage.text.length],
  }
}

/** The sentence at a position, counted from the end when negative; empty without one. */
function sentenceText(passage: Passage | null, position: number): string {
  const sentence = passage?.sentences.at(position)
  return passage && sentence ? passage.text.slice(sentence.from, sentence.to) : ''
}

function toFurtherMoment(moment: DescribedMoment, shown: DocumentSummary): FurtherMoment {
  const { passageId, startMs, endMs, jumpMs, anchor, text, document } = moment
  return {
    passageId,
    startMs,
    endMs,
    jumpMs,
    anchor,
    text,
    ...(document.id === shown.id ? {} : { documentId: document.id, documentTitle: document.title }),
  }
}
