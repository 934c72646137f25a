import { foldWord } from './tokenize.js'
import { matchInitials, matchLettersBackwards, splitWords, type Word } from './match-abbreviation.js'

/**
 * Abbreviations and what they stand for, as a text itself says it: after A. S. Schwartz and M. A. Hearst, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003, and the ways in which it is spoken.
 */

/** Places are half-open, in UTF-16 units of the text. */
export interface Abbreviation {
  /** As written, without the `s` of its plural. */
  short: string
  shortFrom: number
  shortTo: number
  /** As written, white space collapsed. */
  long: string
  longFrom: number
  longTo: number
}

/** In UTF-16 units; `maxLongWords` words are seldom more. */
const windowLength = 160
/** The published bounds: at least two characters, at most ten. */
const shortBounds = { min: 2, max: 10 }

/** English words that are joined by a hyphen are seldom all so long. */
const compoundWordLetters = 9

const shortForm = '[\\p{L}\\p{N}][\\p{L}\\p{N}&./-]{1,11}'
const opening = '(?:[“"‘\']|the )?'
const tail = '(?![\\p{L}\\p{N}])'
const inBrackets = /\(([^()[\]]{2,120})\)/gu
/** "partially signed bitcoin transactions, or PSBTs", "…, abbreviated PSBT", "…, PSBT for short" */
const shortAfter = new RegExp(
  `,? (?:or|kurz|abgekürzt|also known as|known as|a\\.?k\\.?a\\.?|abbreviated(?: as| to)?|shortened to|or simply|or just|also called|called) ${opening}(${shortForm})${tail}|, (${shortForm})[”"’']?,? for short${tail}`,
  'giu',
)
/** "PSBT stands for partially signed bitcoin transaction", "PSBT, short for …" */
const longAfter = new RegExp(
  `(?<![\\p{L}\\p{N}])(${shortForm})[”"’']?,? (?:which |that |it )?(?:steht für|ist kurz für|ist die Abkürzung (?:für|von)|stands for|is short for|short for|is an acronym for|an acronym for|is an abbreviation (?:for|of)|means) `,
  'giu',
)

/**
 * In the order of the text, each place once. What merely looks like it is left out: the letters of the short form must
 * spell the long one. Cost: linear in the text.
 */
export function findAbbreviations(text: string): Abbreviation[] {
  const found = [...fromBrackets(text), ...fromSpeech(text)]
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.shortFrom - b.shortFrom || a.longFrom - b.longFrom)
    .filter(({ shortFrom, longFrom }) => {
      const key = `${shortFrom} ${longFrom}`
      return !seen.has(key) && seen.add(key)
    })
}

const shortAnywhere = new RegExp(`(?<![\\p{L}\\p{N}])${shortForm}${tail}`, 'gu')

/**
 * What in a text is written like an abbreviation, each once: as written without the `s` of its plural → its letters,
 * folded. Linear.
 */
export function findShortForms(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [written] of text.matchAll(shortAnywhere)) {
    const short = /\p{Lu}/u.test(written) ? readShort(written) : null
    if (short) found.set(short.text, short.letters)
  }
  return found
}

/** Whether what stands in one place could be the abbreviation of all that stands in another, by the letters alone. */
export function isSpelledOut(shortForm: string, longForm: string): boolean {
  const short = readShort(shortForm)
  return short !== null && isSpelledBy(short.letters, splitWords(longForm))
}

function* fromBrackets(text: string): Generator<Abbreviation> {
  for (const match of text.matchAll(inBrackets)) {
    const inside = match[1] ?? ''
    const from = match.index + 1
    const short = readShort(inside.trim())
    const pair = short
      ? longBefore(text, match.index, { short, from: from + inside.length - inside.trimStart().length })
      : longInside(text, match.index, { text: inside, from })
    if (pair) yield pair
  }
}

function* fromSpeech(text: string): Generator<Abbreviation> {
  for (const match of text.matchAll(shortAfter)) {
    const written = match[1] ?? match[2] ?? ''
    const short = readShort(written)
    const pair =
      short && longBefore(text, match.index, { short, from: match.index + match[0].indexOf(written) })
    if (pair) yield pair
  }
  for (const match of text.matchAll(longAfter)) {
    const short = readShort(match[1] ?? '')
    const pair = short && longFollowing(text, match.index + match[0].length, { short, from: match.index })
    if (pair) yield pair
  }
}

interface Short {
  text: string
  letters: string
}

