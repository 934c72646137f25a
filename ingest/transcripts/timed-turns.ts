import { countWords } from '../count-words.js'
import { markRising } from './rising-times.js'
import { frontMatterEnd } from './text-lines.js'
import { readTimedLine, type TimedLine } from './timed-line.js'

/** Which lines of a text carry the times of a transcript: decided over all of them, never by one alone. */

export interface Turn extends TimedLine {
  /** Index of the line. */
  at: number
  /** Its time lies where those around it say that it should. */
  inOrder: boolean
}

/** A time once or twice is a time that somebody mentions. */
const minTurns = 3
/** Unless the text begins with it, and with the name of who speaks. */
const minNamedTurns = 2
/** Share of the candidates, below which a layout is no habit of the writer. */
const minLayoutShare = 0.05
/** Real transcripts have a slip in a hundred; a list of anything else rises by chance. */
const minRisingShare = 0.8
/** The fastest speakers; verses of scripture, one a "second", come to a thousand. */
const maxWordsPerMinute = 450
/** Slower than any talk: a list of chapters, or of the points of an agenda. */
const minWordsPerMinute = 15
/** A time is rounded to the second, and a turn may begin a breath early. */
const fastSlackSeconds = 5
/** A jingle, or a silence. */
const slowSlackSeconds = 60

/** In the order of the lines; empty when the text is no timed transcript. */
export function findTurns(lines: readonly string[]): Turn[] {
  const candidates: Turn[] = []
  for (let at = frontMatterEnd(lines); at < lines.length; at += 1) {
    const timed = readTimedLine(lines[at] ?? '')
    if (timed === null) continue
    const { startMs, endMs, speaker, text, layout } = timed
    candidates.push({ startMs, endMs, speaker, text, layout, at, inOrder: true })
  }
  const counts = new Map<string, number>()
  for (const { layout } of candidates) counts.set(layout, (counts.get(layout) ?? 0) + 1)
  const leastTurns = beginsWithNamedTurn(candidates, lines) ? minNamedTurns : minTurns
  const minCount = Math.max(leastTurns, candidates.length * minLayoutShare)
  const isHabit = ({ layout }: Turn) => (counts.get(layout) ?? 0) >= minCount
  const habitual = candidates.filter((turn) => isHabit(turn) || isWhisperLine(turn))
  if (habitual.length < leastTurns && !habitual.some(isWhisperLine)) return []
  const rising = markRising(habitual.map(({ startMs }) => startMs))
  if (rising.filter(Boolean).length < habitual.length * minRisingShare) return []
  for (const [index, turn] of habitual.entries()) turn.inOrder = rising[index] ?? false
  const turns = withFitting(candidates, new Set(habitual))
  return isSpeech(turns, lines) ? turns : []
}

function beginsWithNamedTurn([first]: readonly Turn[], lines: readonly string[]): boolean {
  if (first === undefined || first.speaker === null) return false
  return lines.slice(frontMatterEnd(lines), first.at).every((line) => line.trim() === '')
}

/** `[00:00:01.000 --> 00:00:04.000]` is written by one program only: proof enough. */
const isWhisperLine = ({ layout, endMs }: Turn): boolean =>
  layout.startsWith('bracketed range') && endMs !== null

/** Lines of a rare layout are believed where their time lies between those of the lines around them. */
function withFitting(candidates: readonly Turn[], habitual: ReadonlySet<Turn>): Turn[] {
  if (habitual.size === candidates.length) return [...candidates]
  const nextMs: number[] = []
  let followingMs = Infinity
  for (const turn of candidates.toReversed()) {
    if (habitual.has(turn) && turn.inOrder) followingMs = turn.startMs
    nextMs.push(followingMs)
  }
  nextMs.reverse()
  const turns: Turn[] = []
  let reachedMs = 0
  for (const [index, turn] of candidates.entries()) {
    const fits = turn.startMs >= reachedMs && turn.startMs <= (nextMs[index] ?? Infinity)
    if (!habitual.has(turn) && !fits) continue
    if (turn.inOrder) reachedMs = turn.startMs
    turns.push(turn)
  }
  return turns
}

/** Whether what lies between the times can have been said in them. */
function isSpeech(turns: readonly Turn[], lines: readonly string[]): boolean {
  const [first] = turns
  const last = turns.at(-1)
  if (first === undefined || last === undefined) return false
  if (turns.some(isWhisperLine)) return true
  const times = turns.filter(({ inOrder }) => inOrder).map(({ startMs }) => startMs)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  let words = 0
  for (let at = first.at; at < last.at; at += 1) words += countWords(lines[at] ?? '')
  if (words > ((seconds + fastSlackSeconds) / 60) * maxWordsPerMinute) return false
  if (turns.some(({ speaker, text }) => speaker !== null || text === '')) return true
  if (words < ((seconds - slowSlackSeconds) / 60) * minWordsPerMinute) return false
  // `10:30 Coffee`, `11:15 Talk`: an agenda has round times and does not begin at the beginning.
  return (times[0] ?? 0) < 300_000 || times.some((time) => (time % 300_000) % 5_000 !== 0)
}
