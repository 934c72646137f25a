import type { Catalog, DocumentSummary, StoredPassage } from '../catalog/catalog.js'
import type { ConceptMention, ConceptStatement } from '../domain/concept.js'
import { correctTime, noCorrections, type Corrections } from '../domain/corrections.js'
import type { Passage } from '../domain/passage.js'
import { jumpToSentence } from '../search/choose-jump-in.js'
import type { SentenceRange } from './name-in-text.js'

/** Places in passages → what is shown of them: words, document, times corrected, where to begin playing. */

/** Words of a document, word for word. Times are corrected, null together without times. */
export interface ConceptPlace {
  text: string
  passageId: string
  document: DocumentSummary
  startMs: number | null
  endMs: number | null
  jumpMs: number | null
  anchor: string | null
}

export type PlaceCatalog = Pick<
  Catalog,
  'findPassages' | 'findNeighbours' | 'findSummaries' | 'findCorrections'
>

export interface Places {
  findDocument(id: string): DocumentSummary | undefined
  /** Empty when the document was removed meanwhile. */
  describeStatement(statement: ConceptStatement): ConceptPlace[]
  /** The sentence that names the concept. Empty when the passage was replaced meanwhile. */
  describeMention(mention: Pick<ConceptMention, 'passageId' | 'sentence'>): ConceptPlace[]
  /** Empty when the passage was replaced meanwhile. @param choose which of its sentences are shown */
  describeSentences(passageId: string, choose: (passage: StoredPassage) => SentenceRange): ConceptPlace[]
}

export interface WantedPlaces {
  passageIds: readonly string[]
  /** Of the passages too. */
  documentIds: readonly string[]
}

/** Reads all at once what describing the places needs: four queries. */
export async function loadPlaces(wanted: WantedPlaces, catalog: PlaceCatalog): Promise<Places> {
  const passageIds = [...new Set(wanted.passageIds)]
  const documentIds = [...new Set(wanted.documentIds)]
  const [passages, neighbours, summaries, corrections] = await Promise.all([
    catalog.findPassages(passageIds),
    catalog.findNeighbours(passageIds),
    catalog.findSummaries(documentIds),
    catalog.findCorrections(documentIds),
  ])
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const documentOf = new Map(summaries.map((summary) => [summary.id, summary]))
  const correctionsOf = (id: string): Corrections => corrections.get(id) ?? noCorrections
  const beforeOf = (id: string): Passage | null => neighbours.get(id)?.before ?? null

  const describeSentences: Places['describeSentences'] = (passageId, choose) => {
    const passage = passageOf.get(passageId)
    const document = passage && documentOf.get(passage.documentId)
    if (!document) return []
    const { from, to } = choose(passage)
    const [first, last] = [passage.sentences[from], passage.sentences[to]]
    const times = {
      startMs: first ? first.startMs : passage.startMs,
      endMs: last ? last.endMs : passage.endMs,
      jumpMs: jumpToSentence(passage, from, beforeOf(passageId)),
    }
    const text = first && last ? passage.text.slice(first.from, last.to) : passage.text
    const { anchor } = passage
    return [{ text, passageId, document, anchor, ...correctTimes(times, correctionsOf(document.id)) }]
  }

  return {
    findDocument: (id) => documentOf.get(id),

    describeStatement({ text, passageId, documentId, startMs, endMs, anchor }) {
      const document = documentOf.get(documentId)
      if (!document) return []
      const passage = passageOf.get(passageId)
      const at = passage?.sentences.findIndex((sentence) => sentence.startMs === startMs) ?? -1
      const jumpMs = passage && at >= 0 ? jumpToSentence(passage, at, beforeOf(passageId)) : startMs
      const times = correctTimes({ startMs, endMs, jumpMs }, correctionsOf(documentId))
      return [{ text, passageId, document, anchor, ...times }]
    },

    describeMention: ({ passageId, sentence }) =>
      describeSentences(passageId, () => ({ from: sentence, to: sentence })),

    describeSentences,
  }
}

type Times = Pick<ConceptPlace, 'startMs' | 'endMs' | 'jumpMs'>

const correctTimes = ({ startMs, endMs, jumpMs }: Times, corrections: Corrections): Times => ({
  startMs: correctTime(startMs, corrections),
  endMs: correctTime(endMs, corrections),
  jumpMs: correctTime(jumpMs, corrections),
})
