import type { IssueLog } from '../issue-log.js'
import { elementsIn, type XmlElement } from '../sources/feed/parse-xml.js'
import { readTtmlTimeMs, type TtmlRates } from './ttml-time.js'
import { localName } from './xml-body.js'

/** When an element of TTML is shown. Times inside timed elements count from its begin, but for writers who count from 0. */

export interface Place {
  /** Null outside of any times. */
  startMs: number | null
  endMs: number | null
  /** False when it has a begin that is no time: neither it nor what is in it can be placed. */
  isReadable: boolean
}

export interface Placing {
  rates: TtmlRates
  /** All times count from the beginning of the recording. */
  absolute: boolean
  /** Null where they have been reported before. */
  issues: IssueLog | null
}

/** Rounding of nested times by their writers. */
const toleranceMs = 50

/** The place of an element in that of its parent, which is returned itself when the element has no times of its own. */
export function placeElement(element: XmlElement, outer: Place, { rates, absolute, issues }: Placing): Place {
  const { begin, end, duration } = timesOf(element)
  if (begin === undefined && end === undefined && duration === undefined) return outer
  const originMs = absolute ? 0 : (outer.startMs ?? 0)
  const beginMs = begin === undefined ? null : readTtmlTimeMs(begin, rates)
  const endMs = end === undefined ? null : readTtmlTimeMs(end, rates)
  const durationMs = duration === undefined ? null : readTtmlTimeMs(duration, rates)
  if (begin !== undefined && beginMs === null) {
    issues?.add(
      'CUE_TIMES_INVALID',
      where(element),
      `begin "${begin.slice(0, 40)}" is no time; it is left out`,
    )
    return { ...outer, isReadable: false }
  }
  const wrong =
    end !== undefined && endMs === null
      ? end
      : duration !== undefined && durationMs === null
        ? duration
        : null
  if (wrong !== null)
    issues?.add(
      'CUE_TIMES_INVALID',
      where(element),
      `"${wrong.slice(0, 40)}" is no time; its end is estimated`,
    )
  const startMs = beginMs === null ? (outer.startMs ?? 0) : originMs + beginMs
  const ends = [
    ...(endMs === null ? [] : [originMs + endMs]),
    ...(durationMs === null ? [] : [startMs + durationMs]),
  ]
  return { startMs, endMs: ends.length === 0 ? null : Math.min(...ends), isReadable: true }
}

const timesOf = ({ attributes }: XmlElement) => ({
  begin: attributes.get('begin'),
  end: attributes.get('end'),
  duration: attributes.get('dur'),
})

const where = (element: XmlElement): string => {
  const id = element.attributes.get('xml:id')
  return id === undefined ? `a ${localName(element)}` : `${localName(element)} ${id.slice(0, 40)}`
}

/**
 * Whether times inside timed elements count from the beginning, as Apple writes them against the standard: when one of
 * them would lie after the end of its parent by the standard, and inside it without.
 */
export function nestsAbsolutely(root: XmlElement, rates: TtmlRates): boolean {
  const search = (element: XmlElement, outer: { beginMs: number; endMs: number } | null): boolean => {
    const { begin, end, duration } = timesOf(element)
    const beginMs = begin === undefined ? null : readTtmlTimeMs(begin, rates)
    if (outer !== null && beginMs !== null && beginMs > outer.endMs - outer.beginMs + toleranceMs)
      if (beginMs >= outer.beginMs - toleranceMs && beginMs <= outer.endMs + toleranceMs) return true
    const endMs = end === undefined ? null : readTtmlTimeMs(end, rates)
    const durationMs = duration === undefined ? null : readTtmlTimeMs(duration, rates)
    const untilMs = endMs ?? (durationMs === null ? null : (beginMs ?? 0) + durationMs)
    const inner = untilMs === null || (beginMs ?? 0) === 0 ? null : { beginMs: beginMs ?? 0, endMs: untilMs }
    return elementsIn(element).some((child) => search(child, inner ?? (beginMs === null ? outer : null)))
  }
  return search(root, null)
}
