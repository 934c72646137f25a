import type { Document } from '../../domain/document.js'
import { AppError } from '../../errors.js'
import type { AlignedParagraph, AlignedTopic, Alignment, SpokenPlace } from './alignment.js'
import { alignTexts, type Place, type PlacedTopic } from './align-texts.js'
import {
  compareTexts,
  readTexts,
  type PlacedSentence,
  type ReadTexts,
  type ReadTextsParts,
} from './read-texts.js'

/**
 * What of a post is said where in a recording, both of the library, whether or not they belong together. Nothing is
 * embedded for it. @throws TRANSCRIPT_MISSING. Cost: some 150 ms for 90 minutes and 30 sections, nearly all in one go.
 */
export async function alignPost(
  post: Document,
  recording: Document,
  parts: ReadTextsParts,
): Promise<Alignment> {
  const texts = await readTexts(post, recording, parts)
  if (texts.sentences.length === 0)
    throw new AppError(
      'TRANSCRIPT_MISSING',
      `${JSON.stringify(recording.title)} has no transcript: what of the post is said in it cannot be found.`,
    )
  const { topics, spoken, reader } = compareTexts(texts)
  const placed = alignTexts(topics, spoken, reader)
  return {
    postId: post.id,
    recordingId: recording.id,
    topics: placed.map((topic, at) => toTopic(topic, at, texts)),
    paragraphs: placed.flatMap((topic, at) => toParagraphs(topic, at, texts)),
  }
}

function toTopic({ place }: PlacedTopic, at: number, { topics, sentences }: ReadTexts): AlignedTopic {
  const topic = topics[at]
  const first = topic?.paragraphs[0]
  return {
    title: topic?.title ?? '',
    anchor: first?.anchor ?? '',
    isSection: topic?.title === first?.heading,
    place: toSpoken(place, sentences),
  }
}

const toParagraphs = (
  { paragraphs }: PlacedTopic,
  topic: number,
  { topics, sentences }: ReadTexts,
): AlignedParagraph[] =>
  (topics[topic]?.paragraphs ?? []).map(({ anchor, heading, paragraph, from, to, text }, at) => ({
    topic,
    anchor,
    heading,
    paragraph,
    from,
    to,
    text,
    place: toSpoken(paragraphs[at] ?? null, sentences),
  }))

function toSpoken(place: Place | null, sentences: readonly PlacedSentence[]): SpokenPlace | null {
  const first = place && sentences[place.from]
  const last = place && sentences[place.to - 1]
  if (!first || !last) return null
  return {
    startMs: first.startMs,
    endMs: last.endMs,
    passageId: first.passage.id,
    offset: first.from,
    endPassageId: last.passage.id,
    endOffset: last.to,
    confidence: place.confidence,
  }
}
