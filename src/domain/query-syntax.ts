/**
 * The signs of the query language: which part of a text is a word, a phrase, an exclusion or an operator. What a part
 * means, and whether it means anything, is decided in parse-query.ts.
 */

const operatorNames = ['speaker', 'source', 'kind', 'after', 'before', 'lang', 'in'] as const
export type OperatorName = (typeof operatorNames)[number]

interface Place {
  /** Half-open [from, to) in UTF-16 units of the query, signs included. */
  from: number
  to: number
}
export interface WordPart extends Place {
  type: 'word'
  /** As typed, up to the next white space: punctuation is still on it. */
  text: string
}
export interface PhrasePart extends Place {
  type: 'phrase'
  /** What stands between the quotes. */
  text: string
}
export interface ExclusionPart extends Place {
  type: 'exclusion'
  /** Without dash and quotes. */
  text: string
  quoted: boolean
}
export interface OperatorPart extends Place {
  type: 'operator'
  name: OperatorName
  /** Without quotes; never empty. */
  value: string
}
export type QueryPart = WordPart | PhrasePart | ExclusionPart | OperatorPart

/** Keyboards and phones mix these: any of a family closes what any of it opened. */
const quoteFamilies = ['"＂“”„‟〝〞〟', '«»'] as const
/** Hyphen, minus and their full-width form. Long dashes are punctuation of sentences. */
const dashes = '-‐−－'

/** A phrase may open here: after white space, a bracket, or a character of a script written without spaces. */
const mayPrecedeQuote = /[\s([{（［｛「『¿¡\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const operatorStart = /([A-Za-z]{2,7})[:：](?=\S)/y
const excludable = /[\p{L}\p{N}#._]/u

/**
 * Takes a query apart, in order, leaving out nothing but white space. Quotes that do not close, dashes within words or
 * before a space, and `name:` of no operator stay in words. Linear in the text.
 * @param text white space collapsed to single spaces, none at the ends
 */
export function lexQuery(text: string): QueryPart[] {
  const lastQuotes = quoteFamilies.map((family) => findLast(text, family))
  const parts: QueryPart[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1
      continue
    }
    const isWordStart = at === 0 || text[at - 1] === ' '
    const part: QueryPart =
      readPhrase(text, at, lastQuotes) ??
      (isWordStart ? (readExclusion(text, at, lastQuotes) ?? readOperator(text, at, lastQuotes)) : null) ??
      readWord(text, at, lastQuotes)
    parts.push(part)
    at = part.to
  }
  return parts
}

/** The part read as the plain text that it is when its signs mean nothing. */
export function asWord({ from, to }: QueryPart, query: string): WordPart {
  return { type: 'word', text: query.slice(from, to), from, to }
}

function readPhrase(text: string, at: number, lastQuotes: readonly number[]): PhrasePart | null {
  if (at > 0 && !mayPrecedeQuote.test(characterBefore(text, at))) return null
  const closing = findClosing(text, at, lastQuotes)
  return closing === null
    ? null
    : { type: 'phrase', text: text.slice(at + 1, closing).trim(), from: at, to: closing + 1 }
}

function readExclusion(text: string, at: number, lastQuotes: readonly number[]): ExclusionPart | null {
  if (!dashes.includes(text.charAt(at))) return null
  const start = at + 1
  const closing = findClosing(text, start, lastQuotes)
  if (closing !== null)
    return {
      type: 'exclusion',
      text: text.slice(start + 1, closing).trim(),
      quoted: true,
      from: at,
      to: closing + 1,
    }
  if (!excludable.test(characterAt(text, start))) return null
  const to = findSpace(text, start)
  return { type: 'exclusion', text: text.slice(start, to), quoted: false, from: at, to }
}

function readOperator(text: string, at: number, lastQuotes: readonly number[]): OperatorPart | null {
  operatorStart.lastIndex = at
  const match = operatorStart.exec(text)
  const name = operatorNames.find((candidate) => candidate === match?.[1]?.toLowerCase())
  if (!match || !name) return null
  const start = operatorStart.lastIndex
  const closing = findClosing(text, start, lastQuotes)
  const to = closing === null ? findSpace(text, start) : closing + 1
  const value = closing === null ? text.slice(start, to) : text.slice(start + 1, closing).trim()
  const isStray = closing === null && quoteFamilies.some((family) => family.includes(value.charAt(0)))
  return isStray || value === '' ? null : { type: 'operator', name, value, from: at, to }
}

/** Up to white space, or to a phrase that opens within: `(“so called”)`. */
function readWord(text: string, at: number, lastQuotes: readonly number[]): WordPart {
  let to = at + 1
  while (to < text.length && text[to] !== ' ' && !readPhrase(text, to, lastQuotes)) to += 1
  return { type: 'word', text: text.slice(at, to), from: at, to }
}

/** Where the quote that opens at `at` closes; null when none opens there, or it does not close. */
function findClosing(text: string, at: number, lastQuotes: readonly number[]): number | null {
  const index = quoteFamilies.findIndex((family) => at < text.length && family.includes(text.charAt(at)))
  const family = quoteFamilies[index]
  if (family === undefined) return null
  // French sets its guillemets off with a space; after any other quote a space means that it closes, or is a sign of inches.
  if (text[at + 1] === ' ' && text[at] !== '«') return null
  if ((lastQuotes[index] ?? -1) <= at) return null
  let closing = at + 1
  while (!family.includes(text.charAt(closing))) closing += 1
  return closing
}

function findLast(text: string, characters: string): number {
  let at = text.length - 1
  while (at >= 0 && !characters.includes(text.charAt(at))) at -= 1
  return at
}

function findSpace(text: string, from: number): number {
  const at = text.indexOf(' ', from)
  return at === -1 ? text.length : at
}

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0)

function characterBefore(text: string, at: number): string {
  const isPair = at >= 2 && /[\uDC00-\uDFFF]/.test(text.charAt(at - 1))
  return text.slice(at - (isPair ? 2 : 1), at)
}
