/** Text → its words: where each begins and ends, folded so that case and accents do not matter. */

/** A token with its place in the text it came from: half-open [from, to) in UTF-16 units. */
export interface Token {
  token: string
  from: number
  to: number
}

/** Longer runs are data (hashes, base64), not words; cut so that no token can bloat the index. In UTF-16 units. */
const maxTokenLength = 64

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
interface Alphabet {
  letter: string
  digit: string
  /** Of words, in any script. */
  any: string
  /** Of words between spaces. */
  character: string
}

/**
 * A word: letters and digits, with the signs that make `C++` and `C#` other words than `C`. Linear: Intl.Segmenter costs
 * time in the length of the whole text for each word of it (48 µs a word at 100 kB, measured). Bounded repeats: the
 * engine's stack overflows on a single word of 20 MB.
 */
function wordOf({ letter, digit, any, character }: Alphabet): string {
  // French and Italian articles and pronouns that lost their vowel: `l'homme` and `homme` share a word.
  const elision = `(?:[cdjlmnst]|qu|un|(?:d|n|s)?[ae]ll|dall)['’ʼ](?=${letter})`
  // `U.S.` and `e.g.` without their dots are `us` and `eg`.
  const initials = `(?:${letter}\\.){1,8}${letter}(?!${any})`
  // Joined inside: `don't`, `3.14`, `10,000`; but `Node.js`, `yes,and` and `1,2` are several words.
  const joint = `['’ʼ](?=${letter})|(?<=${digit})\\.(?=${digit})|(?<=${digit}),(?=${digit}{3}(?!${digit}))`
  const signs = `(?:[+#]{2}(?!${letter}|[+#])|[+#](?!${letter}|${digit}|[+#]))`
  return `${elision}|${initials}|${character}{1,1000}(?:(?:${joint})${character}{1,1000}){0,16}${signs}?`
}

/** Of any text, runs of the scripts without spaces too. */
const anyWord = new RegExp(
  `[${unspaced}]{1,1000}|${wordOf({
    letter: '\\p{L}',
    digit: '\\p{N}',
    any: '[\\p{L}\\p{N}\\p{M}_]',
    character: `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_])`,
  })}`,
  'giu',
)
/** Nearly all English: the same words in a third of the time. */
const isPlainText = /^[\p{ASCII}‘’“”–—…]*$/u
const plainWord = new RegExp(
  wordOf({ letter: '[a-z]', digit: '[0-9]', any: '[a-z0-9_]', character: '[a-z0-9_]' }),
  'gi',
)
const unspacedStart = new RegExp(`^[${unspaced}]`, 'u')
const isInitials = /^\p{L}(?:\.\p{L})+$/u

/** One character of a script written without spaces: a word by itself, though texts are indexed by pairs. */
export const isLoneUnspaced = (token: string): boolean => unspacedStart.test(token) && [...token].length === 1

/** Words of a text, folded but not stemmed, in order. Runs without spaces give overlapping pairs of characters. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  const isPlain = isPlainText.test(text)
  for (const match of text.matchAll(isPlain ? plainWord : anyWord)) {
    const word = match[0]
    if (!isPlain && unspacedStart.test(word)) {
      for (const token of pairsOfCharacters(word, match.index)) tokens.push(token)
      continue
    }
    const token = cutToken(
      foldWord(word.includes('.') && isInitials.test(word) ? word.replaceAll('.', '') : word),
    )
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
