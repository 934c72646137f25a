import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemDutch } from '@orama/stemmers/dutch'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { askingPhrases, stopWordLists } from './stop-words.js'
import { foldWord, tokenize } from './tokenize.js'

/**
 * Text → the tokens that every search engine here indexes and looks up. Ours, not the engine's, so that the embedded
 * and the scaled-out index behave the same.
 */

/** Bumped when the same text gives other tokens; part of the index identity. */
export const analyzerVersion = 3

/** One word of a query in the forms that it may have in the index: one stem a language, without repeats. */
export interface QueryTerm {
  /** The word as typed, folded. */
  word: string
  /** Never empty. */
  forms: readonly string[]
  /** Set for a word that was not typed. */
  standsFor?: Alternative
}

/** All terms of one group together are another way to write the typed terms [from, to). */
export interface Alternative {
  group: number
  from: number
  to: number
}

const stemmers = new Map<string, (word: string) => string>([
  ['de', stemGermanWord],
  ['en', stemEnglish],
  ['es', stemSpanish],
  ['fr', stemFrench],
  ['it', stemItalian],
  ['nl', stemDutch],
  ['pt', stemPortuguese],
])

function stemGermanWord(word: string): string {
  return stripVerbEnding(stemGerman(joinUmlauts(word)))
}

/** What the Snowball rules leave of a conjugated verb: `zahlt` (pays) is `zahlen`. Not `Nacht`, `Kunst`, or short words. */
const stripVerbEnding = (stem: string): string => stem.replace(/(?<=...[^aeiouhst])t$/u, '')

/**
 * `Koerper` is `Körper`, typed without its key: after folding, `korper`. As in Snowball's later rules, but that no vowel
 * may stand before it: `neue`, `Mauer` and `Quelle` have no umlaut. `Poet` loses its `e` in texts and queries alike.
 */
export const joinUmlauts = (word: string): string => word.replace(/(?<![aeiouqy])([aou])e/gu, '$1')

/** `en` of `en-GB` and `en_us`; a text of unknown language is read as English. */
export const primarySubtag = (language: string | null): string =>
  language?.split(/[-_]/)[0]?.trim().toLowerCase() || 'en'

/** Words that hold a digit or a sign are names of things (`BIP324`, `C++`): stemming would only damage them. */
const isPlainWord = (token: string): boolean => /^\p{L}+$/u.test(token)

/**
 * The form of a folded word that the index of a language holds. A language without a stemmer keeps the word. Nobody
 * remembers underscores: `op_return` is `opreturn`.
 */
export function stem(token: string, language: string | null): string {
  const stemToken = stemmers.get(primarySubtag(language))
  if (stemToken && isPlainWord(token)) return stemToken(token)
  return token.replaceAll('_', '') || token
}

/**
 * The distinct terms of a query, in order, for an index that holds documents of `languages`, most passages first. Stop
 * words are left out, unless the query holds nothing else: those of the language of which it holds the most, so that
 * `war on drugs` keeps the word that is a German auxiliary.
 */
export function analyzeQuery(text: string, languages: readonly string[]): QueryTerm[] {
  const words = listWords(withoutAsking(text))
  const known = languages.length > 0 ? languages : ['en']
  const stopWords = stopWordsOf(chooseLanguage(words, known))
  const content = words.filter((word) => !stopWords.has(word))
  const terms = (content.length > 0 ? content : words).map((word) => ({
    word,
    forms: [...new Set(known.map((language) => stem(word, language)))],
  }))
  // `fees` after `fee` asks for nothing more.
  return [...new Map(terms.toReversed().map((term) => [term.forms.join(' '), term])).values()].toReversed()
}

const listWords = (text: string): string[] => [...new Set(tokenize(text).map(({ token }) => token))]

/** The text itself when it is nothing but a way to ask. */
function withoutAsking(text: string): string {
  const rest = text.replace(askingPhrases, ' ')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

const stopWordSets = new Map(
  Object.entries(stopWordLists).map(([language, list]) => [
    language,
    new Set(list.split(' ').flatMap((word) => [foldWord(word), foldWord(spellOutUmlauts(word))])),
  ]),
)
const noStopWords: ReadonlySet<string> = new Set()
const stopWordsOf = (language: string): ReadonlySet<string> => stopWordSets.get(language) ?? noStopWords

/** @param word folded */
export const isStopWord = (word: string, language: string): boolean =>
  stopWordsOf(primarySubtag(language)).has(word)

/** `für` is typed `fuer` too. */
function spellOutUmlauts(word: string): string {
  return word.replace(/[äöü]/g, (letter) => `${foldWord(letter)}e`)
}

/**
 * The language that a question is asked in: of `languages` the one of whose small words it holds the most. Ties, and
 * questions without any, go to the one that comes first; English without languages.
 */
export function guessLanguage(text: string, languages: readonly string[]): string {
  return chooseLanguage(listWords(text), languages)
}

const chooseLanguage = (words: readonly string[], languages: readonly string[]): string =>
  countSmallWords(words, languages).language ?? primarySubtag(languages[0] ?? null)

/** As `guessLanguage`; null where nothing tells it. */
export function readLanguage(text: string, languages: readonly string[]): string | null {
  const { language, isTie } = countSmallWords(listWords(text), languages)
  return isTie ? null : language
}

function countSmallWords(words: readonly string[], languages: readonly string[]) {
  const found = { language: null as string | null, isTie: false, most: 0 }
  for (const language of new Set(languages.map(primarySubtag))) {
    const count = words.filter((word) => stopWordsOf(language).has(word)).length
    if (count === found.most) found.isTie = true
    if (count > found.most) Object.assign(found, { language, isTie: false, most: count })
  }
  return found
}
