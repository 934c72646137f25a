/** One line of text cut between words, as wide as there is room. */

/** Ellipsis and the space that sets it off. */
const lead = '… '
const tail = ' …'

/**
 * As many whole words of `text` as fit into `width`, with a sign where others were left out: the last ones for `before`
 * (what leads into the next line), the first ones for `after`. Empty when not even one word fits. Measures a logarithm of
 * the number of words.
 * @param measure width of a text, in the unit of `width`; longer texts are not narrower
 */
export function fitLine(
  text: string,
  side: 'before' | 'after',
  width: number,
  measure: (text: string) => number,
): string {
  const words = text.split(/\s+/u).filter((word) => word !== '')
  const whole = words.join(' ')
  if (measure(whole) <= width) return whole
  const write = (count: number): string =>
    side === 'before'
      ? lead + words.slice(words.length - count).join(' ')
      : words.slice(0, count).join(' ') + tail
  let [fits, tooMany] = [0, words.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (measure(write(middle)) <= width) fits = middle
    else tooMany = middle
  }
  return fits === 0 ? '' : write(fits)
}
