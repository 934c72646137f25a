import { conceptKey } from '../concept-key.js'
import type { DocumentEvidence } from '../extract/evidence.js'
import { nameParticles } from '../extract/name-particles.js'
import { findCalledPeople } from './find-called-people.js'
import type { GeneralEnglish } from './general-english.js'
import type { TermTable, TermTotal } from './term-table.js'

/**
 * Who is a person and not an idea: those whom documents name or let speak, whom others call, and names that are built like
 * theirs.
 */

export interface People {
  /** Whole names, and what those are called of whom nobody says the whole name: key → as written. */
  names: ReadonlyMap<string, string>
  /** Their single words, too. */
  isPerson(key: string): boolean
}

/** What is said once may be anything. */
const minCountOfName = 2
/** Share of occurrences with capitals from which a phrase is a proper name. */
const minCapital = 0.6
/** The same for what is no word of English: transcripts write `murch`, too. */
const minCapitalOfNoWord = 0.3
/** Below it a word is in no list of English. */
const noWord = 2.8
/** A word from this Zipf frequency on is a word of the language, and no surname by itself. */
const plainWord = 3.4
/** After a given name it is a surname up to this Zipf frequency: `Dave Harding`. */
const plainSurname = 4.6
/** A part of a name may be said this many times as often as the names it was found in. */
const maxPartRatio = 12
/** `Kennedy` is a surname where this share of it is said after the first name of somebody who is called by it. */
const minSurnameShare = 0.5
/** What is built like a name and mostly said as a part of something longer is that: `Kullback Leibler term`. */
const minAloneShare = 0.3
/** Labels that recognisers and transcribers give to voices. */
const label =
  /^(?:speaker|host|guest|audience|moderator|interviewer|narrator|unknown|everyone|all|question|answer|student|host \d|s\d)\b/iu

/** Nobody's name: `Speaker 1`. */
export const isVoiceLabel = (name: string): boolean => label.test(name)

export function findPeople(
  documents: readonly Pick<DocumentEvidence, 'people' | 'called'>[],
  table: TermTable,
  english: GeneralEnglish,
): People {
  const names = new Map<string, string>()
  for (const { people } of documents)
    for (const { name } of people) {
      const key = conceptKey(name)
      if (key !== '' && !isVoiceLabel(name) && key.split(' ').length <= 5 && !names.has(key))
        names.set(key, name)
    }
  const isNamePart = (part: string) =>
    part.length > 1 &&
    (english.isGivenName(part) || english.frequency(part) < plainWord) &&
    !isAbbreviation(part, table)
  const parts = new Set([...names.keys()].flatMap((key) => key.split(' ')).filter(isNamePart))
  for (const key of names.keys()) {
    const words = key.split(' ')
    const last = words.at(-1) ?? ''
    const isFullName = words.length > 1 && english.isGivenName(words[0] ?? '')
    if (isFullName && last.length > 2 && english.frequency(last) < plainSurname) parts.add(last)
  }
  const labelled = new Set(names.keys())
  const { people: called, cast } = findCalledPeople(documents, table, english)
  const given = new Set([...parts, ...called.keys()])
  const found = new Map<string, number>()
  const inLonger = new Set<string>()
  for (const term of table.list(minCountOfName, 1)) {
    if (names.has(term.key) || !isBuiltLikeName(term, { given, called, table, english })) continue
    names.set(term.key, table.textOf(term.key))
    if (term.alone < minAloneShare * term.count) inLonger.add(term.key)
    for (const part of term.key.split(' ')) found.set(part, (found.get(part) ?? 0) + term.count)
  }
  // `Wuille` is mostly said of Pieter Wuille; `Electrum` seldom of somebody whom a recogniser called Electrum Jones.
  for (const [part, count] of found)
    if (isNamePart(part) && table.countOf(part) <= maxPartRatio * count) parts.add(part)
  const ofNames = new Set([...names.keys()].flatMap((key) => key.split(' ')))
  for (const [key, name] of called) {
    parts.add(key)
    if (!ofNames.has(key) && !names.has(key)) names.set(key, name)
  }
  const isNoWord = (word: string) => english.frequency(word) < noWord
  return {
    names: new Map([...names].filter(([key]) => !inLonger.has(key))),
    isPerson(key) {
      if (called.has(key) || cast.has(key) || endsWithName(key, labelled, english)) return true
      if (names.has(key)) return isMostlyCapital(table.get(key), minCapitalOfNoWord)
      // `Jonas`, `Mike Schmidt Murch`: all of it is names; a name that is a word too is one when capital.
      const words = withoutParticles(key)
      return (
        words.length > 0 &&
        words.every((word) => parts.has(word)) &&
        isMostlyCapital(table.get(key), words.every(isNoWord) ? minCapitalOfNoWord : minCapital)
      )
    },
  }
}

const withoutParticles = (key: string): string[] => key.split(' ').filter((word) => !nameParticles.has(word))

/** `engineer Gloria Zhao`: the whole name of somebody whom documents name. */
function endsWithName(key: string, labelled: ReadonlySet<string>, english: GeneralEnglish): boolean {
  const words = key.split(' ')
  return words.some(
    (word, at) =>
      at > 0 && at < words.length - 1 && english.isGivenName(word) && labelled.has(words.slice(at).join(' ')),
  )
}

const isMostlyCapital = (term: TermTotal | undefined, share: number): boolean =>
  term === undefined || term.inside === 0 || term.capital / term.inside >= share

const isAbbreviation = (word: string, table: TermTable): boolean => /^\P{Ll}{2,}$/u.test(table.textOf(word))

interface NameKnowledge {
  /** First words of names. */
  given: ReadonlySet<string>
  /** Of these, those whom somebody calls so. */
  called: ReadonlyMap<string, string>
  table: TermTable
  english: GeneralEnglish
}

function isBuiltLikeName(
  { key, inside, capital, count }: TermTotal,
  { given, called, table, english }: NameKnowledge,
): boolean {
  // The cheap questions first: this is asked of most phrases of the library.
  if (inside === 0 || capital / inside < minCapital || !key.includes(' ')) return false
  // `David A. Harding`, `Wladimir van der Laan`.
  const words = withoutParticles(key).filter(
    (word, at, all) => word.length > 1 || at === 0 || at === all.length - 1,
  )
  if (words.length < 2 || words.length > 3) return false
  if (words.some((word) => !/^\p{L}{2,}$/u.test(word) || isAbbreviation(word, table))) return false
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const isRare = (word: string) => english.frequency(word) < plainWord
  if (english.isGivenName(first) || given.has(first))
    return (
      isRare(last) ||
      given.has(last) ||
      english.isGivenName(last) ||
      (called.has(first) && count >= minSurnameShare * table.countOf(last))
    )
  return (
    words.length === 2 &&
    isRare(first) &&
    isRare(last) &&
    capital / inside >= 0.85 &&
    first.length > 3 &&
    last.length > 3 &&
    // `Poon-Dryja` are two, and what is named after them.
    !/\p{L}-\p{L}/u.test(table.textOf(key))
  )
}
