import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemDutch } from '@orama/stemmers/dutch'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'
import { askingPhrases, stopWordLists } from './stop-words.js'

/**
 * Text → the tokens that every search engine here indexes and looks up. Ours, not the engine's, so that the embedded
 * and the scaled-out index behave the same.
 */

/** Bumped when the same text gives other tokens; part of the index identity. */
export const analyzerVersion = 3

/** A token with its place in the text it came from: half-open [from, to) in UTF-16 units. */
export interface Token {
  token: string
  from: number
  to: number
}

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

/** Longer runs are data (hashes, base64), not words; cut so that no token can bloat the index. In UTF-16 units. */
const maxTokenLength = 64

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

/** Letters that have no decomposition, yet are typed without their mark. */
const foldedLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

const isPlainAscii = /^[A-Za-z0-9_.+#]*$/

/**
 * Case, accents, width and apostrophes do not matter: `Götz’s` and `GOTZS` are one word. What remains is letters,
 * digits and `_ . + #`, whatever went in: engines rely on it to keep a token whole.
 */
export function foldWord(word: string): string {
  if (isPlainAscii.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.+#]/gu, '')
    .replace(/[ßæœøđłı]/gu, (letter) => foldedLetters[letter] ?? letter)
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}ー'
const wordCharacter = `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])`
/** French and Italian articles and pronouns that lost their vowel: `l'homme` and `homme` share a word. */
const elision = `(?:[cdjlmnst]|qu|un|(?:d|n|s)?[ae]ll|dall)['’ʼ](?=\\p{L})`
/** Joined inside: `don't`, `3.14`, `10,000`; but `Node.js`, `yes,and` and `1,2` are several words. */
const joint = `['’ʼ](?=\\p{L})|(?<=\\p{N})\\.(?=\\p{N})|(?<=\\p{N}),(?=\\p{N}{3}(?!\\p{N}))`
/** `U.S.` and `e.g.` without their dots are `us` and `eg`. */
const initials = `(?:\\p{L}\\.){1,8}\\p{L}(?![\\p{L}\\p{N}\\p{M}_])`
const signs = '(?:[+#]{2}(?![\\p{L}+#])|[+#](?![\\p{L}\\p{N}+#]))'
/**
 * Either a run of a script written without spaces, or a word: letters and digits, with the signs that make `C++` and
 * `C#` other words than `C`. Linear: Intl.Segmenter costs time in the length of the whole text for each word of it
 * (48 µs a word at 100 kB, measured). Bounded repeats: the engine's stack overflows on a single word of 20 MB.
 */
const wordPattern = new RegExp(
  `[${unspaced}]{1,1000}|${elision}|${initials}|${wordCharacter}{1,1000}(?:(?:${joint})${wordCharacter}{1,1000}){0,16}${signs}?`,
  'giu',
)
const unspacedStart = new RegExp(`^[${unspaced}]`, 'u')
const isInitials = /^\p{L}(?:\.\p{L})+$/u

/** One character of a script written without spaces: a word by itself, though texts are indexed by pairs. */
export const isLoneUnspaced = (token: string): boolean => unspacedStart.test(token) && [...token].length === 1

/** Words of a text, folded but not stemmed, in order. Runs without spaces give overlapping pairs of characters. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0]
    if (unspacedStart.test(word)) {
      for (const token of pairsOfCharacters(word, match.index)) tokens.push(token)
      continue
    }
    const token = cutToken(foldWord(isInitials.test(word) ? word.replaceAll('.', '') : word))
    if (token !== '') tokens.push({ token, from: match.index, to: match.index + word.length })
  }
  return tokens
}

/** Never between the halves of a surrogate pair, and never longer than `maxTokenLength`. */
function cutToken(token: string): string {
  return token.length <= maxTokenLength
    ? token
    : token.slice(0, maxTokenLength).replace(/[\uD800-\uDBFF]$/, '')
}

function pairsOfCharacters(run: string, offset: number): Token[] {
  const characters = [...run]
  const tokens: Token[] = []
  let from = offset
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1]
    if (next === undefined && index > 0) break
    const pair = character + (next ?? '')
    const token = foldUnspaced(pair)
    if (token !== '') tokens.push({ token, from, to: from + pair.length })
    from += character.length
  }
  return tokens
}

/** Here marks are no decoration: they tell で from て, and are the vowels of Thai. */
function foldUnspaced(characters: string): string {
  return characters
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

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
