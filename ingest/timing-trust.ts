import type { NormalizedCue } from '../src/domain/cue.js'
import type { Timing } from '../src/domain/document.js'
import { countWords } from './count-words.js'

/** Somewhere inside a cue longer than this, a listener would have to search by ear. */
const longCueMs = 30_000
/** More words than this in long cues make the whole document approximate: a third of the hits would be far off. */
const maxLongShare = 1 / 3
const maxInterpolatedShare = 1 / 2
/** Closing music is cut and durations are rounded: as long as it is within this, and 2%, the length says nothing. */
const minOverrunMs = 10_000
const overrunShare = 0.02

/** Hosts that put advertisements in when a listener downloads; the address may stand inside a tracking prefix. */
const insertingHosts = [
  'traffic.megaphone.fm',
  'sphinx.acast.com',
  'rss.art19.com',
  'traffic.omny.fm',
  'injector.simplecastaudio.com',
  'dovetail.prxu.org',
  'adswizz.com',
]

export interface TimingJudgment {
  timing: Timing
  /** In words for a listener; empty when exact. */
  reason: string
}

/** Judges how far the times of a document can be trusted. `durationMs` is the length of the recording as published. */
export function judgeTiming(
  cues: readonly NormalizedCue[],
  { durationMs, enclosureUrl = null }: { durationMs: number | null; enclosureUrl?: string | null },
): TimingJudgment {
  let words = 0
  let longWords = 0
  let estimatedWords = 0
  let endMs: number | null = null
  for (const range of publishedRanges(cues)) {
    words += range.words
    endMs = range.endMs
    if (range.endMs - range.startMs <= longCueMs) continue
    longWords += range.words
    if (range.interpolated) estimatedWords += range.words
  }
  if (endMs === null) return { timing: 'unknown', reason: 'There is no transcript with times.' }
  if (estimatedWords > words * maxInterpolatedShare)
    return approximate('The transcript has one time per section; positions inside are estimated.')
  if (longWords > words * maxLongShare)
    return approximate(
      'The transcript has few times, some more than half a minute apart; positions between are estimated.',
    )
  if (
    durationMs !== null &&
    durationMs > 0 &&
    endMs > durationMs + Math.max(minOverrunMs, durationMs * overrunShare)
  )
    return approximate('The transcript is longer than the recording, so its times may be shifted.')
  if (enclosureUrl !== null && insertingHosts.some((host) => holdsHost(enclosureUrl, host)))
    return approximate(
      'Advertisements may be put into this recording as it is downloaded, which shifts the times.',
    )
  return { timing: 'exact', reason: '' }
}

interface PublishedRange {
  startMs: number
  endMs: number
  interpolated: boolean
  words: number
}

/** The ranges that were published, as far as they can still be told: interpolated cues that touch came out of one. */
function publishedRanges(cues: readonly NormalizedCue[]): PublishedRange[] {
  const ranges: PublishedRange[] = []
  for (const { startMs, endMs, interpolated, text } of cues) {
    if (startMs === null || endMs === null) continue
    const words = countWords(text)
    const last = ranges.at(-1)
    if (interpolated && last?.interpolated === true && last.endMs === startMs) {
      last.endMs = endMs
      last.words += words
    } else ranges.push({ startMs, endMs, interpolated, words })
  }
  return ranges
}

const approximate = (reason: string): TimingJudgment => ({ timing: 'approximate', reason })

function holdsHost(url: string, host: string): boolean {
  return `${url.toLowerCase()}/`.includes(`/${host}/`)
}