/** Null for what is no abbreviation: two capitals, or a capital and a digit, make one. */
function readShort(written: string): Short | null {
  const text = written.replace(/[./&-]+$/u, '').replace(/(?<=[\p{Lu}\p{N}])[’']?s$/u, '')
  if (!/^[\p{L}\p{N}][\p{L}\p{N}&./-]*$/u.test(text)) return null
  const letters = foldWord(text).replace(/[^\p{L}\p{N}]/gu, '')
  const capitals = [...text].filter((character) => /\p{Lu}/u.test(character)).length
  const digits = /\p{N}/u.test(text)
  if (letters.length < shortBounds.min || letters.length > shortBounds.max) return null
  if (capitals < 2 && !(capitals === 1 && digits)) return null
  return { text, letters }
}

interface Place {
  short: Short
  from: number
}

/** The long form that ends where the bracket or the "or" begins. */
function longBefore(text: string, end: number, place: Place): Abbreviation | null {
  const start = Math.max(0, end - windowLength)
  const window = lastClause(text.slice(start, end), start > 0)
  const words = splitWords(window.text).slice(-maxLongWords(place.short))
  const offset = start + window.from
  const { letters } = place.short
  const first = beginningByInitials(letters, words) ?? beginningByLetters(letters, words)
  if (first !== null) return toPair(text, place, words.slice(first), offset)
  const named = withoutKind(letters, words)
  const firstNamed = beginningByInitials(letters, named)
  return firstNamed === null ? null : toPair(text, place, named.slice(firstNamed), offset)
}

/** Two initials are those of too much. */
const minLettersBeforeKind = 3

const kinds =
  /^(?:algorithm|attack|channel|format|function|graph|index|language|layer|mechanism|method|metric|model|network|output|procedure|process|proposal|protocol|scheme|specification|standard|structure|system|technique|transaction|tree)e?s?$/

/** `hierarchical navigable small world graphs (HNSW)`: what kind of thing it is has no letter. Empty where no kind is told. */
const withoutKind = (letters: string, words: readonly Word[]): Word[] =>
  letters.length >= minLettersBeforeKind && kinds.test(words.at(-1)?.folded ?? '') ? words.slice(0, -1) : []

/** The long form with which a text begins, an article left out; null where it does not begin with one. */
export function findLongForm(shortForm: string, text: string): string | null {
  const short = readShort(shortForm)
  if (!short || short.letters.length < minLettersBeforeKind) return null
  const lead = /^(?:an? |the )?/i.exec(text)?.[0].length ?? 0
  const words = splitWords(firstClause(text.slice(lead, lead + windowLength)))
  const count = isSpelledBy(short.letters, words) ? words.length : matchInitials(short.letters, words)
  // The last letter of `Generative Pre-trained …` may be that of a word to come.
  if (count === null || (count < words.length && words[count - 1]?.joined)) return null
  const pair = toPair(text, { short, from: 0 }, words.slice(0, count), lead)
  return pair && pair.long
}

/** The published bound on the words of a long form. */
const maxLongWords = ({ letters }: Short): number => Math.min(letters.length + 5, letters.length * 2)

/** The latest beginning from which the initials of the words up to the last one spell the short form. */
function beginningByInitials(letters: string, words: readonly Word[]): number | null {
  for (let first = words.length - 1; first >= 0; first--)
    if (matchInitials(letters, words.slice(first)) === words.length - first) return first
  return null
}

function beginningByLetters(letters: string, words: readonly Word[]): number | null {
  const first = matchLettersBackwards(letters, words)
  return first !== null && isLikely(letters, words.slice(first)) ? first : null
}

/** `SF (long form)`: the whole of the bracket, up to a comma, has to be the long form. */
function longInside(text: string, end: number, inside: { text: string; from: number }): Abbreviation | null {
  const before = /([\p{L}\p{N}&./-]{2,12})[”"’']?\s?$/u.exec(text.slice(Math.max(0, end - 16), end))
  const short = readShort(before?.[1] ?? '')
  if (!before || !short) return null
  const clause = /^[^,;:=]*/.exec(inside.text)?.[0] ?? ''
  const lead =
    /^\s*(?:aka |a\.k\.a\. |i\.e\. |or |the |an? |for |(?:which )?stands for |short for )?/i.exec(
      clause,
    )?.[0] ?? ''
  const words = splitWords(clause.slice(lead.length))
  const shortFrom = Math.max(0, end - 16) + before.index
  const named = withoutKind(short.letters, words)
  const long = [words, named].find((each) =>
    each === words ? isSpelledBy(short.letters, each) : matchInitials(short.letters, each) === each.length,
  )
  return long?.length ? toPair(text, { short, from: shortFrom }, long, inside.from + lead.length) : null
}

/** `SF stands for long form`: as many words as the letters need. */
function longFollowing(text: string, start: number, place: Place): Abbreviation | null {
  const rest = firstClause(text.slice(start, start + windowLength))
  const lead = /^(?:an? |the |like |das |den |der |die |[“"„‘'])?/i.exec(rest)?.[0].length ?? 0
  const words = splitWords(rest.slice(lead)).slice(0, maxLongWords(place.short))
  const count = matchInitials(place.short.letters, words) ?? endByLetters(place.short.letters, words)
  return count === null ? null : toPair(text, place, words.slice(0, count), start + lead)
}

/** As few words as have all letters, best with the last letter at the beginning of the last word. */
function endByLetters(letters: string, words: readonly Word[]): number | null {
  const counts = words
    .map((_, index) => index + 1)
    .filter((count) => {
      const candidate = words.slice(0, count)
      return matchLettersBackwards(letters, candidate) === 0 && isLikely(letters, candidate)
    })
  const ending = counts.find((count) => words[count - 1]?.folded.startsWith(letters.slice(-1)))
  return ending ?? counts[0] ?? null
}

/** All of the words are the long form. */
const isSpelledBy = (letters: string, words: readonly Word[]): boolean =>
  matchInitials(letters, words) === words.length ||
  (matchLettersBackwards(letters, words) === 0 && isLikely(letters, words))

/** Letters found anywhere in a word are weak evidence: half of them must begin one, and the last word must give its first. */
function isLikely(letters: string, words: readonly Word[]): boolean {
  if (words.length === 1 && words[0]?.inCapitals) return true
  if (isLongCompound(words)) return true
  const initials = words.filter(({ folded }) => letters.includes(folded.charAt(0))).length
  return initials * 2 >= letters.length && letters.includes(words.at(-1)?.folded.charAt(0) ?? ' ')
}

/** `Datenschutz-Grundverordnung` is two words to look at, and DSGVO spells the four of which they are made. */
const isLongCompound = (words: readonly Word[]): boolean =>
  words.length > 1 &&
  words.slice(1).every(({ joined }) => joined) &&
  words.every(({ folded }) => folded.length >= compoundWordLetters)

function toPair(
  text: string,
  { short, from }: Place,
  words: readonly Word[],
  offset: number,
): Abbreviation | null {
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last) return null
  const longFrom = offset + first.from - identifierBefore(text, offset + first.from)
  const longTo =
    offset + last.to - (/['’]\p{L}{1,2}$/u.exec(text.slice(offset, offset + last.to))?.[0].length ?? 0)
  const long = text.slice(longFrom, longTo).replace(/\s+/gu, ' ')
  // A name in capitals has to be a good deal longer: CHECKTEMPLATEVERIFY is the long form of CTV, IBM is none of IB.
  const minLength = /\p{Ll}/u.test(long) ? short.text.length + 3 : short.text.length * 3
  if (long.length < minLength || words.some(({ folded }) => folded === short.letters)) return null
  return { short: short.text, shortFrom: from, shortTo: from + short.text.length, long, longFrom, longTo }
}

/** The length of what an identifier has before its last underscore: the `OP_` of `OP_CHECKSIG`. */
function identifierBefore(text: string, from: number): number {
  return /[\p{L}\p{N}][\p{L}\p{N}_]{0,39}_$/u.exec(text.slice(Math.max(0, from - 41), from))?.[0].length ?? 0
}

const clauseEnd = /[.!?;:()[\]{}"“”,|<>*_=\n]/u

/** What stands after the last sign that ends a clause; a text cut on the left loses its first, maybe broken word. */
function lastClause(text: string, isCut: boolean): { text: string; from: number } {
  let from = isCut ? text.search(/\s/) + 1 : 0
  // Emphasis and quotes around a long form are no end of a clause.
  const trimmed = text.replace(/[\s_*"”’`]{1,8}$/u, '')
  for (let place = trimmed.length - 1; place >= from; place--)
    if (endsClause(trimmed, place)) {
      from = place + 1
      break
    }
  return { text: trimmed.slice(from), from }
}

function firstClause(text: string): string {
  for (let place = 0; place < text.length; place++) if (endsClause(text, place)) return text.slice(0, place)
  return text
}

/** A wrapped line goes on; an empty one does not. A full stop inside a word (`Node.js`) ends nothing. */
function endsClause(text: string, place: number): boolean {
  const character = text.charAt(place)
  if (!clauseEnd.test(character)) return false
  if (character === '\n')
    return /^\n[^\S\n]*\n/.test(text.slice(place, place + 20)) || text[place - 1] === '\n'
  if (character === '.' || character === '_') return !/[\p{L}\p{N}]/u.test(text.charAt(place + 1))
  return true
}
