import type { PairGroup } from './group-pairs.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/** Groups that frame documents instead of telling something: the same words, or the same courtesies in new words. */

/** A group whose centre is mostly made of frames is one itself. */
const frameShare = 0.5
/** Sentences at each end of a document that welcome, introduce, announce, thank and part; of a short one fewer. */
const edgeSentences = 14
const edgeShare = 0.08
/** So much of a group stands at the edges, in so many documents of one source: nobody tells a story there each time. */
const framedAtEdges = 0.75
const edgeDocuments = 3
/** A call for questions or a "stay on or drop off" comes anywhere, but briefly and in document after document. */
const frequentDocuments = 10
const briefWords = 65

export function isFramed({ centre }: PairGroup, text: RepeatText, frames: Uint8Array): boolean {
  let framed = 0
  for (let at = centre.from; at < centre.to; at++)
    if (frames[at] === 1) framed += lengthOf(text.sentences[at] ?? centre)
  return framed >= frameShare * lengthOf(text.wordsOf(centre))
}

export function isFramedInOtherWords({ centre, others }: PairGroup, text: RepeatText): boolean {
  const spans = [centre, ...others.map(({ span }) => span)]
  const documentsOf = new Map<string, Set<string>>()
  for (const span of spans) {
    const document = text.documents[text.sentences[span.from]?.document ?? 0]
    if (!document) continue
    const known = documentsOf.get(document.sourceId) ?? new Set()
    documentsOf.set(document.sourceId, known.add(document.id))
  }
  const documents = Math.max(...[...documentsOf.values()].map(({ size }) => size))
  const atEdges = spans.filter((span) => isAtEdge(span, text)).length
  if (documents >= edgeDocuments && atEdges >= framedAtEdges * spans.length) return true
  const words = spans.reduce((sum, span) => sum + lengthOf(text.wordsOf(span)), 0)
  return documents >= frequentDocuments && words < briefWords * spans.length
}

function isAtEdge(span: Span, text: RepeatText): boolean {
  const document = text.documents[text.sentences[span.from]?.document ?? 0]
  if (!document) return false
  const edge = Math.min(edgeSentences, Math.ceil(edgeShare * lengthOf(document)))
  return span.from < document.from + edge || span.to > document.to - edge
}
