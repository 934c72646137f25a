import { boundedDistance } from './edit-distance.js'

/** The words of a library, so kept that the nearest to a misspelt one is found in milliseconds. */

export interface VocabularyWord {
  /** Folded, not stemmed. */
  word: string
  /** How many passages hold it. */
  passages: number
}

export interface NearWord extends VocabularyWord {
  distance: number
  /** Sounds alike, or has neighbouring letters swapped: what fingers and ears get wrong. */
  isSlip: boolean
  /** Larger is better; comparable between the candidates of one word only. */
  score: number
}

/** Shorter words have too many neighbours, longer ones are data. In UTF-16 units. */
const minLetters = 4
/** Where what else was typed tells which of them is meant, so many will do. */
const minTypedLetters = 3
const maxLetters = 32
/** In a word of up to five letters a second wrong one leaves too little to go by. */
const maxLettersForOneEdit = 5

/** One edit outweighs 2⁵ times as many passages: a near word that hardly occurs is often a slip of the library itself. */
const editPenalty = 5
/** People seldom miss the first letter. */
const firstLetterPenalty = 4
/** `taprut` sounds like `taproot`, which is two edits away. */
const slipBonus = 4
/**
 * A word that the library lacks is as often right as misspelt (`hadoop` is no `hadron`): a neighbour that neither sounds
 * alike nor has two letters swapped must be in use; the more so in short words, where almost any other letter makes
 * another word, and the less in long ones, and in those that are no word of the language at all.
 */
const minPassagesOfNearWord = 5
const minPassagesOfFarWord = 20
const minPassagesInShortWords = 50
const minPassagesOfStrangeWord = 2
const shortWordLength = 5
const longWordLength = 8

/** How a word that was typed is looked at. */
export interface NearOptions {
  /** Default: one in a word of up to five letters, else two. */
  maxDistance?: number
  /** It is no word of the language, as far as can be told: likely misspelt. */
  isStrange?: boolean
  /** How many passages a word counts as being in, where what else was typed makes it likelier. Default: those it is in. */
  weigh?: (word: string, passages: number) => number
}

interface Bucket {
  words: string[]
  /** Letters of each word as bits. */
  letters: number[]
}

export class SpellingVocabulary {
  readonly #passages = new Map<string, number>()
  /** Passages by index form, so that a word of which the library has another inflection is known. */
  readonly #formPassages = new Map<string, number>()
  /** By length. */
  readonly #buckets = new Map<number, Bucket>()

  /** @param formsOf the forms under which the index finds a word: its stems; by default the word alone */
  constructor(private readonly formsOf: (word: string) => readonly string[] = (word) => [word]) {}

  /** Replaces what was known of the word; 0 forgets it. Cost: constant. */
  set({ word, passages }: VocabularyWord): void {
    const before = this.#passages.get(word)
    if (before === undefined && passages <= 0) return
    if (before === undefined && canBeSuggested(word)) this.#addToBucket(word)
    // Forgotten words stay as 0: their place in the bucket is used again when they come back.
    this.#passages.set(word, passages)
    for (const form of this.formsOf(word))
      this.#formPassages.set(form, (this.#formPassages.get(form) ?? 0) + passages - (before ?? 0))
  }

  /** Of the word as it is. */
  countOf(word: string): number {
    return this.#passages.get(word) ?? 0
  }

  /** Whether a search for the one finds the other. */
  isFoundAs(word: string, other: string): boolean {
    const forms = this.formsOf(other)
    return this.formsOf(word).some((form) => forms.includes(form))
  }

