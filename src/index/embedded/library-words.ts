import { AbbreviationTable, type AbbreviationPair } from '../abbreviation-table.js'
import { isStopWord, stem, type QueryTerm } from '../analyze.js'
import type { Token } from '../tokenize.js'
import { suggestSpelling } from '../spelling.js'
import { loadEnglishWords } from '../usual-words.js'
import { SpellingVocabulary } from '../spelling-vocabulary.js'
import type { IndexedText, InvertedIndex } from './inverted-index.js'

/** Long forms of one abbreviation that are looked for, the most frequent ones. */
const maxLongForms = 2
/** Of a query; more would cost more than they find. */
const maxAlternatives = 8
/** Compounds of one word that are looked for, the most frequent ones. */
const maxCompounds = 40
/** Words of a query that are looked for in compounds; who pastes a page has words enough. */
const maxCompoundWords = 12

/** A library of so much in one language hardly has words of another. */
const minShareOfOneLanguage = 0.9
/** Passages that hold both: once is chance. */
const minTogether = 2
/** Neighbours tell much, and not all. */
const trustInBeside = 0.5

/** How a library writes its words: which it knows, which stand for others, which are written apart or together. */
export class LibraryWords {
  readonly #lexical: InvertedIndex
  readonly #abbreviations = new AbbreviationTable()
  readonly #spelling: SpellingVocabulary
  /** The words that the spelling has yet to take in; undefined when it has all that there were at first. */
  #unread: Iterator<{ word: string; passages: number }> | undefined
  /** Words of passages that came or went since. */
  readonly #changed = new Set<string>()

  constructor(lexical: InvertedIndex) {
    this.#lexical = lexical
    this.#spelling = new SpellingVocabulary((word) => this.#formsOf(word))
    this.#unread = lexical.words()
  }

  /** A passage that was there when this was made: its words are read from the index, in time. */
  load({ abbreviations }: IndexedText): void {
    this.#abbreviations.add(readPairs(abbreviations))
  }

  add(text: IndexedText): void {
    this.#abbreviations.add(readPairs(text.abbreviations))
    this.#noteWords(text)
  }

  remove(text: IndexedText): void {
    this.#abbreviations.remove(readPairs(text.abbreviations))
    this.#noteWords(text)
  }

  /** Takes in the next word for the spelling. False when it has all. */
  readNext(): boolean {
    const next = this.#unread?.next()
    if (next && !next.done) return this.#learn(next.value.word)
    this.#unread = undefined
    const changed = this.#changed.values().next()
    if (changed.done) return false
    this.#changed.delete(changed.value)
    return this.#learn(changed.value)
  }

