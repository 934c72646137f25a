import type { NormalizedCue } from '../src/domain/cue.js'
import type { Issue } from '../src/domain/issue.js'
import { formatClock } from '../src/domain/time.js'
import { IssueLog } from './issue-log.js'

/** A recogniser that hears nothing repeats what it said last, for minutes. People repeat themselves, too, but less. */

/** The longest loops that are told from a text that is said again: in words inside a cue, and in cues. */
const maxPhraseWords = 10
const maxLoopCues = 4
/** How often in a row, the first time counted. */
const minPhraseTimes = 5
const minCueTimes = 4
/** `No no no no no no` is said: words of one kind are only a loop where nobody has the breath for it. */
const minWordTimes = 12
const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/**
 * Of a phrase or a run of cues that repeats itself, only the first time is kept; what is dropped is reported. A cue that
 * is cut keeps its range. Cues stay in order. Linear in the text.
 */
export function dropRepetitions(cues: readonly NormalizedCue[]): { cues: NormalizedCue[]; issues: Issue[] } {
  const issues = new IssueLog()
  const report = (cue: NormalizedCue, text: string, times: number) => {
    issues.add(
      'CUE_REPEATED',
      cue.startMs === null ? 'a cue without times' : `cue at ${formatClock(cue.startMs)}`,
      `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}" is there ${times} times in a row; a recogniser does that, so one is kept`,
    )
  }
  const kept = dropRepeatedCues(cues, report).map((cue) => {
    const text = dropRepeatedPhrases(cue.text, (phrase, times) => {
      report(cue, phrase, times)
    })
    return text === cue.text ? cue : { ...cue, text }
  })
  return { cues: kept, issues: issues.list() }
}

function dropRepeatedCues(
  cues: readonly NormalizedCue[],
  report: (cue: NormalizedCue, text: string, times: number) => void,
): NormalizedCue[] {
  const keys = cues.map(({ text }) => (text.match(word) ?? [text]).join(' ').toLowerCase())
  const loops = findLoops(keys, { maxLength: maxLoopCues, minTimes: () => minCueTimes })
  for (const { from, length, to } of loops) {
    const first = cues[from]
    const text = cues
      .slice(from, from + length)
      .map((cue) => cue.text)
      .join(' ')
    if (first !== undefined) report(first, text, Math.floor((to - from) / length))
  }
  return leaveOut(cues, loops)
}

function dropRepeatedPhrases(text: string, report: (phrase: string, times: number) => void): string {
  const words = [...text.matchAll(word)]
  if (words.length < minPhraseTimes) return text
  const loops = findLoops(
    words.map(([match]) => match.toLowerCase()),
    { maxLength: maxPhraseWords, minTimes: (length) => (length === 1 ? minWordTimes : minPhraseTimes) },
  )
  let kept = ''
  let at = 0
  for (const { from, length, to } of loops) {
    const begin = words[from]?.index ?? 0
    const second = words[from + length]?.index ?? text.length
    kept += text.slice(at, second)
    at = words[to]?.index ?? text.length
    report(text.slice(begin, second).trim(), Math.floor((to - from) / length))
  }
  return loops.length === 0 ? text : (kept + text.slice(at)).trim()
}

/** [from, to) repeats its first `length` items; a last time that breaks off is part of it. */
interface Loop {
  from: number
  length: number
  to: number
}

/** In order, not overlapping; of two loops at one place the shorter one. One item again and again is no longer loop. */
function findLoops(
  items: readonly string[],
  { maxLength, minTimes }: { maxLength: number; minTimes: (length: number) => number },
): Loop[] {
  const loops: Loop[] = []
  for (let length = 1; length <= maxLength; length += 1) {
    let from = 0
    for (let at = length; at <= items.length; at += 1) {
      if (at < items.length && items[at] === items[at - length]) continue
      // The run of equal pairs began `length` items before its first pair.
      const isOwn = length === 1 || items.slice(from, from + length).some((item) => item !== items[from])
      if (isOwn && at - from >= length * minTimes(length)) loops.push({ from, length, to: at })
      from = at - length + 1
    }
  }
  loops.sort((a, b) => a.from - b.from || a.length - b.length)
  const apart: Loop[] = []
  for (const loop of loops) if (loop.from >= (apart.at(-1)?.to ?? 0)) apart.push(loop)
  return apart
}

function leaveOut<Item>(items: readonly Item[], loops: readonly Loop[]): Item[] {
  const kept: Item[] = []
  let at = 0
  for (const { from, length, to } of loops) {
    for (const item of items.slice(at, from + length)) kept.push(item)
    at = to
  }
  return [...kept, ...items.slice(at)]
}
