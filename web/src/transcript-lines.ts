import type { Transcript } from '../../client/index.js'

/** A transcript as it is read: cues cut into sentences, sentences gathered into paragraphs. */

type TranscriptCue = Transcript['cues'][number]

/** What is marked while it is spoken and played from when pressed: a short cue, or a sentence of a long one. */
export interface Line {
  index: number
  /** Null without times. */
  startMs: number | null
  /** Exclusive; null where it is not known. */
  endMs: number | null
  text: string
}

export interface Paragraph {
  speaker: string | null
  /** The same speaker goes on from the paragraph before. */
  continued: boolean
  ad: boolean
  /** Why it is taken for an advertisement; null when it is none. */
  adReason: string | null
  startMs: number | null
  lines: Line[]
}

/** Cues of captions are shorter than this, and stay as published. */
const maxCueLength = 200
/** Long enough to read as a thought, short enough to find a place in. */
const paragraphLength = 600

/**
 * Paragraphs break where the speaker changes, where an advertisement begins or ends, at each of `breaksMs` (starts of
 * chapters, ascending), and after about a hundred words at the end of a sentence.
 */
export function readLines(cues: readonly TranscriptCue[], breaksMs: readonly number[] = []): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let index = 0
  let length = 0
  let nextBreak = 0
  for (const cue of cues)
    for (const { startMs, endMs, text } of cutIntoSentences(cue)) {
      const current = paragraphs.at(-1)
      const isSameVoice = current?.speaker === cue.speaker && current.ad === cue.ad
      const crossesBreak = startMs !== null && startMs >= (breaksMs[nextBreak] ?? Infinity)
      while (crossesBreak && startMs >= (breaksMs[nextBreak] ?? Infinity)) nextBreak += 1
      const isFull = length >= paragraphLength && /[.?!…]["'”’)\]]*$/u.test(current?.lines.at(-1)?.text ?? '')
      if (!current || !isSameVoice || crossesBreak || isFull) {
        const { speaker, ad, adReason } = cue
        paragraphs.push({ speaker, continued: isSameVoice, ad, adReason, startMs, lines: [] })
        length = 0
      }
      paragraphs.at(-1)?.lines.push({ index, startMs, endMs, text })
      index += 1
      length += text.length + 1
    }
  return paragraphs
}

/** A long cue's sentences, each with its share of the cue's time by length of text. */
function cutIntoSentences({ startMs, endMs, text }: TranscriptCue): Omit<Line, 'index'>[] {
  if (text.length <= maxCueLength) return [{ startMs, endMs, text }]
  const timeAt = (offset: number): number | null =>
    startMs === null || endMs === null
      ? startMs
      : startMs + Math.round(((endMs - startMs) * offset) / text.length)
  return [...sentenceSegmenter.segment(text)].map(({ segment, index }) => ({
    startMs: timeAt(index),
    endMs: endMs === null ? null : timeAt(index + segment.length),
    text: segment.trim(),
  }))
}

const sentenceSegmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/**
 * The line being spoken at `positionMs`: the last that has begun; -1 before the first. `starts` ascend. Logarithmic.
 */
export function findLineAt(starts: readonly number[], positionMs: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= positionMs) low = middle + 1
    else high = middle
  }
  return low - 1
}
