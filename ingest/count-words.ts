/** Scripts written without spaces; two of their characters stand for a word, which is near the truth for both. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const letterOrDigit = /[\p{L}\p{N}]/u
const space = /\s/u
/** What runs on for longer than this (an address, or noise) counts as several words. */
const maxWordLength = 40

/** What a character is to the count. */
const other = 1
const begins = 2
const separates = 3
const isHalf = 4

/** Kinds of characters that were met, by code point; 0 is not yet known. Asking a pattern each time takes ten times as long. */
const kinds = new Uint8Array(0x110000)

/** Words of a text in any script: runs without white space that hold a letter or digit. Linear, and makes no strings. */
export function countWords(text: string): number {
  let words = 0
  let halves = 0
  /** Of the word that is being read; 0 between words. */
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0
    if (codePoint > 0xffff) at += 1
    const kind = kinds[codePoint] || (kinds[codePoint] = kindOf(codePoint))
    if (kind === isHalf) halves += 1
    if (kind === isHalf || kind === separates || length === maxWordLength) length = 0
    if (length > 0) length += 1
    else if (kind === begins) {
      words += 1
      length = 1
    }
  }
  return words + Math.ceil(halves / 2)
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  if (spaceless.test(character)) return isHalf
  if (space.test(character)) return separates
  return letterOrDigit.test(character) ? begins : other
}
