import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemFrench } from '@orama/stemmers/french'
import { stemmer as stemGerman } from '@orama/stemmers/german'
import { stemmer as stemItalian } from '@orama/stemmers/italian'
import { stemmer as stemDutch } from '@orama/stemmers/dutch'
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese'
import { stemmer as stemSpanish } from '@orama/stemmers/spanish'

/**
 * Text → the tokens that every search engine here indexes and looks up. Ours, not the engine's, so that the embedded
 * and the scaled-out index behave the same.
 */

/** Bumped when the same text gives other tokens; part of the index identity. */
export const analyzerVersion = 1

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
  forms: readonly string[]
}

/** Longer runs are data (hashes, base64), not words; cut so that no token can bloat the index. */
const maxTokenLength = 64

const stemmers: Readonly<Record<string, (word: string) => string>> = {
  de: stemGerman,
  en: stemEnglish,
  es: stemSpanish,
  fr: stemFrench,
  it: stemItalian,
  nl: stemDutch,
  pt: stemPortuguese,
}

/** Function words carry no topic; they are indexed, so that a query of nothing else still finds something. */
const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    (
      'a about above after again all am an and any are as at be because been before being below between both but by ' +
      'can could did do does doing down during each few for from further had has have having he her here hers him ' +
      'his how i if in into is it its itself just me more most my no nor not now of off on once only or other our ' +
      'ours out over own same she should so some such than that the their theirs them then there these they this ' +
      'those through to too under until up very was we were what when where which while who whom why will with ' +
      'would you your yours dont doesnt didnt isnt arent wasnt im ive youre thats whats lets'
    ).split(' '),
  ),
  de: new Set(
    (
      'aber als am an auch auf aus bei bin bis bist da damit dann das dass dein der den des dem die dies dieser dieses ' +
      'diese doch dort du durch ein eine einem einen einer eines er es euer für hat hatte hier ich ihr ihre im in ist ' +
      'ja kann kein können man mein mit nach nicht noch nur ob oder ohne sein sich sie sind so über um und uns unser ' +
      'unter vom von vor war was weil wenn werden wie wir wird wo wurde zu zum zur'
    ).split(' '),
  ),
}

/** Letters that have no decomposition, yet are typed without their mark. */
const foldedLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }

/** Case, accents, width and apostrophes do not matter: `Götz’s` and `GOTZS` are one word. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[ßæœøđłı]/gu, (letter) => foldedLetters[letter] ?? letter)
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}ー'
/**
 * Either a run of a script written without spaces, or a word: letters and digits, joined inside by `'`, `.`, `,` or `_`
 * (`don't`, `3.14`, `OP_RETURN`), with the signs that make `C++` and `C#` other words than `C`. Linear: Intl.Segmenter
 * costs time in the length of the whole text for each word of it (48 µs a word at 100 kB, measured).
 */
const wordPattern = new RegExp(
  `[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])+(?:['’.,](?:(?![${unspaced}])[\\p{L}\\p{N}_\\p{M}])+)*(?:[+#]{1,2}(?![\\p{L}\\p{N}]))?`,
  'gu',
)
const unspacedStart = new RegExp(`^[${unspaced}]`, 'u')

/** Words of a text, folded but not stemmed, in order. Runs without spaces give overlapping pairs of characters. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0]
    if (unspacedStart.test(word)) {
      tokens.push(...pairsOfCharacters(word, match.index))
      continue
    }
    const token = foldWord(word).replace(/(?<=\d),(?=\d)/g, '').slice(0, maxTokenLength)
    if (token !== '') tokens.push({ token, from: match.index, to: match.index + word.length })
  }
  return tokens
}

function pairsOfCharacters(run: string, offset: number): Token[] {
  const characters = [...run]
  if (characters.length === 1) return [{ token: foldWord(run), from: offset, to: offset + run.length }]
  let from = offset
  return characters.slice(1).map((second, index) => {
    const first = characters[index] ?? ''
    const token = { token: foldWord(first + second), from, to: from + first.length + second.length }
    from += first.length
    return token
  })
}

const primarySubtag = (language: string | null): string => language?.split('-')[0]?.toLowerCase() ?? 'en'

/** Words that hold a digit or a sign are names of things (`BIP324`, `C++`): stemming would only damage them. */
const isPlainWord = (token: string): boolean => /^\p{L}+$/u.test(token)

/** The form of a folded word that the index of a language holds. A language without a stemmer keeps the word. */
export function stem(token: string, language: string | null): string {
  const stemToken = stemmers[primarySubtag(language)]
  return stemToken && isPlainWord(token) ? stemToken(token) : token
}

/** The tokens to index for a text of a language, in order, stop words included; an unknown language is read as English. */
export function analyzeText(text: string, language: string | null): string[] {
  return tokenize(text).map(({ token }) => stem(token, language))
}

/**
 * The distinct terms of a query, in order, for an index that holds documents of `languages`. Stop words (of any of the
 * languages) are left out, unless the query holds nothing else.
 */
export function analyzeQuery(text: string, languages: readonly string[]): QueryTerm[] {
  const words = [...new Set(tokenize(text).map(({ token }) => token))]
  const isStopWord = (word: string) => languages.some((language) => stopWords[primarySubtag(language)]?.has(word))
  const content = words.filter((word) => !isStopWord(word))
  return (content.length > 0 ? content : words).map((word) => ({
    word,
    forms: [...new Set(languages.map((language) => stem(word, language)))],
  }))
}
