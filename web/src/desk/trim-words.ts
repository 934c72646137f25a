import { formatMoment } from './moment-text.js'
import type { SpokenSentence } from '../../../client/index.js'
import type { TimeRange } from '../../../src/domain/time.js'

/** Where a clip can begin and end: at words and sentences, and in between by hand. */

export interface TrimWord extends TimeRange {
  text: string
  /** Index of its sentence. */
  sentence: number
}

export type Edge = 'start' | 'end'

/** A clip that is shorter is nothing to hear. */
export const minClipMs = 100

export const readTrimWords = (sentences: readonly SpokenSentence[]): TrimWord[] =>
  sentences.flatMap(({ words }, sentence) =>
    words.map(({ startMs, endMs, text }) => ({ startMs, endMs, text, sentence })),
  )

/** The range with one edge at `ms`, as far as the recording and the other edge let it. */
export function moveEdge(
  range: TimeRange,
  { edge, ms, durationMs }: { edge: Edge; ms: number; durationMs: number | null },
): TimeRange {
  const rounded = Math.round(ms)
  if (edge === 'start') return { ...range, startMs: Math.max(0, Math.min(rounded, range.endMs - minClipMs)) }
  return { ...range, endMs: Math.min(durationMs ?? Infinity, Math.max(rounded, range.startMs + minClipMs)) }
}

/** Why an edge cannot stand at `ms`, in words; null when it can. */
export function refuseEdge(
  range: TimeRange,
  { edge, ms, durationMs }: { edge: Edge; ms: number; durationMs: number | null },
): string | null {
  if (edge === 'start' && ms > range.endMs - minClipMs)
    return `The clip ends at ${formatMoment(range.endMs)}: move its end first.`
  if (edge === 'end' && ms < range.startMs + minClipMs)
    return `The clip begins at ${formatMoment(range.startMs)}: move its start first.`
  if (edge === 'end' && durationMs !== null && ms > durationMs)
    return `The recording ends at ${formatMoment(durationMs)}.`
  return null
}

/** Where an edge can stand by words, ascending: a clip begins where a word does, and ends where one does. */
const wordPlaces = (words: readonly TrimWord[], edge: Edge): number[] =>
  words.map((word) => (edge === 'start' ? word.startMs : word.endMs))

/** The same by sentences. */
function sentencePlaces(words: readonly TrimWord[], edge: Edge): number[] {
  return words
    .filter(({ sentence }, index) => words[edge === 'start' ? index - 1 : index + 1]?.sentence !== sentence)
    .map((word) => (edge === 'start' ? word.startMs : word.endMs))
}

/** The next place of an edge before (-1) or after (1) where it is; null when there is none. */
export function stepPlace(
  words: readonly TrimWord[],
  { edge, fromMs, by, unit }: { edge: Edge; fromMs: number; by: -1 | 1; unit: 'word' | 'sentence' },
): number | null {
  const places = unit === 'word' ? wordPlaces(words, edge) : sentencePlaces(words, edge)
  const next = by === 1 ? places.find((ms) => ms > fromMs) : places.findLast((ms) => ms < fromMs)
  return next ?? null
}

/** What a press on a word sets when the edge is not said: the nearer one. */
export function nearestEdge(word: TimeRange, range: TimeRange): Edge {
  return Math.abs(word.startMs - range.startMs) <= Math.abs(word.endMs - range.endMs) ? 'start' : 'end'
}

/** Index of the first word inside the range and of the first after it. */
export function wordsInside(words: readonly TrimWord[], range: TimeRange): { from: number; to: number } {
  const middle = ({ startMs, endMs }: TrimWord) => (startMs + endMs) / 2
  const from = words.findIndex((word) => middle(word) >= range.startMs)
  const to = words.findIndex((word) => middle(word) >= range.endMs)
  const end = to === -1 ? words.length : to
  return { from: from === -1 ? words.length : Math.min(from, end), to: end }
}

const saidWords = 4

/** What is said where an edge is: `before “the encoder gives you”`; empty where nothing is known. */
export function sayPlace(words: readonly TrimWord[], range: TimeRange, edge: Edge): string {
  const { from, to } = wordsInside(words, range)
  const said =
    edge === 'start' ? words.slice(from, from + saidWords) : words.slice(Math.max(from, to - saidWords), to)
  const text = said
    .map((word) => word.text)
    .join('')
    .trim()
  if (text === '') return ''
  return edge === 'start' ? `before “${text}”` : `after “${text}”`
}

/** Sentences in which at least so much is selected are meant. */
const meantMs = 600

/** A selection as whole sentences; as it is where nothing is known of sentences. */
export function snapToSentences(sentences: readonly TimeRange[], range: TimeRange): TimeRange {
  const meant = sentences.filter(({ startMs, endMs }) => {
    const sharedMs = Math.min(endMs, range.endMs) - Math.max(startMs, range.startMs)
    return sharedMs > 0 && sharedMs >= Math.min(meantMs, (endMs - startMs) / 2)
  })
  const [first, last] = [meant[0], meant.at(-1)]
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : range
}
