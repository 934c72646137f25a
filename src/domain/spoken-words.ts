import type { Cue } from './cue.js'
import type { TimeRange } from './time.js'

/** Words with times of their own, which transcripts rarely have. */

export interface SpokenWord extends TimeRange {
  /** With the punctuation and the space that follow it. */
  text: string
  speaker: string | null
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/**
 * The words of timed cues, in order; a word's share of its cue's time is its share of its letters, as far as anything can
 * be told. Untimed cues have none. Cost: some 2 µs a word.
 */
export function findSpokenWords(cues: readonly Cue[]): SpokenWord[] {
  return cues.flatMap(({ startMs, endMs, speaker, text }) => {
    if (startMs === null || endMs === null) return []
    const starts = findWordStarts(text)
    const timeAt = (offset: number) => startMs + Math.round(((endMs - startMs) * offset) / text.length)
    return starts.map((from, index) => {
      const to = starts[index + 1] ?? text.length
      const isLast = to === text.length
      return {
        startMs: timeAt(index === 0 ? 0 : from),
        endMs: timeAt(to),
        speaker,
        text: text.slice(index === 0 ? 0 : from, to) + (isLast ? ' ' : ''),
      }
    })
  })
}

/** Where each word begins; what stands before a word without a space, such as a quote, belongs to it. */
function findWordStarts(text: string): number[] {
  const starts: number[] = []
  let open: number | null = null
  let afterSpace = true
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const isSpace = segment.trim() === ''
    if (afterSpace && !isSpace) open ??= index
    if (isWordLike) {
      // Parts that no space divides are one word where letters with spaces are written: "don't", "state-of-the-art".
      if (open !== null || !spaced.test(segment)) starts.push(open ?? index)
      open = null
    }
    afterSpace = isSpace
  }
  return starts
}

/** A script that puts spaces between words. */
const spaced = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u

/** A word is in a range when its middle is: it is heard there. */
export const isHeardIn = (word: TimeRange, range: TimeRange): boolean => {
  const middleMs = (word.startMs + word.endMs) / 2
  return range.startMs <= middleMs && middleMs < range.endMs
}

/**
 * The words of timed cues that are heard in a range, in order. Only cues that touch it are read: of a recording of hours
 * the others are most of the work.
 */
export const findWordsHeardIn = (cues: readonly Cue[], range: TimeRange): SpokenWord[] =>
  findSpokenWords(
    cues.filter(
      ({ startMs, endMs }) =>
        startMs !== null && endMs !== null && startMs < range.endMs && endMs >= range.startMs,
    ),
  ).filter((word) => isHeardIn(word, range))

/** What is heard in a range, as one text; empty when nothing is. */
export const textOf = (words: readonly SpokenWord[]): string =>
  words
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()

/** Who speaks most of the words, by their letters; null when nobody is named. */
export function findMainSpeaker(words: readonly SpokenWord[]): string | null {
  const lengths = new Map<string, number>()
  for (const { speaker, text } of words)
    if (speaker !== null) lengths.set(speaker, (lengths.get(speaker) ?? 0) + text.length)
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
