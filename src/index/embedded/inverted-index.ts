import type { QueryTerm } from '../analyze.js'
import { primarySubtag, stem } from '../analyze.js'
import { isLoneUnspaced } from '../tokenize.js'
import { CompoundTable } from '../compound-table.js'
import type { Implication } from '../term-evidence.js'
import { chooseMasked, findImplications, type TermWeight } from './mask-terms.js'
import { Postings } from './postings.js'
import { ScoredQueries } from './scored-queries.js'

/**
 * BM25 over weighted fields, in memory: which passages hold a term, and how much of each they hold. An inverted index on
 * disk pays for every match anew; here a term that is in all of 60,000 passages costs a fifth of a millisecond.
 */

/** A passage as it is indexed: folded words parted by spaces, and sentences of the text by line ends. */
export interface IndexedText {
  label: number
  documentId: string
  ordinal: number
  /** Primary subtag or null; chooses the stemmer. */
  language: string | null
  title: string
  chapter: string
  text: string
  /** Pairs that it explains, `[short, long]` as JSON; empty for none. */
  abbreviations: string
}

/**
 * What an occurrence counts in each field, in twentieths. A document's title is that of all its passages: at the weight
 * of the text it lifts them all over better ones of other documents. MRR@10 of words alone on two shows together: .639 at
 * .4, .642 at .6, .645 at 1; on interviews, whose titles are names of guests, .4 was best.
 */
const fieldWeights = { title: 12, chapter: 12, text: 20 } as const
const weightUnit = 20

/**
 * How soon more occurrences stop to count, and how much length matters; within the usual ranges (Robertson and Zaragoza
 * 2009). In passages of a hundred words twice is hardly more than once: MRR@10 is .631 for 1.2, .639 for .8.
 */
const k1 = 0.8
const b = 0.75

/** Passages that are gone are skipped until they outnumber the rest. */
const minDeadToCompact = 1_000

/** What a match of another way to write something counts, against 1 for the words that were typed. */
const alternativeWeight = 0.6

/** A folded word of one language. */
interface Word {
  term: number
  /** Passages that hold it. */
  passages: number
  /** The passage that was counted last. */
  countedFor: number
}

/** How well each passage matches some terms, by label. */
export interface LexicalScores {
  scores: Float64Array
  /** Bit i: the passage holds the i-th of `weights`, in any field. */
  masks: Uint32Array
  /** Typed terms in the order of the query, then alternatives; at most `maxMaskedTerms`, those that have a bit. */
  weights: readonly TermWeight[]
  /** How many of the weights are of typed terms. */
  typed: number
  /** What a passage that holds an alternative is taken to hold too. */
  implications: readonly Implication[]
}

export class InvertedIndex {
  /** Language → word → what is known of it. */
  readonly #words = new Map<string, Map<string, Word>>()
  readonly #terms = new Map<string, number>()
  /** By language; null where compounds are written apart. */
  readonly #compounds = new Map<string, CompoundTable | null>()
  /** Term → the words that are indexed under it, with their language. */
  readonly #spellings: { word: string; language: string }[][] = []
  readonly #postings: Postings[] = []
  /** Weighted lengths by label, in `weightUnit`; 0 where there is no passage. */
  #lengths = new Uint32Array(1_024)
  #passages = 0
  readonly #byLanguage = new Map<string, number>()
  #totalLength = 0
  #dead = 0
  #maxLabel = 0
  readonly #scored = new ScoredQueries()

  get size(): number {
    return this.#passages
  }

