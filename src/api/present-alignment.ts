import type { SpokenPlace } from '../editor/align/alignment.js'
import type { ShownAlignment } from '../editor/align/alignments.js'
import { presentSummary } from './present-document.js'
import type { AlignmentResponse } from './schemas/alignment.js'

/** Enough to know a paragraph by; all of it is in the post's section. */
const maxTextLength = 160

export const presentAlignment = ({
  post,
  recording,
  topics,
  paragraphs,
  others,
}: ShownAlignment): AlignmentResponse => ({
  post: presentSummary(post),
  recording: presentSummary(recording),
  topics: topics.map(({ place, ...topic }) => ({ ...topic, ...presentPlace(place) })),
  parts: paragraphs.map(({ place, text, ...part }) => ({
    ...part,
    text: cut(text),
    ...presentPlace(place),
  })),
  others: others.map(presentSummary),
})

const nowhere = {
  startMs: null,
  endMs: null,
  passageId: null,
  offset: null,
  endPassageId: null,
  endOffset: null,
  confidence: null,
}

const presentPlace = (place: SpokenPlace | null) =>
  place ? { ...place, confidence: Math.round(place.confidence * 100) / 100 } : nowhere

/** Never between the halves of a character. */
const cut = (text: string): string =>
  text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength).replace(/[\uD800-\uDBFF]$/, '')}…`
