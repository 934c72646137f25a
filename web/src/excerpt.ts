import type { Hit } from '../../client/index.js'
import { splitByMarks, type MarkRange, type TextPart } from './text-marks.js'

/** What a hit shows of its passage: the best sentence, marked, and one line before and after it. */
export interface Excerpt {
  before: string
  sentence: TextPart[]
  after: string
}

/** About five lines at reading size; transcripts without punctuation have "sentences" of a page. */
const maxSentenceLength = 360
/** More than one line on a wide screen holds; what does not fit is left out by fit-line. */
const maxContextLength = 120

export function excerptOf(hit: Pick<Hit, 'text' | 'best' | 'highlights' | 'before' | 'after'>): Excerpt {
  const { text, best, highlights } = hit
  const [from, to] = fitSentence(text, best, highlights)
  return {
    before: lastWords(joinTexts(hit.before, text.slice(0, from))),
    sentence: [
      ...(from > best[0] ? [{ text: '… ', marked: false }] : []),
      ...splitByMarks(text, highlights, [from, to]),
      ...(to < best[1] ? [{ text: ' …', marked: false }] : []),
    ],
    after: firstWords(joinTexts(text.slice(to), hit.after)),
  }
}

/** The sentence, or the part of a long one that begins a little before its first mark; cut between words. */
function fitSentence(text: string, [from, to]: MarkRange, highlights: readonly MarkRange[]): MarkRange {
  if (to - from <= maxSentenceLength) return [from, to]
  const firstMark = highlights.find(([start, end]) => from <= start && end <= to)?.[0] ?? from
  const lead = Math.max(from, Math.min(firstMark - maxSentenceLength / 4, to - maxSentenceLength))
  const start = lead === from ? from : nextWordStart(text, lead)
  const end = Math.min(to, start + maxSentenceLength)
  return [start, end === to ? to : previousWordEnd(text, end, start)]
}

/** What the beginning may hold before the first mark: the eye is to find it at once. */
const maxSnippetLead = 40
/** About two lines in a list. */
const maxSnippetLength = 160

/** A short part of the text, from a little before its first mark on, cut between words. */
export function snippetOf(text: string, marks: readonly MarkRange[]): TextPart[] {
  const firstMark = marks[0]?.[0] ?? 0
  const from = firstMark <= maxSnippetLead ? 0 : nextWordStart(text, firstMark - maxSnippetLead)
  const isCut = text.length - from > maxSnippetLength
  const to = isCut ? previousWordEnd(text, from + maxSnippetLength, from) : text.length
  return [
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...splitByMarks(text, marks, [from, to]),
    ...(isCut ? [{ text: ' …', marked: false }] : []),
  ]
}

function nextWordStart(text: string, position: number): number {
  const space = text.indexOf(' ', position)
  return space === -1 ? position : space + 1
}

function previousWordEnd(text: string, position: number, floor: number): number {
  const space = text.lastIndexOf(' ', position)
  return space <= floor ? position : space
}

const joinTexts = (...texts: string[]): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' ')

function lastWords(text: string): string {
  return text.length <= maxContextLength
    ? text
    : `… ${text.slice(nextWordStart(text, text.length - maxContextLength))}`
}

function firstWords(text: string): string {
  return text.length <= maxContextLength
    ? text
    : `${text.slice(0, previousWordEnd(text, maxContextLength, 0))} …`
}
