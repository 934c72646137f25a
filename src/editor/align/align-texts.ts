import type { SpokenSentence, WrittenPart } from './aligned-texts.js'
import { gatherEvidence } from './gather-evidence.js'
import { minConfidence } from './judge-place.js'
import { placeParts, type PartPlace } from './place-parts.js'
import type { WordReader } from './word-reader.js'

/** A topic of a post with its paragraphs, as they are compared. */
export interface WrittenTopic extends Pick<WrittenPart, 'title' | 'above'> {
  paragraphs: readonly Pick<WrittenPart, 'sentences'>[]
}

export type Place = Pick<PartPlace, 'from' | 'to' | 'confidence'>

export interface PlacedTopic {
  place: Place | null
  /** In the order of the topic's; all null when it has no place. */
  paragraphs: (Place | null)[]
}

/**
 * Where each topic of a post is said, then each of its paragraphs within the topic's place. What is less sure than
 * `minConfidence` has no place.
 */
export function alignTexts(
  topics: readonly WrittenTopic[],
  spoken: readonly SpokenSentence[],
  reader: Pick<WordReader, 'usualShare'>,
): PlacedTopic[] {
  const parts = topics.map(({ title, above, paragraphs }) => ({
    title,
    above,
    sentences: paragraphs.flatMap(({ sentences }) => sentences),
  }))
  const places = placeParts(gatherEvidence(parts, spoken, reader))
  const placed: PlacedTopic[] = []
  for (const [at, { paragraphs }] of topics.entries()) {
    const place = places[at] ?? null
    if (!place || place.confidence < minConfidence)
      placed.push({ place: null, paragraphs: paragraphs.map(() => null) })
    else if (paragraphs.length === 1) placed.push({ place, paragraphs: [place] })
    else placed.push({ place, paragraphs: placeParagraphs(paragraphs, place, spoken, reader) })
  }
  return placed
}

/** Those that are said last as long as the topic: the first one begins with it. */
function placeParagraphs(
  paragraphs: WrittenTopic['paragraphs'],
  topic: Place,
  spoken: readonly SpokenSentence[],
  reader: Pick<WordReader, 'usualShare'>,
): (Place | null)[] {
  const parts = paragraphs.map(({ sentences }) => ({ title: [], above: [], sentences }))
  const inside = spoken.slice(topic.from, topic.to)
  const places = placeParts(gatherEvidence(parts, inside, reader))
  const found = places.flatMap((place) => place ?? [])
  const firstFrom = Math.min(...found.map(({ from }) => from))
  return places.map((place) => {
    if (!place) return null
    // The title is not said again for each paragraph: what is told of the topic holds for its first one.
    const isFirst = place.from === firstFrom
    const confidence = isFirst ? topic.confidence : Math.min(topic.confidence, place.confidence)
    if (confidence < minConfidence) return null
    return { from: topic.from + (isFirst ? 0 : place.from), to: topic.from + place.to, confidence }
  })
}
