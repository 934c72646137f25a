import { foldWord, tokenize, type Token } from '../index/tokenize.js'
import type { Match } from './suggestion.js'

/** What was typed against the words of a text: every typed word begins a word of its own there. */

export interface WordList {
  words: readonly Token[]
  /** Last characters of runs without spaces: pairs begin with every other one. */
  tails: readonly Token[]
}

const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

export function listWords(text: string): WordList {
  const words = tokenize(text)
  const tails = words.filter(({ token, to }, index) => {
    const next = words[index + 1]
    return unspaced.test(token) && [...token].length === 2 && (next === undefined || next.from >= to)
  })
  return { words, tails: tails.map(lastCharacter) }
}

function lastCharacter({ token, to }: Token): Token {
  const character = [...token].at(-1) ?? ''
  return { token: character, from: to - character.length, to }
}

/** Null when a typed word begins no word of the text. Cost: words × typed words. */
export function rankWords(typed: readonly string[], list: WordList): Match['tier'] | null {
  const row = findRow(typed, list.words)
  if (row !== null) return row === 0 ? 0 : 1
  return findApart(typed, list) ? 2 : null
}

/** The words that the typed ones begin, in the order of these. */
export function findWords(typed: readonly string[], list: WordList): readonly Token[] | null {
  const row = findRow(typed, list.words)
  return row === null ? findApart(typed, list) : list.words.slice(row, row + typed.length)
}

function findApart(typed: readonly string[], { words, tails }: WordList): Token[] | null {
  if (typed.length > words.length + tails.length) return null
  const found: Token[] = []
  for (const word of typed) {
    const isFree = (candidate: Token) => candidate.token.startsWith(word) && !found.includes(candidate)
    const match = words.find(isFree) ?? tails.find(isFree)
    if (!match) return null
    found.push(match)
  }
  return found
}

/** Where the typed words stand in a row, the last one perhaps only begun. */
function findRow(typed: readonly string[], words: readonly Token[]): number | null {
  const last = typed.length - 1
  for (let start = 0; start + last < words.length; start++) {
    if (!words[start + last]?.token.startsWith(typed[last] ?? '')) continue
    let same = 0
    while (same < last && words[start + same]?.token === typed[same]) same += 1
    if (same === last) return start
  }
  return null
}

/** The typed part of each found word; overlapping and touching ones are one. */
export function findRanges(
  text: string,
  typed: readonly string[],
  found: readonly Token[],
): [number, number][] {
  const ranges = found
    .map(({ token, from, to }, index): [number, number] => {
      const word = typed[index] ?? ''
      return [from, token === word ? to : from + typedLength(text.slice(from, to), word.length)]
    })
    .sort(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [from, to] of ranges) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** How much of a word as written gives so much of it folded: `Straß` gives the six letters of `strass`. */
function typedLength(written: string, foldedLength: number): number {
  let length = 0
  for (const character of written) {
    length += character.length
    if (foldWord(written.slice(0, length)).length >= foldedLength) break
  }
  return length
}