  /** The text with words that the library knows; null when there is nothing to correct, or not all words are read yet. */
  suggestSpelling(text: string, words: readonly Token[], language: string | null): string | null {
    if (this.#unread) return null
    const tables = this.#lexical.compoundTables()
    const languages = [...this.#lexical.languages()]
    const unexplained = words.filter(
      ({ token }) =>
        !languages.some((each) => isStopWord(token, each)) && !tables.some((table) => table.explains(token)),
    )
    const isEnglish = (language ?? 'en') === 'en' && this.#shareOf('en') > 0
    return suggestSpelling(text, this.#spelling, unexplained, {
      usual: isEnglish ? loadEnglishWords() : null,
      isOneLanguage: language === 'en' || this.#shareOf('en') >= minShareOfOneLanguage,
      isOffered: (word) => language === null || this.#lexical.countIn(language, word) > 0,
      weighBeside: (others) => this.#weighBeside(others),
    })
  }

  /**
   * Other ways in which the library writes what the terms say: the long form of an abbreviation and the other way round
   * (`VAE`), two words as one (`multi sig`), the parts of a name of letters and digits (`BIP324`), and compounds by their
   * parts and the other way round (`Säure`, `Ameisensäure`).
   */
  findAlternatives(terms: readonly QueryTerm[]): QueryTerm[] {
    const words = terms.map(({ word }) => word)
    const found = [
      ...this.#expandAbbreviations(words),
      ...words.flatMap((word, at) => this.#findJoined(word, words[at + 1], at)),
      ...words.flatMap((word, at) => this.#findParts(word, at)),
      ...words.slice(0, maxCompoundWords).flatMap((word, at) => this.#findCompoundParts(word, at)),
    ]
    const typed = new Set(terms.flatMap(({ forms }) => forms))
    const isTyped = (word: string): boolean => this.#formsOf(word).some((form) => typed.has(form))
    const rewritten = found
      .filter((range) => !range.words.every(isTyped)) // what was typed in both ways needs no other
      .slice(0, maxAlternatives)
      .map(({ from, to, words: other }) => ({
        from,
        to,
        terms: other.map((word) => ({ word, forms: this.#formsOf(word) })),
      }))
    const compounds = words.slice(0, maxCompoundWords).flatMap((word, at) => this.#findCompounds(word, at))
    return [...rewritten, ...compounds].flatMap(({ from, to, terms: other }, group) =>
      other.map((term) => ({ ...term, standsFor: { group, from, to } })),
    )
  }

  #learn(word: string): true {
    this.#spelling.set({ word, passages: this.#lexical.countPassages(word) })
    return true
  }

  #noteWords({ title, chapter, text }: IndexedText): void {
    for (const line of [title, chapter, ...text.split('\n')])
      for (const word of line.split(' ')) this.#changed.add(word)
  }

  #shareOf(language: string): number {
    const { size } = this.#lexical
    return size === 0 ? 0 : this.#lexical.countLanguage(language) / size
  }

  /**
   * A word counts as being in as many passages as it would be, were the whole library like those that hold one of the
   * others: of these the one that makes it likeliest. `zhao` stands in few passages, and in half of those with `gloria`.
   */
  #weighBeside(others: readonly string[]): (word: string, passages: number) => number {
    const besides = others.map((word) => {
      const labels = new Set(this.#lexical.labelsWith(this.#lexical.termsOf({ forms: this.#formsOf(word) })))
      return { labels, scale: this.#lexical.size / Math.max(1, labels.size) }
    })
    return (word, passages) => {
      const labels = [...this.#lexical.labelsWith(this.#lexical.termsOfWord(word))]
      const weights = besides.map((beside) => {
        const together = labels.filter((label) => beside.labels.has(label)).length
        return together < minTogether ? 0 : together * beside.scale * trustInBeside
      })
      return Math.max(passages, ...weights)
    }
  }

  #expandAbbreviations(words: readonly string[]): WordRange[] {
    const used = new Map<number, number>()
    return this.#abbreviations.expand(words).filter(({ from }) => {
      used.set(from, (used.get(from) ?? 0) + 1)
      return (used.get(from) ?? 0) <= maxLongForms
    })
  }

  #findJoined(word: string, next: string | undefined, from: number): WordRange[] {
    if (next === undefined || this.#lexical.termsOfWord(word + next).length === 0) return []
    return [{ from, to: from + 2, words: [word + next] }]
  }

  #findParts(word: string, from: number): WordRange[] {
    const parts = word.includes('_')
      ? word.split('_').filter(Boolean)
      : (/^(\p{L}{2,})(\d{1,6})$/u.exec(word)?.slice(1) ?? [])
    const isKnown = parts.length > 1 && parts.every((part) => this.#lexical.termsOfWord(part).length > 0)
    return isKnown ? [{ from, to: from + 1, words: parts }] : []
  }

  #findCompoundParts(word: string, from: number): WordRange[] {
    const tables = this.#lexical.compoundTables()
    if (tables.length === 0) return []
    const isKnown = this.#formsOf(word).some((form) => this.#lexical.countForm(form) > 0)
    return tables.flatMap((table) => {
      const parts = table.partsOf(word, isKnown)
      return parts ? [{ from, to: from + 1, words: [parts.head, parts.tail] }] : []
    })
  }

  /** All of them are one alternative: to the query it makes no difference which one a passage holds. */
  #findCompounds(word: string, from: number): { from: number; to: number; terms: QueryTerm[] }[] {
    const forms = this.#lexical.compoundTables().flatMap((table) => table.holdersOf(word, maxCompounds))
    return forms.length === 0 ? [] : [{ from, to: from + 1, terms: [{ word, forms }] }]
  }

  #formsOf(word: string): string[] {
    return [...new Set([...this.#lexical.languages()].map((language) => stem(word, language)))]
  }
}

interface WordRange {
  from: number
  to: number
  words: readonly string[]
}

function readPairs(json: string): AbbreviationPair[] {
  if (json === '') return []
  return (JSON.parse(json) as [string, string][]).map(([short, long]) => ({ short, long }))
}
