import type Database from 'better-sqlite3'
import { isLoneUnspaced } from '../tokenize.js'
import type { SearchFilter } from '../search-index.js'
import type { InvertedIndex } from './inverted-index.js'
import { LabelSet } from './label-set.js'

/** What a filter says about the words of a passage: exact phrases, and what must not be there. */

/** Labels in one list parameter. */
const labelsPerRead = 2_000

export class TextFilter {
  readonly #database: Database.Database
  readonly #lexical: InvertedIndex

  constructor(database: Database.Database, lexical: InvertedIndex) {
    this.#database = database
    this.#lexical = lexical
  }

  /** Those of the labels that the filter allows; the set itself when it says nothing about words. */
  narrow(
    labels: LabelSet,
    { phrases = [], excludedTerms = [], excludedPhrases = [] }: SearchFilter,
  ): LabelSet {
    let left = labels
    for (const phrase of phrases) left = this.#findPhrase(phrase, left)
    if (excludedTerms.length === 0 && excludedPhrases.length === 0) return left
    const rest = left === labels ? labels.copy() : left
    for (const term of excludedTerms)
      for (const label of this.#lexical.labelsWith(this.#lexical.termsOf(term))) rest.delete(label)
    for (const phrase of excludedPhrases)
      for (const label of this.#findPhrase(phrase, rest)) rest.delete(label)
    return rest
  }

  /** Cost: 3 µs for each passage that holds all of the words. */
  #findPhrase(phrase: readonly string[], among: LabelSet): LabelSet {
    const found = new LabelSet()
    if (phrase.length === 0) return among.copy()
    const holders = this.#holdAll(phrase, among)
    const [only = ''] = phrase
    // Texts are indexed by pairs of such characters: who holds a pair with it holds it.
    if (phrase.length === 1 && isLoneUnspaced(only)) return holders
    const candidates = [...holders]
    const wanted = ` ${phrase.join(' ')} `
    const isThere = (field: string) => `instr(' ' || replace(${field}, char(10), ' ') || ' ', ?) > 0`
    const statement = this.#database
      .prepare<[string, string, string, string], number>(
        `SELECT t.label FROM json_each(?) j CROSS JOIN texts t ON t.label = j.value
         WHERE ${['t.text', 't.title', 't.chapter'].map(isThere).join(' OR ')}`,
      )
      .pluck()
    for (let at = 0; at < candidates.length; at += labelsPerRead) {
      const some = JSON.stringify(candidates.slice(at, at + labelsPerRead))
      for (const label of statement.all(some, wanted, wanted, wanted)) found.add(label)
    }
    return found
  }

  /** The labels that hold every word, in whatever form: the index knows no others. */
  #holdAll(words: readonly string[], among: LabelSet): LabelSet {
    let left = among
    for (const word of new Set(words)) {
      const holders = new LabelSet()
      for (const label of this.#lexical.labelsWith(this.#lexical.termsOfWord(word)))
        if (left.has(label)) holders.add(label)
      left = holders
    }
    return left
  }
}
