import { foldWord } from './tokenize.js'

/** Does a long form spell out a short one? Letters are compared folded; places are UTF-16 units of the given text. */

/** A word of a candidate text: a run of letters and digits; `peer-to-peer` is three. */
export interface Word {
  folded: string
  from: number
  to: number
  /** Where capitals stand inside it: `CheckTemplateVerify` reads as three words. */
  humps: string
  /** Written together with the word before it: the `based` of `hash-based` may be passed over. */
  joined: boolean
  inCapitals: boolean
}

const wordPattern = /[\p{L}\p{N}\p{M}]{1,60}(?:['’]\p{L}{1,2}(?![\p{L}\p{N}]))?/gu

export function splitWords(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    folded: foldWord(word),
    from: index,
    to: index + word.length,
    inCapitals: !/\p{Ll}/u.test(word),
    joined: text[index - 1] === '-',
    humps: /\p{Ll}/u.test(word) ? foldWord([...word].filter(isUpper).join('')) : '',
  }))
}

const isUpper = (character: string): boolean => /\p{Lu}/u.test(character)

/** No long form begins with these. */
const neverFirst = new Set('a an and as de der des du et la le of or the und von'.split(' '))
/** Words that a short form may pass over. */
const linkWords = new Set(
  'a an and as at by das de den der des di die du et for from fur in la le of on or per the to und von with zur'.split(
    ' ',
  ),
)
/** Digits that are said as a word: P2P, B2B, L4D. */
const spokenDigits: Readonly<Record<string, readonly string[]>> = { 2: ['to', 'two'], 4: ['for', 'four'] }

const maySkip = ({ folded, joined }: Word): boolean => joined || linkWords.has(folded)

/**
 * How many of the words, counted from the first, the letters of the short form spell by initials alone, each word
 * giving one letter or, by its humps, several; link words may be passed over. Null when they do not. Cost: words ×
 * letters.
 */
export function matchInitials(short: string, words: readonly Word[]): number | null {
  let letter = 0
  for (const [index, word] of words.entries()) {
    if (index === 0 && neverFirst.has(word.folded)) return null
    const taken = initialsTaken(short.slice(letter), word)
    if (taken === 0 && !maySkip(word)) return null
    letter += taken
    if (letter === short.length) return index + 1
  }
  return null
}

/** How many letters of the rest of a short form a word stands for by its beginning. */
function initialsTaken(rest: string, { folded, humps }: Word): number {
  if (humps.length > 1 && rest.startsWith(humps)) return humps.length
  if (rest.startsWith('tx') && folded.startsWith('transaction')) return 2
  const first = rest.charAt(0)
  if (first !== '' && folded.startsWith(first)) {
    // A number is taken whole: `SHA256` of "secure hash algorithm 256".
    if (/^\d/.test(folded) && rest.startsWith(folded)) return folded.length
    return 1
  }
  if (first === 'x' && /^(?:cross|ex|trans)/.test(folded)) return 1
  return spokenDigits[first]?.includes(folded) ? 1 : 0
}

/**
 * The rule of Schwartz and Hearst (2003), from the end: each letter of the short form is found in order in the words,
 * the first one at the beginning of a word. Beyond the published rule every word but link words must give a letter, which is
 * what keeps half a sentence out of the long form. Gives the index of the word at which the long form begins.
 */
export function matchLettersBackwards(short: string, words: readonly Word[]): number | null {
  let letter = short.length - 1
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index] as Word
    const { folded } = word
    const before = letter
    for (let place = folded.length - 1; place >= 0 && letter >= 0; place--) {
      if (folded[place] !== short[letter]) continue
      if (letter === 0 && place > 0) continue
      letter -= 1
    }
    if (letter < 0) return neverFirst.has(folded) ? null : index
    if (letter === before && !maySkip(word)) return null
  }
  return null
}
