import { matchInitials, splitWords } from '../../index/match-abbreviation.js'
import { conceptKey } from '../concept-key.js'

/** The names that a heading gives: `OOD Inputs (Out-of-Distribution)` names three ways to say one thing. */

const inBrackets = /^(.*?)\s*\(([^()]{2,80})\)\s*$/u
const numbering = /^\s*(?:\d{1,3}[.):]|#\d{1,3}[.):]?|[IVX]{1,4}\.)\s+/u

/** A longer one is a text: it is taken as it is. In UTF-16 units. */
const maxHeadingLength = 300

export const hasNumber = (heading: string): boolean => numbering.test(heading)
export const withoutNumber = (heading: string): string => heading.replace(numbering, '').trim()

/**
 * The first is the one to show. What is in brackets is another name; where it spells out a word of what stands before it,
 * also put in its place. `A / B` is also A and B, and both without the slash; `A vs B` is also A and B together.
 */
export function readHeadingNames(heading: string): string[] {
  // One space at a time: the patterns below try each of them as the beginning of a gap.
  const plain = withoutNumber(heading).replaceAll(/\s+/gu, ' ')
  if (plain.length > maxHeadingLength) return conceptKey(plain) === '' ? [] : [plain]
  const match = inBrackets.exec(plain)
  const main = (match?.[1] ?? plain).trim()
  const inside = match?.[2]?.trim() ?? ''
  const names = [
    main,
    ...(inside === '' ? [] : bracketNames(main, inside)),
    ...slashNames(main),
    ...versusNames(main),
  ]
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = conceptKey(name)
    return key !== '' && !seen.has(key) && seen.add(key)
  })
}

function bracketNames(main: string, inside: string): string[] {
  const words = main.split(/\s+/)
  const short = words.find((word) => isAbbreviationOf(word, inside))
  if (short === undefined || words.length === 1) return [inside]
  return [short, inside, words.map((word) => (word === short ? inside : word)).join(' ')]
}

const isAbbreviationOf = (word: string, long: string): boolean => {
  const letters = word.replace(/s$/, '').toLowerCase()
  return (
    /^\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*$/u.test(word) &&
    letters.length >= 2 &&
    matchInitials(letters, splitWords(long)) !== null
  )
}

function slashNames(main: string): string[] {
  const parts = main.split(/\s*\/\s*/).filter((part) => part !== '')
  if (parts.length < 2) return []
  const single = parts.length === 2 && parts.every((part) => /^\p{Lu}{2,6}$/u.test(part)) ? parts : []
  return [...single, parts.join(' ')]
}

function versusNames(main: string): string[] {
  const parts = main.split(/\s+(?:vs\.?|versus)\s+/i)
  const [first, second] = parts
  if (parts.length !== 2 || first === undefined || second === undefined) return []
  return [`${first} and ${second}`, `${first} ${second}`, `${second} vs ${first}`, `${second} and ${first}`]
}
