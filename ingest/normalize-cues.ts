import type { Cue, NormalizedCue } from '../src/domain/cue.js'
import type { Issue } from '../src/domain/issue.js'
import { formatClock } from '../src/domain/time.js'
import { countWords } from './count-words.js'
import { IssueLog } from './issue-log.js'

/** 150 words a minute, a usual pace of speech, for cues that do not say when they end. */
const msPerWord = 400

type TimedCue = NormalizedCue & { startMs: number; endMs: number }

/**
 * Puts published cues in order: sorted by start (stable), not overlapping, each at least one millisecond long, white
 * space collapsed, empty ones left out, no text lost. Cues with one start share their range out by length of text. A cue
 * that ends where it starts, or before, gets an end by its words. Without any times cues pass through; a cue without
 * times among timed ones shares the range of the one before it. Applying it twice changes nothing more.
 */
export function normalizeCues(
  cues: readonly (Cue | NormalizedCue)[],
  { durationMs }: { durationMs: number | null },
): { cues: NormalizedCue[]; issues: Issue[] } {
  const issues = new IssueLog()
  const clean = cues.map(cleanCue).filter((cue) => cue.text !== '')
  const timed = lendTimes(clean)
  if (timed === null) return { cues: clean, issues: [] }
  const sorted = [...timed].sort((a, b) => a.startMs - b.startMs)
  reportOddTimes(timed, issues)
  return { cues: layOut(groupByStart(sorted), durationMs), issues: issues.list() }
}

function cleanCue(cue: Cue | NormalizedCue): NormalizedCue {
  const speaker = cue.speaker === null ? '' : collapse(cue.speaker)
  const { startMs, endMs } = cue
  return {
    startMs: endMs === null ? null : startMs,
    endMs: startMs === null ? null : endMs,
    speaker: speaker === '' ? null : speaker,
    text: collapse(cue.text),
    interpolated: 'interpolated' in cue && cue.interpolated,
  }
}

const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Null when no cue has times. */
function lendTimes(cues: readonly NormalizedCue[]): TimedCue[] | null {
  let lender = cues.find(isTimed)
  if (lender === undefined) return null
  const timed: TimedCue[] = []
  for (const cue of cues) {
    if (isTimed(cue)) lender = cue
    timed.push({ ...cue, startMs: lender.startMs, endMs: lender.endMs })
  }
  return timed
}

const isTimed = (cue: NormalizedCue): cue is TimedCue => cue.startMs !== null && cue.endMs !== null

function reportOddTimes(cues: readonly TimedCue[], issues: IssueLog): void {
  let outOfOrder = 0
  let latestMs = 0
  for (const [index, { startMs, endMs }] of cues.entries()) {
    if (endMs < startMs)
      issues.add(
        'CUE_TIMES_INVALID',
        `cue ${index + 1} at ${formatClock(startMs)}`,
        `It ends at ${formatClock(endMs)}, before it starts; its end is estimated`,
      )
    if (startMs < latestMs) outOfOrder += 1
    latestMs = Math.max(latestMs, startMs)
  }
  if (outOfOrder > 0)
    issues.add(
      'CUE_TIMES_INVALID',
      'cues',
      `${outOfOrder} start before the one above them; they are sorted by start`,
    )
}

/** Cues that start together, e.g. the voices of one published cue. */
function groupByStart(sorted: readonly TimedCue[]): TimedCue[][] {
  const groups: TimedCue[][] = []
  for (const cue of sorted) {
    const last = groups.at(-1)
    if (last?.[0]?.startMs === cue.startMs) last.push(cue)
    else groups.push([cue])
  }
  return groups
}

function layOut(groups: readonly TimedCue[][], durationMs: number | null): NormalizedCue[] {
  const laidOut: NormalizedCue[] = []
  let freeMs = 0
  for (const [index, group] of groups.entries()) {
    const publishedMs = group[0]?.startMs ?? 0
    const startMs = Math.max(publishedMs, freeMs)
    const nextMs = groups[index + 1]?.[0]?.startMs ?? null
    const endMs = Math.max(endOfGroup(group, startMs, nextMs ?? durationMs, nextMs), startMs + group.length)
    for (const cue of shareOut(group, startMs, endMs)) laidOut.push(cue)
    freeMs = endMs
  }
  return laidOut
}

/** `roomMs` bounds an estimated end (the next start or the end of the recording), `nextMs` a published one. */
function endOfGroup(
  group: readonly TimedCue[],
  startMs: number,
  roomMs: number | null,
  nextMs: number | null,
): number {
  const publishedMs = group.reduce((latestMs, cue) => Math.max(latestMs, cue.endMs), 0)
  if (publishedMs > startMs) return Math.min(publishedMs, nextMs ?? publishedMs)
  const words = group.reduce((sum, cue) => sum + countWords(cue.text), 0)
  const estimatedMs = startMs + Math.max(words, 1) * msPerWord
  return roomMs !== null && roomMs > startMs ? Math.min(estimatedMs, roomMs) : estimatedMs
}

/** Each cue gets at least a millisecond; `endMs - startMs` is at least the number of cues. */
function shareOut(group: readonly TimedCue[], startMs: number, endMs: number): NormalizedCue[] {
  const [only] = group
  if (group.length === 1 && only !== undefined) return [{ ...only, startMs, endMs }]
  const totalLength = group.reduce((sum, cue) => sum + cue.text.length, 0)
  const spareMs = endMs - startMs - group.length
  let lengthBefore = 0
  return group.map((cue, index) => {
    const cueStartMs = startMs + index + Math.round((spareMs * lengthBefore) / totalLength)
    lengthBefore += cue.text.length
    const cueEndMs = startMs + index + 1 + Math.round((spareMs * lengthBefore) / totalLength)
    return { ...cue, startMs: cueStartMs, endMs: cueEndMs, interpolated: true }
  })
}
