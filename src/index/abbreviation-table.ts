import { foldWord, tokenize } from './tokenize.js'
import type { Abbreviation } from './find-abbreviations.js'

export type AbbreviationPair = Pick<Abbreviation, 'short' | 'long'>

/** Another way to write what stands at words [from, to) of a query. */
export interface Expansion {
  from: number
  to: number
  /** Folded words, not stemmed. */
  words: readonly string[]
  /** How often the library says that the two are one. */
  count: number
}

/** A surface form (`hash time locked contracts`) and how often it was seen. */
type Forms = Map<string, number>

/**
 * Which short forms stand for which long ones in a library: pairs are added with each document and removed with it, and
 * what was added in any order gives the same answers. Words are compared folded, the plural of the last one as its
 * singular; each form is given back as it is written most.
 */
export class AbbreviationTable {
  /** Key of one side → key of the other → its forms. */
  readonly #longs = new Map<string, Map<string, Forms>>()
  readonly #shorts = new Map<string, Map<string, Forms>>()
  /** Long keys are tried at no greater length than the longest that was ever added, in words. */
  #maxLongWords = 0

  add(pairs: Iterable<AbbreviationPair>): void {
    for (const pair of pairs) this.#count(pair, 1)
  }

  /** Exactly what was added before. @throws {RangeError} for a pair that is not there */
  remove(pairs: Iterable<AbbreviationPair>): void {
    for (const pair of pairs) this.#count(pair, -1)
  }

  /** Most frequent first, then by the alphabet. @param short folded or not */
  longFormsOf(short: string): Pick<Expansion, 'words' | 'count'>[] {
    const key = shortKey(wordsOf(short))
    // Short forms are kept in their singular, and `DoS` is none of `Do`: as typed goes first.
    return list(this.#longs.get(key) ?? this.#longs.get(key.replace(/(?<=[^ ]{2}[^s ])s$/u, '')))
  }

  /** Most frequent first, then by the alphabet. @param long its words, folded or not */
  shortFormsOf(long: readonly string[]): Pick<Expansion, 'words' | 'count'>[] {
    return list(this.#shorts.get(longKey(long.map(foldWord))))
  }

  /**
   * The other forms of each short form and of each longest long form among the folded words of a query, in their order.
   * Give it content words: the stop word `as` may be an abbreviation somewhere in the library. Cost: words × length of the longest long form.
   */
  expand(words: readonly string[]): Expansion[] {
    const found: Expansion[] = []
    let from = 0
    while (from < words.length) {
      const to = this.#endOfLong(words, from)
      const long = words.slice(from, to)
      const others = to > from ? this.shortFormsOf(long) : this.longFormsOf(words[from] as string)
      const end = Math.max(to, from + 1)
      for (const other of others) found.push({ from, to: end, ...other })
      from = end
    }
    return found
  }

  /** `from` when no long form begins there. */
  #endOfLong(words: readonly string[], from: number): number {
    for (let to = Math.min(words.length, from + this.#maxLongWords); to > from; to--)
      if (this.#shorts.has(longKey(words.slice(from, to)))) return to
    return from
  }

  #count({ short, long }: AbbreviationPair, change: 1 | -1): void {
    const [shortWords, longWords] = [wordsOf(short), wordsOf(long)]
    if (shortWords.length === 0 || longWords.length === 0) return
    const [ofShort, ofLong] = [shortKey(shortWords), longKey(longWords)]
    count(this.#longs, ofShort, ofLong, longWords.join(' '), change)
    count(this.#shorts, ofLong, ofShort, shortWords.join(' '), change)
    this.#maxLongWords = Math.max(this.#maxLongWords, longWords.length)
  }
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ token }) => token)

const shortKey = (words: readonly string[]): string => words.join(' ')
/** An English plural is the same idea; `ss`, `us` and `is` are no plurals. */
const singular = (words: string): string => words.replace(/(?<=[^ ]{3}[^sui])s$/u, '')
const longKey = (words: readonly string[]): string => singular(words.join(' '))

function count(
  table: Map<string, Map<string, Forms>>,
  key: string,
  otherKey: string,
  form: string,
  change: 1 | -1,
): void {
  const others = table.get(key) ?? new Map<string, Forms>()
  const forms = others.get(otherKey) ?? new Map<string, number>()
  const times = (forms.get(form) ?? 0) + change
  if (times < 0) throw new RangeError(`"${form}" was never added for "${key}"`)
  if (times > 0) forms.set(form, times)
  else forms.delete(form)
  if (forms.size > 0) others.set(otherKey, forms)
  else others.delete(otherKey)
  if (others.size > 0) table.set(key, others)
  else table.delete(key)
}

function list(others: Map<string, Forms> | undefined): Pick<Expansion, 'words' | 'count'>[] {
  return [...(others?.values() ?? [])]
    .map((forms) => ({
      form: mostFrequent(forms),
      count: [...forms.values()].reduce((total, times) => total + times, 0),
    }))
    .sort((a, b) => b.count - a.count || compare(a.form, b.form))
    .map(({ form, count }) => ({ words: form.split(' '), count }))
}

const mostFrequent = (forms: Forms): string =>
  [...forms].sort(([a, timesA], [b, timesB]) => timesB - timesA || compare(a, b))[0]?.[0] ?? ''

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
