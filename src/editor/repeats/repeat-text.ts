import type { DocumentKind } from '../../domain/document.js'
import type { StoredPassage } from '../../catalog/catalog.js'
import { stem } from '../../index/analyze.js'
import { tokenize } from '../../index/tokenize.js'

/**
 * Documents as repeats are looked for in them: sentence after sentence, word after word, without the borders of
 * passages. Advertisements are left out, and so are the notes of a recording: they tell of it, and are no telling.
 */

export interface RepeatDocument {
  id: string
  sourceId: string
  kind: DocumentKind
  publishedAt: string | null
  language: string | null
  /** Half-open range of its sentences in the text. */
  from: number
  to: number
}

export interface RepeatSentence {
  /** Index of its document. */
  document: number
  passageId: string
  /** Position in its passage. */
  at: number
  /** `inputHash` of its vector. */
  hash: string
  /** Half-open range of its words in the text. */
  from: number
  to: number
}

/** Said around, not said: a repeat that is read out holds others, or none. */
const fillers = new Set(['um', 'uh', 'uhm', 'er', 'erm', 'ah', 'eh', 'hm', 'hmm', 'mhm'])

/** Grows document by document; ids of words are positions in order of appearance. */
export class RepeatText {
  readonly documents: RepeatDocument[] = []
  readonly sentences: RepeatSentence[] = []
  #words = new Uint32Array(1 << 16)
  #wordCount = 0
  readonly #idOfWord = new Map<string, number>()
  readonly #idOfStem = new Map<string, number>()
  /** Word → stem. */
  readonly #stems: number[] = []
  /** Stem → itself as text, in which it is kept beyond this text. */
  readonly stemTexts: string[] = []

  /** @param passages of one document, by ordinal */
  add(document: Omit<RepeatDocument, 'from' | 'to'>, passages: readonly StoredPassage[]): void {
    const from = this.sentences.length
    for (const passage of passages) {
      if (passage.ad || (passage.anchor !== null && document.kind !== 'post')) continue
      for (const [at, sentence] of passage.sentences.entries()) {
        const start = this.#wordCount
        for (const { token } of tokenize(passage.text.slice(sentence.from, sentence.to)))
          if (!fillers.has(token)) this.#push(this.#wordId(token, document.language))
        this.sentences.push({
          document: this.documents.length,
          passageId: passage.id,
          at,
          hash: passage.sentenceHashes[at] ?? '',
          from: start,
          to: this.#wordCount,
        })
      }
    }
    this.documents.push({ ...document, from, to: this.sentences.length })
  }

  /** Of all documents, one after the other, fillers left out. */
  get words(): Uint32Array {
    return this.#words.subarray(0, this.#wordCount)
  }

  /** Different words, whatever their form. */
  get stemCount(): number {
    return this.stemTexts.length
  }

  stemOf(word: number): number {
    return this.#stems[word] ?? 0
  }

  /** Undefined for one that the text does not hold. */
  findStem(text: string): number | undefined {
    return this.#idOfStem.get(text)
  }

  /** Half-open range of the words of a run of sentences. */
  wordsOf({ from, to }: Span): Span {
    // A document may be nothing but an advertisement.
    if (to <= from) return { from: 0, to: 0 }
    return { from: this.sentences[from]?.from ?? 0, to: this.sentences[to - 1]?.to ?? 0 }
  }

  #push(word: number): void {
    if (this.#wordCount === this.#words.length) {
      const grown = new Uint32Array(this.#words.length * 2)
      grown.set(this.#words)
      this.#words = grown
    }
    this.#words[this.#wordCount++] = word
  }

  #wordId(token: string, language: string | null): number {
    const known = this.#idOfWord.get(token)
    if (known !== undefined) return known
    const id = this.#stems.length
    this.#idOfWord.set(token, id)
    const stemmed = stem(token, language)
    let stemId = this.#idOfStem.get(stemmed)
    if (stemId === undefined) {
      stemId = this.stemTexts.length
      this.#idOfStem.set(stemmed, stemId)
      this.stemTexts.push(stemmed)
    }
    this.#stems.push(stemId)
    return id
  }
}

/** A half-open range, of sentences or of words. */
export interface Span {
  from: number
  to: number
}

export const lengthOf = ({ from, to }: Span): number => to - from

/** How many positions two ranges share. */
export const sharedLength = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
