import type { StoredPassage } from '../../catalog/catalog.js'
import { keyWords } from '../concept-key.js'

/**
 * What stands at the edges of a document: what a publisher writes or says every time is there. `Live from Utrecht, this is
 * …`, `Short, accurate explainers. Follow for more.`
 */

/** Of a section; a shorter one may be a line of a list. In words. */
const minOpeningWords = 6
/** Of a document. */
const minEdgeWords = 3
/** Nobody writes a longer one into every document. */
const maxWords = 60
/** At the beginning of a document, and at its end. */
const sentencesAtEdge = 2
/** A sentence that differs each time ends the same: `…, plus summaries of notable changes to popular software.` */
const wordsOfTail = 6

/**
 * Keys, each once: of the sentences that the sections of a post begin with, of those that a document begins and ends with,
 * and of how longer ones of these end (`tailOf`).
 * @param passages in order
 */
export function listEdges(
  passages: readonly Pick<StoredPassage, 'anchor' | 'text' | 'sentences'>[],
  { hasSections }: { hasSections: boolean },
): string[] {
  const keys = new Set<string>()
  const add = (words: readonly string[], minWords: number) => {
    if (words.length < minWords || words.length > maxWords) return false
    keys.add(words.join(' '))
    return true
  }
  let section: string | null = null
  for (const passage of hasSections ? passages : []) {
    const [first] = readSentences(passage, 0, 1)
    if (passage.anchor === section || !first) continue
    section = passage.anchor
    add(first, minOpeningWords)
  }
  for (const words of [
    ...readSentences(passages[0], 0, sentencesAtEdge),
    ...readSentences(passages.at(-1), -sentencesAtEdge),
  ]) {
    const tail = tailOf(words.join(' '))
    if (add(words, minEdgeWords) && tail !== null) keys.add(tail)
  }
  return [...keys]
}

/** How a long sentence ends; null for a short one, which is its own end. @param key words of a sentence */
export function tailOf(key: string): string | null {
  const words = key.split(' ')
  return words.length > 2 * wordsOfTail ? words.slice(-wordsOfTail).join(' ') : null
}

/** The words of some sentences, as in keys; as `slice` counts. */
const readSentences = (
  passage: Pick<StoredPassage, 'text' | 'sentences'> | undefined,
  from: number,
  to?: number,
): string[][] =>
  passage?.sentences
    .slice(from, to)
    .map((sentence) => keyWords(passage.text.slice(sentence.from, sentence.to)).map(({ key }) => key)) ?? []
