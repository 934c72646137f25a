import { countWords } from './count-words.js'

/** A comma, semicolon, colon or dash after which speech may be cut. */
const clauseEnd = /[,;:，、；：](?=\s|$)|[、，；：]|\s[-–—](?=\s)/gu
/** Words that open a clause, for text without any punctuation. */
const clauseOpener = /\s(?=(?:and|but|so|because|which|then|or|und|aber|weil|denn|dass)\s)/giu
/** Words that mostly open a sentence, where a line of captions begins with one. */
const lineOpener =
  /^\s*(?:and|but|so|because|then|or|well|yeah|yes|no|okay|ok|right|now|i|i['’]m|i['’]ve|you|we|we['’]re|they|he|she|it['’]s|there|if|when|what|how|why|und|aber|also|weil|denn|ja|nein|ich|wir|er|wenn|dann|was|wie)(?=\s)/iu
/** The longest of them with the white space before it. */
const maxOpenerLength = 10
const anySpace = /\s+/gu

/**
 * Cuts text that holds no sentence end into pieces of at most about `maxWords` words: where a cue ends and the next
 * begins like a sentence, else at clause ends, else before words that open a clause, else where any cue ends (captions
 * break by length of line, word-timed ones at every word), else at any space, else (scripts without spaces) by length.
 * Linear.
 *
 * @param cueEnds where published cues end in the text. Ascending, exclusive
 * @returns ends of the pieces, exclusive; the last is the length of the text
 */
export function cutLongText(text: string, maxWords: number, cueEnds: readonly number[] = []): number[] {
  const ends: number[] = []
  // Each kind is looked for only when the ones before it do not suffice.
  const kinds = [
    () => cueEnds.filter((end) => lineOpener.test(text.slice(end, end + maxOpenerLength))),
    () => endsOf(text, clauseEnd),
    () => endsOf(text, clauseOpener),
    () => cueEnds,
    () => endsOf(text, anySpace),
    () => everyNth(text, maxWords),
  ]
  const pauses: (readonly number[])[] = []
  cut(0, text.length, 0)
  return ends

  // Depth is the number of kinds of pause; each level reads its part once, so the whole is linear.
  function cut(from: number, to: number, kind: number): void {
    const find = kinds[kind]
    if (find === undefined || countWords(text.slice(from, to)) <= maxWords) {
      ends.push(to)
      return
    }
    const candidates = (pauses[kind] ??= find())
    let begin = from
    let end = from
    let words = 0
    for (const next of [...within(candidates, from, to), to]) {
      const added = countWords(text.slice(end, next))
      if (end > begin && words + added > maxWords) {
        cut(begin, end, kind + 1)
        begin = end
        words = 0
      }
      words += added
      end = next
    }
    cut(begin, to, kind + 1)
  }
}

function endsOf(text: string, pattern: RegExp): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(pattern)) ends.push(match.index + match[0].trimEnd().length)
  return ends
}

function everyNth(text: string, maxWords: number): number[] {
  const ends: number[] = []
  // Two characters a word, see countWords; never between the halves of a surrogate pair.
  for (let at = 2 * maxWords; at < text.length; at += 2 * maxWords)
    ends.push(/[\uDC00-\uDFFF]/u.test(text[at] ?? '') ? at + 1 : at)
  return ends
}

/** The members of an ascending list inside (from, to), found by halving. */
function within(ascending: readonly number[], from: number, to: number): readonly number[] {
  return ascending.slice(firstAbove(ascending, from), firstAbove(ascending, to - 1))
}

function firstAbove(ascending: readonly number[], bound: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? Infinity) > bound) high = middle
    else low = middle + 1
  }
  return low
}