  has(label: number): boolean {
    return (this.#lengths[label] ?? 0) > 0
  }

  /** Labels only ever grow: a passage is added after all others. */
  add(passage: IndexedText): void {
    const { label, language } = passage
    this.#scored.clear()
    const words = this.#wordsOf(language)
    let length = 0
    for (const [word, weight] of weightedWords(passage)) {
      const known = words.get(word) ?? this.#addWord(words, word, language)
      const postings = this.#postings[known.term]
      if (!postings) continue
      if (known.countedFor !== label) {
        known.countedFor = label
        known.passages++
      }
      postings.add(label, weight)
      length += weight
    }
    this.#reserve(label)
    // A passage without a word is there all the same.
    this.#lengths[label] = Math.max(1, length)
    this.#totalLength += this.#lengths[label] ?? 0
    this.#countLanguage(language, 1)
  }

  remove(passage: IndexedText): void {
    const { label, language } = passage
    if (!this.has(label)) return
    this.#scored.clear()
    const words = this.#wordsOf(language)
    const seen = new Set<string>()
    const seenTerms = new Set<number>()
    for (const [word] of weightedWords(passage)) {
      const known = words.get(word)
      if (!known || seen.has(word)) continue
      seen.add(word)
      known.passages--
      if (!seenTerms.has(known.term)) this.#postings[known.term]?.forgetOne()
      seenTerms.add(known.term)
    }
    this.#totalLength -= this.#lengths[label] ?? 0
    this.#lengths[label] = 0
    this.#countLanguage(language, -1)
    this.#dead++
    if (this.#dead > minDeadToCompact && this.#dead > this.#passages) this.#compact()
  }

  /** As `#scoreAnew`, which every step of a search asks for. To be read only, and only until other terms are scored. */
  score(terms: readonly QueryTerm[]): LexicalScores {
    return this.#scored.find(terms, (unused) => this.#scoreAnew(terms, unused))
  }

  /** Score(p) = Σ weight · idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / mean length)), over the terms in it. */
  #scoreAnew(terms: readonly QueryTerm[], unused?: LexicalScores): LexicalScores {
    // Both are large: new ones for every search keep the collector busy.
    const scores = unused?.scores.fill(0) ?? new Float64Array(this.#maxLabel + 1)
    const masks = unused?.masks.fill(0) ?? new Uint32Array(this.#maxLabel + 1)
    const weighed = terms.map((term) => ({ term, ...this.#weigh(term) }))
    const masked = chooseMasked(weighed)
    const meanLength = this.#totalLength / Math.max(1, this.#passages)
    const perLength = (k1 * b) / meanLength
    const lengths = this.#lengths
    for (const each of weighed) {
      const bit = masked.indexOf(each)
      const mask = bit < 0 ? 0 : (1 << bit) >>> 0
      const gain = each.idf * (k1 + 1) * (each.term.standsFor ? alternativeWeight : 1)
      for (const id of each.terms) {
        const { labels, weights, length } = this.#postings[id] ?? Postings.none
        for (let at = 0; at < length; at++) {
          const label = labels[at]!
          const tf = weights[at]! / weightUnit
          scores[label]! += (gain * tf) / (tf + k1 * (1 - b) + perLength * lengths[label]!)
          masks[label]! |= mask
        }
      }
    }
    const typed = masked.filter(({ term }) => !term.standsFor).length
    return { scores, masks, weights: masked, typed, implications: findImplications(weighed, masked) }
  }

  /** Labels of the passages that hold any of the terms, and some that are gone; ascending within a term. */
  *labelsWith(terms: readonly number[]): Generator<number> {
    for (const id of terms) {
      const { labels, length } = this.#postings[id] ?? Postings.none
      for (let at = 0; at < length; at++) yield labels[at]!
    }
  }

  /** The terms that a folded word is indexed under, in whatever language; none for a word that no passage holds. */
  termsOfWord(word: string): number[] {
    if (isLoneUnspaced(word)) return this.termsOf({ forms: [word] })
    const terms = [...this.#words.values()].map((words) => words.get(word))
    return [...new Set(terms.filter((known) => known !== undefined && known.passages > 0))].map(
      (known) => known?.term ?? -1,
    )
  }

  /** Of a lone character of a script without spaces all terms that hold it, after a look at every term. */
  termsOf({ forms }: Pick<QueryTerm, 'forms'>): number[] {
    const [lone] = forms.filter(isLoneUnspaced)
    if (lone !== undefined)
      return [...this.#terms].filter(([term]) => term.includes(lone)).map(([, id]) => id)
    return forms.map((form) => this.#terms.get(form)).filter((term) => term !== undefined)
  }

  /** The folded words that are indexed under a term in a language: its inflections. */
  wordsOfTerm(term: number, language: string | null): string[] {
    const subtag = primarySubtag(language)
    return (this.#spellings[term] ?? []).filter((each) => each.language === subtag).map(({ word }) => word)
  }

  /** In how many passages a folded word is, over all languages. */
  countPassages(word: string): number {
    let count = 0
    for (const language of this.#words.keys()) count += this.countIn(language, word)
    return count
  }

  /** The same of one language. */
  countIn(language: string, word: string): number {
    return this.#words.get(language)?.get(word)?.passages ?? 0
  }

  /** Those that have the word in any inflection. */
  languagesOf(word: string): string[] {
    return [...this.#words.keys()].filter((language) => {
      const term = this.#terms.get(stem(word, language))
      return (
        term !== undefined &&
        this.wordsOfTerm(term, language).some((inflected) => this.countIn(language, inflected) > 0)
      )
    })
  }

  /** Of the languages that write compounds as one word. */
  compoundTables(): CompoundTable[] {
    return [...this.#compounds.values()].filter((table) => table !== null)
  }

  /** In how many passages a form is, over all languages. */
  countForm(form: string): number {
    return this.#postings[this.#terms.get(form) ?? -1]?.passages ?? 0
  }

  /** Primary subtags of the passages that there ever were. */
  languages(): IterableIterator<string> {
    return this.#words.keys()
  }

  /** Passages of a language, by its primary subtag. */
  countLanguage(language: string): number {
    return this.#byLanguage.get(language) ?? 0
  }

  /** All folded words with the number of passages that hold them, one language after the other. */
  *words(): Generator<{ word: string; passages: number }> {
    for (const words of this.#words.values())
      for (const [word, { passages }] of words) if (passages > 0) yield { word, passages }
  }

  #weigh(term: QueryTerm): TermWeight {
    const terms = this.termsOf(term)
    const passages = terms.reduce((sum, id) => sum + (this.#postings[id]?.passages ?? 0), 0)
    // A passage that holds two forms counts twice: not more than all.
    const count = Math.min(passages, this.#passages)
    return { terms, idf: Math.log(1 + (this.#passages - count + 0.5) / (count + 0.5)) }
  }

  #wordsOf(language: string | null): Map<string, Word> {
    const subtag = primarySubtag(language)
    let words = this.#words.get(subtag)
    if (!words) this.#words.set(subtag, (words = new Map<string, Word>()))
    return words
  }

  #addWord(words: Map<string, Word>, word: string, language: string | null): Word {
    const form = stem(word, language)
    let term = this.#terms.get(form)
    if (term === undefined) {
      term = this.#postings.push(new Postings()) - 1
      this.#terms.set(form, term)
      this.#spellings.push([])
    }
    this.#spellings[term]?.push({ word, language: primarySubtag(language) })
    this.#compoundsOf(language)?.add(form)
    const added = { term, passages: 0, countedFor: 0 }
    words.set(word, added)
    return added
  }

  #compoundsOf(language: string | null): CompoundTable | null {
    const subtag = primarySubtag(language)
    let table = this.#compounds.get(subtag)
    if (table === undefined)
      this.#compounds.set(subtag, (table = CompoundTable.of(subtag, (form) => this.countForm(form))))
    return table
  }

  #countLanguage(language: string | null, change: 1 | -1): void {
    const subtag = primarySubtag(language)
    this.#passages += change
    this.#byLanguage.set(subtag, this.countLanguage(subtag) + change)
  }

  #reserve(label: number): void {
    this.#maxLabel = Math.max(this.#maxLabel, label)
    if (label < this.#lengths.length) return
    const lengths = new Uint32Array(Math.max(label + 1, this.#lengths.length * 2))
    lengths.set(this.#lengths)
    this.#lengths = lengths
  }

  #compact(): void {
    for (const postings of this.#postings) postings.keepOnly((label) => this.has(label))
    for (const spellings of this.#spellings) spellings.length = 0
    for (const [language, words] of this.#words) {
      for (const [word, { passages, term }] of words)
        if (passages > 0) this.#spellings[term]?.push({ word, language })
        else words.delete(word)
      if (words.size === 0) this.#words.delete(language)
    }
    this.#dead = 0
  }
}

/** Each occurrence, with what it counts. */
function* weightedWords({ title, chapter, text }: IndexedText): Generator<[word: string, weight: number]> {
  for (const word of splitWords(title)) yield [word, fieldWeights.title]
  for (const word of splitWords(chapter)) yield [word, fieldWeights.chapter]
  for (const sentence of text.split('\n'))
    for (const word of splitWords(sentence)) yield [word, fieldWeights.text]
}

const splitWords = (line: string): string[] => (line === '' ? [] : line.split(' '))
