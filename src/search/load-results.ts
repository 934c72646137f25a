import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog, DocumentSummary, StoredPassage } from '../catalog/catalog.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Passage } from '../domain/passage.js'
import { dotQuantized, quantizedFromBytes, sentenceSpace } from '../embed/quantize.js'
import type { ModelIdentity } from '../embed/embedder.js'
import type { QueryTerm } from '../index/analyze.js'
import { findBestSentence } from './best-sentence.js'
import { chooseJumpIn } from './choose-jump-in.js'
import type { Hit } from './collapse.js'
import { findHighlights } from './highlight.js'
import type { Moment, PassageResult } from './search-result.js'

/** Hits → what is shown: the catalog's text and times, corrected, with the best sentence and where to begin playing. */

export interface ResultContext {
  terms: readonly QueryTerm[]
  /** Null when the query was not embedded: the best sentence is found by words alone. */
  queryVector: Float32Array | null
  identity: ModelIdentity
}

/** Hits described before other work of the server has its turn: about 20 ms. */
const hitsPerTurn = 10
/** Moments of one document that are worth listing beside its best one. */
const maxMoreMoments = 5

interface Neighbours {
  before: Passage | null
  after: Passage | null
}

/** In the order of the hits; a hit whose passage or document was deleted meanwhile is left out. */
export async function loadResults(
  catalog: Catalog,
  hits: readonly Hit[],
  context: ResultContext,
): Promise<PassageResult[]> {
  const wanted = hits.map(({ place, more }) => [place, ...more.slice(0, maxMoreMoments)])
  const passageIds = wanted.flat().map(({ passageId }) => passageId)
  const documentIds = [...new Set(hits.map(({ place }) => place.documentId))]
  const [passages, neighbours, summaries, corrections] = await Promise.all([
    catalog.findPassages(passageIds),
    catalog.findNeighbours(passageIds),
    catalog.findSummaries(documentIds),
    catalog.findCorrections(documentIds),
  ])
  const similarities = await measureSentences(catalog, passages, context)
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const documentOf = new Map(summaries.map((summary) => [summary.id, summary]))

  const results: PassageResult[] = []
  for (const [position, hit] of hits.entries()) {
    if (position > 0 && position % hitsPerTurn === 0) await nextTurn()
    const document = documentOf.get(hit.place.documentId)
    if (!document) continue
    const moments = (wanted[position] ?? [])
      .map(({ passageId }) => passageOf.get(passageId))
      .filter((passage) => passage !== undefined)
      .map((passage) =>
        describeMoment(passage, {
          document,
          neighbours: neighbours.get(passage.id) ?? { before: null, after: null },
          corrections: corrections.get(document.id) ?? noCorrections,
          terms: context.terms,
          similarities: similarities.get(passage.id) ?? null,
        }),
      )
    const [best, ...more] = moments
    if (best?.passageId !== hit.place.passageId) continue
    results.push({ ...best, score: hit.score, more: more.map(toMoment) })
  }
  return results
}

/** Passage id → similarity of the query to each of its sentences; passages without all their vectors are left out. */
async function measureSentences(
  catalog: Catalog,
  passages: readonly StoredPassage[],
  { queryVector, identity }: ResultContext,
): Promise<Map<string, number[]>> {
  const similarities = new Map<string, number[]>()
  if (!queryVector) return similarities
  const space = { identity: sentenceSpace(identity), role: 'sentence' as const }
  const vectors = await catalog.findVectors(
    space,
    passages.flatMap(({ sentenceHashes }) => sentenceHashes),
  )
  for (const passage of passages) {
    const bytes = passage.sentenceHashes.map((hash) => vectors.get(hash))
    if (bytes.every((each) => each !== undefined))
      similarities.set(
        passage.id,
        bytes.map((each) => dotQuantized(queryVector, quantizedFromBytes(each))),
      )
  }
  return similarities
}

interface MomentContext {
  document: DocumentSummary
  neighbours: Neighbours
  corrections: Corrections
  terms: readonly QueryTerm[]
  similarities: number[] | null
}

function describeMoment(
  passage: StoredPassage,
  context: MomentContext,
): Omit<PassageResult, 'score' | 'more'> {
  const { document, neighbours, corrections, terms, similarities } = context
  const bestIndex = findBestSentence(passage, { terms, language: document.language, similarities })
  const sentence = passage.sentences[bestIndex]
  const { before } = neighbours
  const isSameChapter = before?.chapter === passage.chapter && before.ad === passage.ad
  const jumpMs = chooseJumpIn({
    sentence: sentence ?? { startMs: passage.startMs },
    earlier: [...(isSameChapter ? before.sentences : []), ...passage.sentences.slice(0, bestIndex)],
    // Half a second of the chapter before does no harm; of an advertisement it would.
    floorMs: before?.ad && !passage.ad ? (passage.startMs ?? 0) : 0,
  })
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
    highlights: findHighlights(passage.text, terms, document.language),
    best: sentence ? [sentence.from, sentence.to] : [0, passage.text.length],
  }
}

/** The sentence at a position, counted from the end when negative; empty without one. */
function sentenceText(passage: Passage | null, position: number): string {
  const sentence = passage?.sentences.at(position)
  return passage && sentence ? passage.text.slice(sentence.from, sentence.to) : ''
}

const toMoment = ({ passageId, startMs, endMs, jumpMs, anchor, text }: Moment): Moment => ({
  passageId,
  startMs,
  endMs,
  jumpMs,
  anchor,
  text,
})
