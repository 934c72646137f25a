import type { MarkRange } from '../text-marks.js'

/** Names of concepts found in a text, as they are written there. */

export interface NamedConcept {
  slug: string
  /** The name and the aliases. */
  names: readonly string[]
}

export interface NameMark {
  slug: string
  range: MarkRange
}

interface Word {
  folded: string
  written: string
  from: number
  to: number
}

/** A name as its words; `acronym` when it must be written as it stands: `IT` is not `it`. */
interface Pattern {
  slug: string
  words: readonly string[]
  acronym: string | null
}

const maxAcronymLength = 5

/** Finds names in one text; made once for many texts. */
export type NameFinder = (text: string) => NameMark[]

/**
 * A finder of these concepts' names: whole words, whatever their case, hyphens and plural `s`; short names in capitals
 * only in capitals. Where names overlap the one that begins first is taken, of those the longest. Every mention, in
 * order; linear in the text.
 */
export function createNameFinder(concepts: readonly NamedConcept[]): NameFinder {
  const patterns = new Map<string, Pattern[]>()
  for (const { slug, names } of concepts)
    for (const name of names) {
      const words = wordsOf(name)
      const [first] = words
      if (!first) continue
      const pattern = { slug, words: words.map(({ folded }) => folded), acronym: acronymOf(name) }
      patterns.set(first.folded, [...(patterns.get(first.folded) ?? []), pattern])
    }
  for (const starting of patterns.values()) starting.sort((a, b) => b.words.length - a.words.length)
  return (text) => {
    const words = wordsOf(text)
    const marks: NameMark[] = []
    for (let at = 0; at < words.length; at += 1) {
      const pattern = patterns.get(words[at]?.folded ?? '')?.find((each) => matchesAt(words, at, each))
      const first = words[at]
      const last = pattern && words[at + pattern.words.length - 1]
      if (!pattern || !first || !last) continue
      marks.push({ slug: pattern.slug, range: [first.from, last.to] })
      at += pattern.words.length - 1
    }
    return marks
  }
}

function matchesAt(words: readonly Word[], at: number, { words: wanted, acronym }: Pattern): boolean {
  if (acronym !== null && singular(words[at]?.written ?? '') !== acronym) return false
  return wanted.every((word, offset) => words[at + offset]?.folded === word)
}

/** The name when it is one short word in capitals, in its singular. */
function acronymOf(name: string): string | null {
  const word = singular(name.trim())
  return /^[\p{Lu}\p{N}]+$/u.test(word) && word.length <= maxAcronymLength ? word : null
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: written, index }) => ({
    folded: singular(written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
    written,
    from: index,
    to: index + written.length,
  }))
}

/** `VAEs` → `VAE`, `policies` → `policy`, `hashes` → `hash`; roughly, and the same for the name and the text. */
function singular(word: string): string {
  // `DoS` is no plural.
  if (word.length < minPluralLength || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ss|x|sh|[^a]ch|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

const minPluralLength = 4
