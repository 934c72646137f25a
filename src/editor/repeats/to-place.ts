import type { StoredRepeatPlace } from '../../catalog/repeat-store.js'
import type { RepeatText, Span } from './repeat-text.js'

/** A run of sentences of a text, as a place that stays findable without the text. */
export function toPlace(span: Span, text: RepeatText): Omit<StoredRepeatPlace, 'likeness'> {
  const sentences = text.sentences.slice(span.from, span.to)
  const document = text.documents[sentences[0]?.document ?? 0]
  return {
    documentId: document?.id ?? '',
    sourceId: document?.sourceId ?? '',
    passageIds: [...new Set(sentences.map(({ passageId }) => passageId))],
    from: sentences[0]?.at ?? 0,
    last: sentences.at(-1)?.at ?? 0,
  }
}
