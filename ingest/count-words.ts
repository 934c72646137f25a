/** Scripts written without spaces; two of their characters stand for a word, which is near the truth for both. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const anySpaceless = new RegExp(spaceless.source, 'u')
/** What runs on for longer than forty characters (an address, or noise) counts as several. */
const word = /[\p{L}\p{N}][^\s]{0,39}/gu

/** Words of a text in any script: runs without white space that hold a letter or digit. Linear. */
export function countWords(text: string): number {
  if (!anySpaceless.test(text)) return text.match(word)?.length ?? 0
  let spacelessCount = 0
  const rest = text.replace(spaceless, () => {
    spacelessCount += 1
    return ' '
  })
  return (rest.match(word)?.length ?? 0) + Math.ceil(spacelessCount / 2)
}
