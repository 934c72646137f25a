import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalog, DocumentSummary, PassagePlace, StoredPassage } from '../catalog/catalog.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Passage, Sentence } from '../domain/passage.js'
import type { PassageSentences } from '../index/search-index.js'
import type { QueryTerm } from '../index/analyze.js'
import { findBestSentence } from './best-sentence.js'
import { jumpToSentence } from './choose-jump-in.js'
import type { Hit } from './collapse.js'
import { findHighlights } from './highlight.js'
import { firstStatement, type FoundDefinition } from './find-definition.js'
import { findSpokenBy } from './spoken-by.js'
import { textsOf } from './sentence-texts.js'
import type { FurtherMoment, Moment, PassageResult } from './search-result.js'

/** Hits → what is shown: the catalog's text and times, corrected, with the best sentence and where to begin playing. */

export interface ResultContext {
  terms: readonly QueryTerm[]
  phrases: readonly (readonly string[])[]
  /** Of the hits and their further moments; of a passage that is not among them the first sentence is the best. */
  sentences: readonly PassageSentences[]
  /** Who is asked for: what they say is played, where they say any of it. */
  speakers?: readonly string[]
  /** What was asked for, said: the best of its passage, whatever speaks for the others. */
  definition?: FoundDefinition | null
}

/** Hits described before other work of the server has its turn: about 20 ms. */
const hitsPerTurn = 10
/** Moments that are worth listing beside a hit's best one. */
const maxMoreMoments = 5

/** Its best place and those that are listed beside it. */
export const placesOf = ({ place, more }: Hit): PassagePlace[] => [place, ...more.slice(0, maxMoreMoments)]

/** The passages that describing the hits needs. */
export const shownPassages = (hits: readonly Hit[]): string[] =>
  hits.flatMap(placesOf).map(({ passageId }) => passageId)

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
  const documentIds = hits.flatMap(placesOf).map(({ documentId }) => documentId)
  const corrections = await catalog.findCorrections([...new Set(documentIds)])
  return describeHits(hits, await readShown(catalog, hits, corrections), context)
}

/** What of the catalog describing hits needs. */
export interface ShownRows {
  passageOf: ReadonlyMap<string, StoredPassage>
  neighboursOf: (passage: StoredPassage) => Neighbours
  documentOf: ReadonlyMap<string, DocumentSummary>
  corrections: ReadonlyMap<string, Corrections>
}

/** @param corrections of the documents of the hits, by document id */
export async function readShown(
  catalog: Pick<Catalog, 'findPassagesAround' | 'findSummaries'>,
  hits: readonly Hit[],
  corrections: ReadonlyMap<string, Corrections>,
): Promise<ShownRows> {
  const documentIds = new Set(hits.flatMap(placesOf).map(({ documentId }) => documentId))
  const [passages, summaries] = await Promise.all([
    catalog.findPassagesAround(shownPassages(hits)),
    catalog.findSummaries([...documentIds]),
  ])
  const passageAt = new Map(passages.map((passage) => [keyOfPlace(passage), passage]))
  const besides = ({ documentId, ordinal }: StoredPassage, step: number): Passage | null =>
    passageAt.get(keyOfPlace({ documentId, ordinal: ordinal + step })) ?? null
  return {
    passageOf: new Map(passages.map((passage) => [passage.id, passage])),
    neighboursOf: (passage) => ({ before: besides(passage, -1), after: besides(passage, 1) }),
    documentOf: new Map(summaries.map((summary) => [summary.id, summary])),
    corrections,
  }
}

const keyOfPlace = ({ documentId, ordinal }: Pick<StoredPassage, 'documentId' | 'ordinal'>): string =>
  `${ordinal} ${documentId}`

