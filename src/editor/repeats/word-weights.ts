import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/** How telling each word of a library is. */

/** Words a place, for counting. */
const placeWords = 100
/** A word of more places than this tells no story from another, */
const tellingPlaceShare = 0.08
/**
 * nor does one that many documents hold once or twice each: those greet, thank, introduce and call for questions. What a
 * document is about is said in it again and again (Church and Gale, 1995).
 */
const tellingDocumentShare = 0.12
const tellingDocuments = 8
const tellingPlacesADocument = 2.2

export interface WordWeights {
  /** By stem: log(1 + places / places that hold it). */
  weights: Float32Array
  /** By stem: 1 where it can tell a story. */
  telling: Uint8Array
}

export function weighWords(text: RepeatText): WordWeights {
  const placeCounts = new Uint32Array(text.stemCount)
  const documentCounts = new Uint32Array(text.stemCount)
  const lastPlace = new Int32Array(text.stemCount).fill(-1)
  const lastDocument = new Int32Array(text.stemCount).fill(-1)
  const { words } = text
  let places = 0
  for (const [index, document] of text.documents.entries()) {
    const span = text.wordsOf(document)
    for (let at = span.from; at < span.to; at++) {
      const stemId = text.stemOf(words[at] ?? 0)
      const place = places + Math.floor((at - span.from) / placeWords)
      if (lastPlace[stemId] === place) continue
      lastPlace[stemId] = place
      placeCounts[stemId] = (placeCounts[stemId] ?? 0) + 1
      if (lastDocument[stemId] === index) continue
      lastDocument[stemId] = index
      documentCounts[stemId] = (documentCounts[stemId] ?? 0) + 1
    }
    places += Math.ceil(lengthOf(span) / placeWords)
  }
  const fewDocuments = Math.max(tellingDocuments, tellingDocumentShare * text.documents.length)
  return {
    weights: Float32Array.from(placeCounts, (count) => Math.log(1 + places / Math.max(1, count))),
    telling: Uint8Array.from(placeCounts, (count, stemId) => {
      const documents = documentCounts[stemId] ?? 0
      const isRare = count <= Math.max(tellingDocuments, tellingPlaceShare * places)
      return isRare && (documents <= fewDocuments || count >= tellingPlacesADocument * documents) ? 1 : 0
    }),
  }
}

/** Different stems of a run of words. @param isLeftOut one flag a word of the text */
export function stemsOf(text: RepeatText, { from, to }: Span, isLeftOut: Uint8Array): Set<number> {
  const { words } = text
  const stems = new Set<number>()
  for (let at = from; at < to; at++) if (isLeftOut[at] !== 1) stems.add(text.stemOf(words[at] ?? 0))
  return stems
}

export interface SharedWords {
  /** Cosine of two sets of words, each word by the square of its weight, in [0, 1]. */
  share: number
  /** How many telling words both hold. */
  telling: number
}

export function shareWords(
  a: ReadonlySet<number>,
  b: ReadonlySet<number>,
  { weights, telling }: WordWeights,
): SharedWords {
  let [shared, squareA, squareB, count] = [0, 0, 0, 0]
  for (const stemId of a) {
    const weight = weights[stemId] ?? 0
    squareA += weight ** 2
    if (!b.has(stemId)) continue
    shared += weight ** 2
    count += telling[stemId] ?? 0
  }
  for (const stemId of b) squareB += (weights[stemId] ?? 0) ** 2
  return { share: shared / (Math.sqrt(squareA * squareB) || 1), telling: count }
}
