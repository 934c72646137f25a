/**
 * The beginning of a text, up to the end of the last sentence in it that is not too long; without one up to the last
 * space; without any, what fits, but no half of a character. @param maxLength in UTF-16 units
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const cut = text.slice(0, maxLength)
  const sentenceEnd = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '))
  if (sentenceEnd > 0) return cut.slice(0, sentenceEnd + 1)
  const space = cut.lastIndexOf(' ')
  return space > 0 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')
}
