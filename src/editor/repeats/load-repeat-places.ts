import type { Catalog, DocumentSummary, StoredPassage } from '../../catalog/catalog.js'
import type { StoredRepeatPlace } from '../../catalog/repeat-store.js'
import { cutText } from '../../concepts/cut-text.js'
import { correctSpeaker, correctTime, noCorrections, type Corrections } from '../../domain/corrections.js'
import type { Passage } from '../../domain/passage.js'
import { jumpToSentence } from '../../search/choose-jump-in.js'

/** Places as they are kept → as they are shown: words, document, times corrected, where to begin playing. */

/** Times are corrected, null together without times. */
export interface RepeatPlace {
  document: DocumentSummary
  /** The passage that it begins in. */
  passageId: string
  startMs: number | null
  endMs: number | null
  jumpMs: number | null
  anchor: string | null
  chapter: string | null
  speaker: string | null
  /** Its words; of a long place the beginning. */
  text: string
}

type PlaceCatalog = Pick<Catalog, 'findPassages' | 'findNeighbours' | 'findSummaries' | 'findCorrections'>

/** Of a whole episode that is there twice nobody reads more. */
const maxTextLength = 1500
const maxTextPassages = 6

type KeptPlace = Omit<StoredRepeatPlace, 'likeness' | 'sourceId'>

/** In their order; null for one whose passages were replaced or whose document was removed meanwhile. Four queries. */
export async function loadRepeatPlaces(
  places: readonly KeptPlace[],
  catalog: PlaceCatalog,
): Promise<(RepeatPlace | null)[]> {
  const documentIds = [...new Set(places.map(({ documentId }) => documentId))]
  const firstIds = places.flatMap(({ passageIds }) => passageIds.slice(0, 1))
  const wanted = places.flatMap(({ passageIds }) => [
    ...passageIds.slice(0, maxTextPassages),
    ...passageIds.slice(-1),
  ])
  const [passages, neighbours, summaries, corrections] = await Promise.all([
    catalog.findPassages([...new Set(wanted)]),
    catalog.findNeighbours([...new Set(firstIds)]),
    catalog.findSummaries(documentIds),
    catalog.findCorrections(documentIds),
  ])
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]))
  const documentOf = new Map(summaries.map((summary) => [summary.id, summary]))
  return places.map((place) => {
    const document = documentOf.get(place.documentId)
    const shown = place.passageIds.slice(0, maxTextPassages).map((id) => passageOf.get(id))
    const last = passageOf.get(place.passageIds.at(-1) ?? '')
    if (!document || !last || !shown.every((passage) => passage !== undefined)) return null
    return describePlace(place, {
      document,
      passages: shown,
      last,
      before: neighbours.get(place.passageIds[0] ?? '')?.before ?? null,
      corrections: corrections.get(place.documentId) ?? noCorrections,
    })
  })
}

interface PlaceParts {
  document: DocumentSummary
  /** The first ones. */
  passages: readonly StoredPassage[]
  last: StoredPassage
  /** The one before the first. */
  before: Passage | null
  corrections: Corrections
}

function describePlace(place: KeptPlace, parts: PlaceParts): RepeatPlace | null {
  const { document, passages, last, before, corrections } = parts
  const [first] = passages
  const opening = first?.sentences[place.from]
  const closing = last.sentences[place.last]
  if (!first || !opening || !closing) return null
  const isWhole = passages.length === place.passageIds.length
  const texts = passages.map((passage, at) =>
    passage.text.slice(
      at === 0 ? opening.from : 0,
      isWhole && at === passages.length - 1 ? closing.to : undefined,
    ),
  )
  return {
    document,
    passageId: first.id,
    startMs: correctTime(opening.startMs, corrections),
    endMs: correctTime(closing.endMs, corrections),
    jumpMs: correctTime(jumpToSentence(first, place.from, before), corrections),
    anchor: first.anchor,
    chapter: first.chapter,
    speaker: correctSpeaker(opening.speaker ?? first.speaker, corrections),
    text: cutText(texts.join(' '), maxTextLength),
  }
}
