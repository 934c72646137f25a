/** Text of strangers on its way into formats whose structure is lines. */

/** One line without control characters and unpaired surrogates. */
export function toLine(text: string): string {
  return removeControls(text).replace(/\s+/gu, ' ').trim()
}

/** Line breaks and tabs stay: XML, JSON and CSV take them, and nothing else below the space. */
export function removeControls(text: string): string {
  return toWellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u2028\u2029\uFFFE\uFFFF\uFEFF]/gu, ' ')
}

/** Half a surrogate pair cannot be written as UTF-8. */
export const toWellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD')

/** At most so many UTF-16 units, cut before a word where there is one to cut before, never inside a character. */
export function shortenText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const kept = text.slice(0, maxLength - 1)
  const atWord = kept.replace(/\s+\S*$/u, '')
  return `${dropHalf(atWord.length > maxLength / 2 ? atWord : kept).trimEnd()}…`
}

/** A cut through an emoji leaves half a pair, or a joiner with nothing to join. */
const dropHalf = (text: string): string =>
  text.replace(/[\uD800-\uDBFF]$/, '').replace(/(?:\u200D|\uFE0F)+$/u, '')
