import type { Concept } from '../../../client/index.js'
import { documentKinds, type DocumentKind } from '../../../src/domain/document.js'
import { dodgeMarks } from './dodge-marks.js'

/** Where the documents that mention a concept stand in a picture: across by date, a row for each kind. */

type TimelineEntry = Concept['timeline'][number]

/** From this strength on a passage says what the concept is, as the server draws the line for `explained`. */
export const explainingStrength = 0.6

export interface TimelineMark {
  documentId: string
  kind: DocumentKind
  /** Across, in [0, 1]. */
  x: number
  /** Down from the top of the picture. */
  yPx: number
  radiusPx: number
  explains: boolean
}

export interface TimelineRow {
  kind: DocumentKind
  /** Middle, down from the top of the picture. */
  yPx: number
  heightPx: number
}

export interface TimelinePicture {
  /** Kinds that have marks, top down. */
  rows: TimelineRow[]
  /** Of all rows. */
  heightPx: number
  /** As they are drawn: those that explain lie on top, of the others the smaller ones. */
  marks: TimelineMark[]
  /** Beginnings of years or months, ascending; `x` as that of the marks. */
  ticks: { x: number; label: string }[]
  /** First and last date, ISO 8601; null when no document has one. */
  range: { from: string; to: string } | null
  /** Documents without a date, which have no place in it. */
  undated: number
}

export const minRadiusPx = 4
export const maxRadiusPx = 12
/** Hundreds of documents are drawn smaller. */
const crowd = 80
const crowdedRadiusPx = 2.5
const minRowHeightPx = 36
const rowGapPx = 12
/** More years than this run into each other on a phone. */
const maxTicks = 6

/** Lays the documents out. Marks are as large as the square root of their passages: it is areas that the eye compares. */
export function layoutTimeline(timeline: readonly TimelineEntry[]): TimelinePicture {
  const dated = timeline.flatMap((entry) => {
    const timeMs = Date.parse(entry.publishedAt ?? '')
    return Number.isNaN(timeMs) ? [] : [{ entry, timeMs }]
  })
  const times = dated.map(({ timeMs }) => timeMs)
  const undated = timeline.length - dated.length
  if (times.length === 0) return { rows: [], heightPx: 0, marks: [], ticks: [], range: null, undated }
  const fromMs = times.reduce((a, b) => Math.min(a, b))
  const toMs = times.reduce((a, b) => Math.max(a, b))
  const place = (timeMs: number) => (toMs === fromMs ? 0.5 : (timeMs - fromMs) / (toMs - fromMs))
  const most = dated.reduce((max, { entry }) => Math.max(max, entry.passages), 1)
  const least = dated.length > crowd ? crowdedRadiusPx : minRadiusPx
  const unplaced = dated.map(({ entry, timeMs }) => ({
    documentId: entry.documentId,
    kind: entry.kind,
    x: place(timeMs),
    radiusPx: radiusOf(entry.passages, most, least),
    explains: entry.strength >= explainingStrength,
  }))
  return {
    ...stackRows(unplaced),
    ticks: findTicks(fromMs, toMs).map(({ timeMs, label }) => ({ x: place(timeMs), label })),
    range: { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() },
    undated,
  }
}

/** A row for each kind that there is, as high as its marks need. */
function stackRows(
  unplaced: readonly Omit<TimelineMark, 'yPx'>[],
): Pick<TimelinePicture, 'rows' | 'marks' | 'heightPx'> {
  const rows: TimelineRow[] = []
  const marks: TimelineMark[] = []
  let heightPx = 0
  for (const kind of documentKinds) {
    const inRow = unplaced.filter((mark) => mark.kind === kind)
    if (inRow.length === 0) continue
    const offsets = dodgeMarks(inRow)
    const reachPx = inRow.reduce(
      (max, { radiusPx }, index) => Math.max(max, Math.abs(offsets[index] ?? 0) + radiusPx),
      0,
    )
    const rowHeightPx = Math.max(minRowHeightPx, Math.ceil(2 * reachPx + rowGapPx))
    const yPx = heightPx + rowHeightPx / 2
    rows.push({ kind, yPx, heightPx: rowHeightPx })
    marks.push(...inRow.map((mark, index) => ({ ...mark, yPx: yPx + (offsets[index] ?? 0) })))
    heightPx += rowHeightPx
  }
  marks.sort((a, b) => Number(a.explains) - Number(b.explains) || b.radiusPx - a.radiusPx)
  return { rows, marks, heightPx }
}

function radiusOf(passages: number, most: number, least: number): number {
  const share = most <= 1 ? 0 : (Math.sqrt(passages) - 1) / (Math.sqrt(most) - 1)
  return least + (least / minRadiusPx) * (maxRadiusPx - minRadiusPx) * Math.max(0, share)
}

/** Months between two ticks; the first that keeps them few is taken. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

function findTicks(fromMs: number, toMs: number): { timeMs: number; label: string }[] {
  const first = monthsOf(fromMs)
  const last = monthsOf(toMs)
  const step = steps.find((each) => (last - first) / each < maxTicks) ?? (last - first) / maxTicks
  const ticks = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const date = new Date(0)
    date.setUTCFullYear(Math.floor(month / 12), month % 12, 1)
    const timeMs = date.getTime()
    if (timeMs >= fromMs && timeMs <= toMs) ticks.push({ timeMs, label: labelOf(date, step) })
  }
  return ticks
}

const monthsOf = (timeMs: number): number => {
  const date = new Date(timeMs)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const labelOf = (date: Date, step: number): string =>
  step >= 12
    ? String(date.getUTCFullYear())
    : date.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Fingers and mice need not hit a mark, only come near it. */
const reachPx = 32

/** The mark nearest to a point of the picture, which is `widthPx` wide; null when none is near. */
export function findNearestMark(
  marks: readonly TimelineMark[],
  widthPx: number,
  point: { xPx: number; yPx: number },
): TimelineMark | null {
  let nearest: TimelineMark | null = null
  let least = reachPx
  for (const mark of marks) {
    const distance = Math.hypot(mark.x * widthPx - point.xPx, mark.yPx - point.yPx)
    if (distance > least) continue
    nearest = mark
    least = distance
  }
  return nearest
}

/** The picture as a table: documents by year and kind, years ascending, the undated (`year` null) last. */
export function countByYear(
  timeline: readonly TimelineEntry[],
): { year: number | null; documents: number; passages: number; explaining: number }[] {
  const years = new Map<number | null, { documents: number; passages: number; explaining: number }>()
  for (const { publishedAt, passages, strength } of timeline) {
    const date = new Date(publishedAt ?? Number.NaN)
    const year = Number.isNaN(date.getTime()) ? null : date.getUTCFullYear()
    const row = years.get(year) ?? { documents: 0, passages: 0, explaining: 0 }
    row.documents += 1
    row.passages += passages
    row.explaining += strength >= explainingStrength ? 1 : 0
    years.set(year, row)
  }
  return [...years]
    .map(([year, row]) => ({ year, ...row }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity))
}
