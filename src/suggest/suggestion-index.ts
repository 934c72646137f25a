import { joinUmlauts } from '../index/analyze.js'
import { tokenize } from '../index/tokenize.js'
import { foldText } from './fold-text.js'
import { findRanges, findWords, listWords, rankWords, type WordList } from './match-words.js'
import { suggestionKinds, type Match, type Suggestable, type SuggestionKind } from './suggestion.js'

/** Longer beginnings share the bucket of their first letters. In UTF-16 units. */
const bucketLength = 3
/** More words than a long title has; bounds the work for what is pasted. */
const maxTypedWords = 20

interface Entry extends WordList {
  suggestable: Suggestable
  /** Of what is matched. */
  folded: string
  /** Of what is shown. */
  shown: string
}

interface Candidate {
  entry: Entry
  tier: Match['tier']
}

/** Texts that are found by the beginnings of their words, in memory; each is changed by itself, in constant time. */
export class SuggestionIndex {
  readonly #entries = new Map<string, Entry>()
  /** Entries by the first one, two and three letters of each of their words, and again of their first word. */
  readonly #buckets = new Map<string, Set<Entry>>()

  get size(): number {
    return this.#entries.size
  }

  /** Adds or replaces what is kept under the key. */
  set(key: string, suggestable: Suggestable): void {
    this.delete(key)
    const { text, alias = text } = suggestable
    const list = listWords(alias)
    if (list.words.length === 0) return
    const folded = list.words.map(({ token }) => token).join(' ')
    const entry = { ...list, suggestable, folded, shown: alias === text ? folded : foldText(text) }
    this.#entries.set(key, entry)
    for (const bucket of bucketsOf(entry)) {
      const entries = this.#buckets.get(bucket) ?? new Set()
      this.#buckets.set(bucket, entries.add(entry))
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    for (const bucket of bucketsOf(entry)) {
      const entries = this.#buckets.get(bucket)
      entries?.delete(entry)
      if (entries?.size === 0) this.#buckets.delete(bucket)
    }
  }

  clear(): void {
    this.#entries.clear()
    this.#buckets.clear()
  }

  /**
   * Those that hold every typed word as the beginning of a word, at most `limit` of each kind: by tier, then weight,
   * then the alphabet. Equal texts of a kind are one, whatever
   * alias matched. Where there are none, `waerm` is `wärm`, and `wärm` is `waerm`, as names of files are. Cost: linear in
   * the entries of the rarest typed beginning.
   */
  find(typed: string, limit: number): Match[] {
    const words = listTyped(typed)
    const found = this.#findWords(words, limit)
    if (found.length > 0) return found
    for (const other of [words.map(joinUmlauts), listTyped(spellOut(typed))]) {
      if (other.join(' ') === words.join(' ')) continue
      const otherwise = this.#findWords(other, limit)
      if (otherwise.length > 0) return otherwise
    }
    return []
  }

  #findWords(words: readonly string[], limit: number): Match[] {
    return suggestionKinds
      .flatMap((kind) => this.#findOfKind(kind, words, limit))
      .map(({ entry, tier }) => {
        const { suggestable, shown } = entry
        const { text, alias } = suggestable
        const ranges = alias === undefined ? findRanges(text, words, findWords(words, entry) ?? []) : []
        return { suggestable, folded: shown, tier, ranges }
      })
  }

  #findOfKind(kind: SuggestionKind, words: readonly string[], limit: number): readonly Candidate[] {
    const start = words.join(' ')
    // Enough texts that begin with what was typed leave no room for others: one letter is in most titles.
    const beginning = new BestOfKind(limit)
    for (const entry of this.#buckets.get(firstBucket(kind, words[0] ?? '')) ?? [])
      if (entry.folded.startsWith(start) && beginning.mayTake(entry, start)) beginning.add({ entry, tier: 0 })
    const begun = beginning.list()
    if (begun.length === limit) return begun
    const best = new BestOfKind(limit)
    for (const entry of this.#candidates(kind, words)) {
      if (!best.mayTake(entry, start)) continue
      const tier = rankWords(words, entry)
      if (tier !== null) best.add({ entry, tier })
    }
    return best.list()
  }

  #candidates(kind: SuggestionKind, words: readonly string[]): Iterable<Entry> {
    let smallest: ReadonlySet<Entry> | undefined
    for (const word of words) {
      const bucket = this.#buckets.get(wordBucket(kind, word))
      if (!bucket) return []
      if (!smallest || bucket.size < smallest.size) smallest = bucket
    }
    return smallest ?? []
  }
}

const listTyped = (typed: string): string[] =>
  tokenize(typed)
    .slice(0, maxTypedWords)
    .map(({ token }) => token)

const spellOut = (typed: string): string =>
  typed.normalize('NFC').replace(/[äöü]/giu, (letter) => `${letter.normalize('NFD').charAt(0)}e`)

const wordBucket = (kind: SuggestionKind, beginning: string): string =>
  `${kind} ${beginning.slice(0, bucketLength)}`
const firstBucket = (kind: SuggestionKind, beginning: string): string =>
  `first ${wordBucket(kind, beginning)}`

function bucketsOf({ suggestable: { kind }, words, tails }: Entry): Set<string> {
  const buckets = new Set<string>()
  const addAll = (word: string, nameBucket: typeof wordBucket) => {
    for (let length = 1; length <= Math.min(bucketLength, word.length); length++)
      buckets.add(nameBucket(kind, word.slice(0, length)))
  }
  for (const { token } of [...words, ...tails]) addAll(token, wordBucket)
  addAll(words[0]?.token ?? '', firstBucket)
  return buckets
}

/** Sorted only now and then: where weights rise, each entry would otherwise be put before all others. */
const sortedAfter = 256

/** The first of a kind in the order of `compare`, of equal texts the first. */
class BestOfKind {
  #kept: Candidate[] = []
  /** The last one that is kept, once there are enough. */
  #last: Candidate | undefined

  constructor(private readonly limit: number) {}

  /** Whether an entry, were it to hold the typed words as well as its beginning allows, would be among the first. */
  mayTake({ folded, suggestable }: Entry, start: string): boolean {
    if (!this.#last) return true
    const { tier, entry } = this.#last
    const isLighter = suggestable.weight < entry.suggestable.weight
    if (tier === 0 && isLighter) return false
    const possible = folded.startsWith(start) ? 0 : 1
    return possible === tier ? !isLighter : possible < tier
  }

  add(candidate: Candidate): void {
    this.#kept.push(candidate)
    if (this.#kept.length >= this.limit + sortedAfter) this.#cut()
  }

  list(): readonly Candidate[] {
    this.#cut()
    return this.#kept
  }

  #cut(): void {
    const texts = new Set<string>()
    this.#kept = this.#kept
      .sort(compare)
      .filter(({ entry }) => !texts.has(entry.shown) && texts.add(entry.shown))
      .slice(0, this.limit)
    this.#last = this.#kept[this.limit - 1]
  }
}

function compare(a: Candidate, b: Candidate): number {
  const [left, right] = [a.entry.suggestable, b.entry.suggestable]
  return (
    a.tier - b.tier ||
    right.weight - left.weight ||
    compareText(left.text, right.text) ||
    compareText(left.documentId ?? '', right.documentId ?? '')
  )
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
