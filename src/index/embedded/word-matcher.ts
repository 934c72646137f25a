import { maskOf, type MatchedWord } from '../term-evidence.js'
import type { InvertedIndex, LexicalScores } from './inverted-index.js'
import type { Titles } from './passage-map.js'

const space = 0x20
const lineEnd = 0x0a
/** Lengths and first letters that are told apart; what is beyond shares the last place. */
const maxLength = 31
const maxLetter = 127

/** The words that are a term in one language. */
interface KnownWords {
  /** Word → index of its term. */
  terms: Map<string, number>
  /** By first letter, the lengths that such words have, as bits: most words of a text are none of them at a glance. */
  lengths: Uint32Array
}

/** Words → which term of the query they are. The inflections of a few terms are few: looking a word up is cheap. */
export class WordMatcher {
  readonly #lexical: InvertedIndex
  readonly #weights: LexicalScores['weights']
  readonly #titles = new Map<Titles, number>()
  /** By language. */
  readonly #known = new Map<string | null, KnownWords>()

  constructor(lexical: InvertedIndex, { weights }: LexicalScores) {
    this.#lexical = lexical
    this.#weights = weights
  }

  /** Of the titles of a document and of a chapter: the passages of one share them. */
  maskOfTitle(titles: Titles): number {
    let mask = this.#titles.get(titles)
    if (mask === undefined) {
      const { title, chapter, language } = titles
      this.#titles.set(titles, (mask = maskOf(this.matchLines(`${title} ${chapter}`, language)[0] ?? [])))
    }
    return mask
  }

  /** Of each sentence. @param text folded words parted by spaces, its sentences by line ends */
  matchLines(text: string, language: string | null): MatchedWord[][] {
    const { terms, lengths } = this.#wordsOf(language)
    const lines: MatchedWord[][] = [[]]
    let line = lines[0] ?? []
    let from = 0
    for (let at = 0; at <= text.length; at++) {
      const end = at === text.length ? lineEnd : text.charCodeAt(at)
      if (end !== space && end !== lineEnd) continue
      const possible = lengths[Math.min(maxLetter, text.charCodeAt(from))]! >>> Math.min(maxLength, at - from)
      line.push((possible & 1) === 1 ? (terms.get(text.slice(from, at)) ?? null) : null)
      from = at + 1
      if (end === lineEnd && at < text.length) lines.push((line = []))
    }
    return lines
  }

  #wordsOf(language: string | null): KnownWords {
    const known = this.#known.get(language)
    if (known) return known
    const words = { terms: new Map<string, number>(), lengths: new Uint32Array(maxLetter + 1) }
    for (const [at, { terms }] of this.#weights.entries())
      for (const term of terms)
        for (const word of this.#lexical.wordsOfTerm(term, language)) {
          // Typed terms come first, and keep what is theirs.
          if (words.terms.has(word)) continue
          words.terms.set(word, at)
          words.lengths[Math.min(maxLetter, word.charCodeAt(0))]! |= 1 << Math.min(maxLength, word.length)
        }
    this.#known.set(language, words)
    return words
  }
}
