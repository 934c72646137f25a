/**
 * Where sentences of running text end, told by punctuation. Made for speech written down: fragments, `?!`, ellipses,
 * quotations, abbreviations, spoken decimals. One linear pass; each terminator looks only a few characters around it.
 */

const terminator = /[.!?…‼⁇⁈⁉]+|[。！？｡।॥؟۔։]+/gu
const selfSufficient = /^[。！？｡।॥؟۔։]/u
const closers = /["“'”’»)\]}」』）】]/u
const openers = /["'“‘«([{「『（【¿¡„-]/u
const upper = /\p{Lu}/u
const lower = /\p{Ll}/u
const digit = /\p{N}/u

/** Never end a sentence: something always follows them. */
const leading = new Set(
  'mr mrs ms dr prof vs e.g eg i.e cf gen sen rep lt sgt hon mt z.b d.h u.a bzw ggf evtl inkl vgl hr fr p.ej'.split(
    ' ',
  ),
)
/** May end one; they do when the next word is one that begins sentences. */
const either = new Set(
  'etc inc ltd co corp jr sr st a.m p.m approx est dept fig vol al u.s u.k u.n d.c ph.d usw ca nr mio mrd jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
/** An abbreviation only before a number. */
const beforeNumber = new Set(['no', 'nr', 'p', 'pp', 'art', 'ch', 'ep', 'sec', 's'])
const starters = new Set(
  (
    'the a an and but so or if in on at as to of for i it we he she they you this that these those there then now what when where ' +
    'who why how yes yeah no well okay ok all let my our your his her its their not just also because is are do does did right oh thank thanks maybe actually probably anyway first ' +
    'der die das ein eine und aber wenn ich er sie es wir ihr dann also ja nein wie was wo warum da so'
  ).split(' '),
)
/** What a German ordinal stands before: `am 3. Oktober`. */
const afterOrdinal =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Platz|Kapitel|Klasse|Stock|Mal|Teil|Folge|Etage)/u
/** The longest abbreviation or ordinal that is looked back for, and the longest starter that is looked ahead for. */
const lookMax = 16

/**
 * Ends (exclusive, in UTF-16 units, after closing quotes, before white space) of all sentences but a last one without
 * punctuation: the text from the last end on is unfinished or blank.
 */
export function findSentenceEnds(text: string, language: string | null): number[] {
  const ends: number[] = []
  const isCased = upper.test(text)
  const isGerman = language?.startsWith('de') === true
  let begin = 0
  for (const match of text.matchAll(terminator)) {
    let end = match.index + match[0].length
    while (end < text.length && closers.test(text[end] ?? '')) end += 1
    if (end <= begin) continue
    if (!selfSufficient.test(match[0])) {
      if (end < text.length && !isSpace(text[end])) continue
      const next = nextWord(text, end)
      const isQuoteEnd = end > match.index + match[0].length
      if (isCased && lower.test(next[0] ?? '') && (isPeriod(match[0]) || isQuoteEnd)) continue
      if (match[0] === '.' && isAbbreviation(text, begin, match.index, next, isGerman)) continue
    }
    // Marks without a word (`. . .`, a stray `?`) belong to the sentence before them.
    if (ends.length > 0 && !hasWord(text, begin, end)) ends.pop()
    ends.push(end)
    begin = end
  }
  return ends
}

function hasWord(text: string, from: number, to: number): boolean {
  // A long piece without a letter is no stray mark; not looking further keeps it linear.
  return to - from > lookMax || /[\p{L}\p{N}]/u.test(text.slice(from, to))
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/u.test(character)
const isPeriod = (mark: string): boolean => /^[.…]+$/u.test(mark)

function nextWord(text: string, from: number): string {
  let at = from
  while (at < text.length && at - from < lookMax && (isSpace(text[at]) || openers.test(text[at] ?? '')))
    at += 1
  return /^[\p{L}\p{N}'’]*/u.exec(text.slice(at, at + lookMax))?.[0] ?? ''
}

function isAbbreviation(text: string, begin: number, at: number, next: string, isGerman: boolean): boolean {
  const before = text.slice(Math.max(begin, at - lookMax), at)
  const word = /[\p{L}\p{N}][\p{L}\p{N}.]*$/u.exec(before)?.[0] ?? ''
  const startsLine = text.slice(begin, Math.max(begin, at - word.length)).trim() === ''
  if (next === '' || word === '') return false
  const lowered = word.toLowerCase()
  if (/^\p{N}+$/u.test(word)) {
    if (startsLine && word.length <= 2) return true
    return isGerman && word.length <= 2 && afterOrdinal.test(next)
  }
  // Spelled out, as in `L-I-N-O-D-E.`
  if (before.at(-word.length - 1) === '-') return false
  if (leading.has(lowered)) return true
  if (beforeNumber.has(lowered) && digit.test(next[0] ?? '')) return true
  // Initials (`J. R. R. Tolkien`, `U.S. Army`), but not the pronoun.
  const isInitials = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && word !== 'I'
  return (isInitials || either.has(lowered)) && !starters.has(next.toLowerCase().replace(/['’].*$/u, ''))
}