/** In the order of the hits; a hit whose passage or document is not among the rows is left out. */
export async function describeHits(
  hits: readonly Hit[],
  { passageOf, neighboursOf, documentOf, corrections }: ShownRows,
  context: ResultContext,
): Promise<LoadedResult[]> {
  const sentencesOf = new Map(context.sentences.map((each) => [each.passageId, each.sentences]))
  const { speakers = [] } = context
  const findBest = (passage: StoredPassage, spoken: ReadonlySet<number>): number => {
    const stated = context.definition?.passage.id === passage.id ? firstStatement(context.definition) : -1
    return spoken.has(stated)
      ? stated
      : findBestSentence(textsOf(passage), sentencesOf.get(passage.id) ?? [], spoken)
  }
  const findMoment = ({ passageId, documentId }: PassagePlace): FoundMoment[] => {
    const passage = passageOf.get(passageId)
    const document = documentOf.get(documentId)
    if (!passage || !document) return []
    const corrected = corrections.get(documentId) ?? noCorrections
    const spoken = findSpokenBy(speakers, passage, corrected)
    return [
      {
        passage,
        document,
        neighbours: neighboursOf(passage),
        corrections: corrected,
        bestIndex: findBest(passage, spoken),
        // Nobody else is heard first, where somebody is asked for.
        hasOneSpeaker: spoken.size < passage.sentences.length,
      },
    ]
  }

  const results: LoadedResult[] = []
  for (const [position, hit] of hits.entries()) {
    if (position > 0 && position % hitsPerTurn === 0) await nextTurn()
    const [best, ...more] = placesOf(hit).flatMap(findMoment)
    if (best?.passage.id !== hit.place.passageId) continue
    results.push({
      ...describeMoment(best),
      ...describeText(best, context),
      score: hit.score,
      more: more.map((moment) => toFurtherMoment(moment, best.document)),
    })
  }
  return results
}

/** A passage to show, with what stands around it. */
interface FoundMoment {
  passage: StoredPassage
  document: DocumentSummary
  neighbours: Neighbours
  corrections: Corrections
  /** Of the sentence that answers best. */
  bestIndex: number
  /** Playing begins with whoever says that sentence. */
  hasOneSpeaker: boolean
}

function describeMoment({ passage, neighbours, corrections, bestIndex, hasOneSpeaker }: FoundMoment): Moment {
  const speaker = passage.sentences[bestIndex]?.speaker ?? null
  const isHeard = (sentence: Sentence): boolean => !hasOneSpeaker || sentence.speaker === speaker
  const jumpMs = jumpToSentence(passage, bestIndex, neighbours.before, isHeard)
  return {
    passageId: passage.id,
    startMs: correctTime(passage.startMs, corrections),
    endMs: correctTime(passage.endMs, corrections),
    jumpMs: correctTime(jumpMs, corrections),
    anchor: passage.anchor,
    text: passage.text,
  }
}

function describeText(
  { passage, document, neighbours, corrections, bestIndex }: FoundMoment,
  { terms, phrases }: Pick<ResultContext, 'terms' | 'phrases'>,
): Omit<LoadedResult, keyof Moment | 'score' | 'more'> {
  const sentence = passage.sentences[bestIndex]
  return {
    document,
    speaker: correctSpeaker(sentence?.speaker ?? passage.speaker, corrections),
    chapter: passage.chapter,
    before: contextOf(passage, neighbours.before, -1),
    after: contextOf(passage, neighbours.after, 0),
    highlights: findHighlights(passage.text, terms, document.language, phrases),
    best: sentence ? [sentence.from, sentence.to] : [0, passage.text.length],
  }
}

/**
 * The neighbour's sentence at a position, counted from the end when negative; empty without one, and where the neighbour
 * is an advertisement beside something that is none, or the other way round.
 */
function contextOf(passage: Passage, neighbour: Passage | null, position: number): string {
  const sentence = neighbour?.ad === passage.ad ? neighbour.sentences.at(position) : undefined
  return neighbour && sentence ? neighbour.text.slice(sentence.from, sentence.to) : ''
}

function toFurtherMoment(moment: FoundMoment, shown: DocumentSummary): FurtherMoment {
  const { document } = moment
  return {
    ...describeMoment(moment),
    ...(document.id === shown.id ? {} : { documentId: document.id, documentTitle: document.title }),
  }
}
