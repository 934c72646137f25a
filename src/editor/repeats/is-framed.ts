import type { Frames } from './find-frames.js'
import type { PairGroup } from './group-pairs.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/** A group whose centre is mostly made of frames is one itself. */
const frameShare = 0.5
/** And so is one that beside its frame has too few words for a story. */
const minOwnWords = 20
/** Sentences at each end of a document that welcome, introduce, announce and part; of a short one fewer. */
const edgeSentences = 14
const edgeShare = 0.08
/** So much of a group stands at the edges, in so many documents of one source: nobody tells a story there each time. */
const framedAtEdges = 0.75
const edgeDocuments = 2
/** A call for questions comes anywhere, but briefly and in document after document. */
const frequentDocuments = 10
const briefWords = 65

/** Whether a group frames documents instead of telling something: in the same words each time, or in new ones. */
export function isFramed({ centre, others }: PairGroup, text: RepeatText, frames: Frames): boolean {
  if (isMadeOfFrames(centre, text, frames)) return true
  const spans = [centre, ...others.map(({ span }) => span)]
  const documents = countDocumentsOfOneSource(spans, text)
  const atEdges = spans.filter((span) => isAtEdge(span, text)).length
  if (documents >= edgeDocuments && atEdges >= framedAtEdges * spans.length) return true
  const words = spans.reduce((sum, span) => sum + lengthOf(text.wordsOf(span)), 0)
  return documents >= frequentDocuments && words < briefWords * spans.length
}

function isMadeOfFrames(span: Span, text: RepeatText, frames: Frames): boolean {
  let framed = 0
  for (let at = span.from; at < span.to; at++)
    if (frames.sentences[at] === 1) framed += lengthOf(text.sentences[at] ?? span)
  const words = text.wordsOf(span)
  const ownWords = frames.words.subarray(words.from, words.to).reduce((sum, flag) => sum + 1 - flag, 0)
  return framed >= frameShare * lengthOf(words) || ownWords < minOwnWords
}

/** Of the source that has most of them. */
function countDocumentsOfOneSource(spans: readonly Span[], text: RepeatText): number {
  const documentsOf = new Map<string, Set<string>>()
  for (const span of spans) {
    const document = text.documents[text.sentences[span.from]?.document ?? 0]
    if (!document) continue
    const known = documentsOf.get(document.sourceId) ?? new Set()
    documentsOf.set(document.sourceId, known.add(document.id))
  }
  return Math.max(...[...documentsOf.values()].map(({ size }) => size))
}

/** It touches the first or last sentences; what is much longer than they are is more than an edge. */
function isAtEdge(span: Span, text: RepeatText): boolean {
  const document = text.documents[text.sentences[span.from]?.document ?? 0]
  if (!document) return false
  const edge = Math.min(edgeSentences, Math.ceil(edgeShare * lengthOf(document)))
  const touches = span.from < document.from + edge || span.to > document.to - edge
  return touches && lengthOf(span) <= 2 * edge
}
