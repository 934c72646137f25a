import type { Document, Transcript } from '../../client/index.js'

/** Times moved as the server will move them: never before the beginning, and what would end there is left out. */

type Cues = Transcript['cues']
type Chapters = Document['chapters']

export function shiftCues(cues: Cues, byMs: number): Cues {
  if (byMs === 0) return cues
  return cues
    .map((cue) => ({ ...cue, startMs: shift(cue.startMs, byMs), endMs: shift(cue.endMs, byMs) }))
    .filter(({ startMs, endMs }) => startMs === null || endMs === null || endMs > startMs)
}

export function shiftChapters(chapters: Chapters, byMs: number): Chapters {
  if (byMs === 0) return chapters
  return chapters.map((chapter) => ({
    ...chapter,
    startMs: shift(chapter.startMs, byMs),
    endMs: shift(chapter.endMs, byMs),
  }))
}

const shift = <Time extends number | null>(ms: Time, byMs: number): Time =>
  (ms === null ? null : Math.max(0, ms + byMs)) as Time

/** `+1.5`, `−0.25`: seconds as they are typed and shown; minus is the sign that belongs to digits. */
export function formatOffset(ms: number): string {
  const seconds = Math.abs(ms) / 1000
  const digits = seconds.toLocaleString('en', { maximumFractionDigits: 3, useGrouping: false })
  return `${ms < 0 ? '−' : ms > 0 ? '+' : ''}${digits}`
}

/** What was typed for an offset in seconds → milliseconds; null for what is none. */
export function readOffset(typed: string): number | null {
  const text = typed.trim().replace('−', '-').replace(',', '.')
  if (!/^[+-]?\d{1,5}(\.\d{0,6})?$/.test(text)) return null
  return Math.round(Number(text) * 1000)
}