  /** Of the word or its inflections, at most so many; 0 for one that a search for it cannot find. */
  passagesOf(word: string): number {
    return Math.max(0, ...this.formsOf(word).map((form) => this.#formPassages.get(form) ?? 0))
  }

  /**
   * The best first, ties by the alphabet. Never a word with digits or signs, nor one of fewer than four letters; none for words of fewer than three.
   * Cost: a few ms for 200,000 words.
   */
  findNearest(
    word: string,
    { maxDistance = maxDistanceOf(word), isStrange = false, weigh = asCounted }: NearOptions = {},
  ): NearWord[] {
    if (!canBeCorrected(word)) return []
    const letters = letterBits(word)
    const sound = soundOf(word)
    const found: NearWord[] = []
    for (let length = word.length - maxDistance; length <= word.length + maxDistance; length++) {
      const bucket = this.#buckets.get(length)
      if (!bucket) continue
      for (let index = 0; index < bucket.words.length; index++) {
        // Each edit changes at most two letters of the set.
        if (countBits(letters ^ (bucket.letters[index] as number)) > 2 * maxDistance) continue
        const near = this.#compare(word, sound, bucket.words[index] as string, maxDistance)
        if (!near) continue
        const weight = weigh(near.word, near.passages)
        // A short word is too much like others for numbers alone to tell.
        if (word.length < minLetters && weight === near.passages) continue
        if (weight >= minWeightOf(word, near, isStrange))
          found.push({ ...near, score: near.score + Math.log2(weight) })
      }
    }
    return found.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
  }

  /** Its score is that of how it is written. */
  #compare(word: string, sound: string, candidate: string, maxDistance: number): NearWord | null {
    const passages = this.#passages.get(candidate) ?? 0
    if (passages === 0) return null
    const distance = boundedDistance(word, candidate, maxDistance)
    if (distance > maxDistance || distance === 0) return null
    const isSlip = soundOf(candidate) === sound || (distance === 1 && isPermutation(word, candidate))
    const sameStart = candidate.charAt(0) === word.charAt(0)
    if (!isSlip && distance > 1 && !sameStart) return null
    const score = (isSlip ? slipBonus : 0) - editPenalty * distance - (sameStart ? 0 : firstLetterPenalty)
    return { word: candidate, passages, distance, isSlip, score }
  }

  #addToBucket(word: string): void {
    const bucket = this.#buckets.get(word.length) ?? { words: [], letters: [] }
    bucket.words.push(word)
    bucket.letters.push(letterBits(word))
    this.#buckets.set(word.length, bucket)
  }
}

const maxDistanceOf = (word: string): number => (word.length <= maxLettersForOneEdit ? 1 : 2)

export const canBeCorrected = (word: string): boolean =>
  canBeSuggested(word) || (word.length === minTypedLetters && /^\p{L}+$/u.test(word))

/** BIP325 is no misspelt BIP324, and pairs of Japanese characters are no words. */
export const canBeSuggested = (word: string): boolean =>
  word.length >= minLetters && word.length <= maxLetters && /^\p{L}+$/u.test(word)

function letterBits(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** How many passages must hold a neighbour, or how many it must count as being in. */
function minWeightOf(word: string, { word: near, distance, isSlip }: NearWord, isStrange: boolean): number {
  if (word.length < minLetters) return minPassagesInShortWords
  if (isSlip) return 1
  if (distance > 1) return minPassagesOfFarWord
  if (word.length >= longWordLength) return 1
  if (isStrange && isHandSlip(word, near)) return minPassagesOfStrangeWord
  return word.length <= shortWordLength ? minPassagesInShortWords : minPassagesOfNearWord
}

const asCounted = (_word: string, passages: number): number => passages

/** One letter too much or too few, or of a key beside it; but `greg` is no `grep`. @param near one edit away */
function isHandSlip(word: string, near: string): boolean {
  if (word.length !== near.length) return true
  const at = [...word].findIndex((letter, place) => letter !== near.charAt(place))
  return areBeside(word.charAt(at), near.charAt(at))
}

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm']
const areBeside = (a: string, b: string): boolean =>
  keyRows.some((row) => row.includes(a + b) || row.includes(b + a))

const isPermutation = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** What is left when letters that sound alike are one, doubled ones single, and vowels after the first letter gone. */
export function soundOf(word: string): string {
  const consonants = word
    .replace(/^(?:kn|gn|pn)/, 'n')
    .replace(/ph/g, 'f')
    .replace(/gh(?=t|$)/g, '')
    .replace(/s?ch|ck|[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/(?<=.)[aeiouyhw]/g, '')
  return consonants.replace(/(.)\1+/gu, '$1')
}
