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

/**
 * A recogniser gives a time at least every few seconds, good to about a second. One that does not has lost the sound, or
 * its words were joined into pieces that say little about where they are.
 */
const longMachineCueMs = 15_000
/** Closing music and goodbyes: a recording that goes on for longer than this, and 5%, holds what the transcript lacks. */
const minShortfallMs = 180_000
const shortfallShare = 0.05
/** Nobody puts in so much: a transcript that lacks more was cut short, and what there is of it is where it says. */
const maxInsertedShare = 0.3
/** With hosts that can insert advertisements, though most of their shows do not, less is enough to think of it. */
const minSuspectShortfallMs = 60_000

/** Hosts that put advertisements in when a listener downloads, as the usual case. Subdomains count. */
const insertingHosts = [
  'megaphone.fm',
  'acast.com',
  'pippa.io',
  'art19.com',
  'omny.fm',
  'omnystudio.com',
  'injector.simplecastaudio.com',
  'dovetail.prxu.org',
  'adswizz.com',
  'spreaker.com',
  'tritondigital.com',
  'redcircle.com',
  'audioboom.com',
  'hosting.thisisdax.com',
  'pod.npr.org',
  'ins.blubrry.com',
  'castfire.com',
  'whooshkaa.com',
  'soundcast.fm',
  'sounder.fm',
]
/** Hosts that can, and mostly do not. Measuring prefixes (Podtrac, Podsights, Chartable, OP3) insert nothing and are no evidence. */
const capableHosts = [
  'anchor.fm',
  'buzzsprout.com',
  'captivate.fm',
  'libsyn.com',
  'podbean.com',
  'podigee-cdn.net',
  'podigee.com',
  'simplecast.com',
  'simplecastaudio.com',
  'transistor.fm',
  'audiomeans.fr',
  'ausha.co',
  'backtracks.fm',
  'bcast.fm',
]

export interface TimingJudgment {
  timing: Timing
  /** In words for a listener; empty when exact. */
  reason: string
}

/**
 * Judges how far the times of a document can be trusted; the first reason found is given. That a recogniser wrote the
 * transcript is no reason by itself: it only has to give its times more closely.
 *
 * @param durationMs the length of the recording as published
 * @param machine whether a speech recogniser wrote the transcript
 */
export function judgeTiming(
  cues: readonly NormalizedCue[],
  {
    durationMs,
    enclosureUrl = null,
    machine = false,
  }: { durationMs: number | null; enclosureUrl?: string | null; machine?: boolean },
): TimingJudgment {
  const maxCueMs = machine ? longMachineCueMs : longCueMs
  let words = 0
  let longWords = 0
  let estimatedWords = 0
  let endMs: number | null = null
  for (const range of publishedRanges(cues)) {
    words += range.words
    endMs = range.endMs
    if (range.endMs - range.startMs <= maxCueMs) continue
    longWords += range.words
    if (range.interpolated) estimatedWords += range.words
  }
  if (endMs === null) return { timing: 'unknown', reason: 'There is no transcript with times.' }
  if (estimatedWords > words * maxInterpolatedShare)
    return approximate('The transcript has one time per section; positions inside are estimated.')
  if (longWords > words * maxLongShare)
    return approximate(
      machine
        ? 'A speech recogniser wrote the transcript and gives few times; positions between are estimated.'
        : 'The transcript has few times, some more than half a minute apart; positions between are estimated.',
    )
  return judgeRecording(endMs, durationMs, listHosts(enclosureUrl ?? ''))
}

function judgeRecording(endMs: number, durationMs: number | null, hosts: readonly string[]): TimingJudgment {
  const lengthMs = durationMs !== null && durationMs > 0 ? durationMs : null
  if (lengthMs !== null && endMs > lengthMs + Math.max(minOverrunMs, lengthMs * overrunShare))
    return approximate('The transcript is longer than the recording, so its times may be shifted.')
  if (hosts.some((host) => isOneOf(host, insertingHosts)))
    return approximate(
      'Advertisements may be put into this recording as it is downloaded, which shifts the times.',
    )
  if (lengthMs === null) return exact
  const shortfallMs = lengthMs - endMs
  if (shortfallMs > lengthMs * maxInsertedShare) return exact
  if (shortfallMs > Math.max(minShortfallMs, lengthMs * shortfallShare))
    return approximate(
      `The recording is ${Math.round(shortfallMs / 60_000)} minutes longer than the transcript; what was put in shifts the times after it.`,
    )
  if (shortfallMs > minSuspectShortfallMs && hosts.some((host) => isOneOf(host, capableHosts)))
    return approximate(
      'The recording is longer than the transcript, and its host can put advertisements in, which shifts the times.',
    )
  return exact
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

const exact: TimingJudgment = { timing: 'exact', reason: '' }
const approximate = (reason: string): TimingJudgment => ({ timing: 'approximate', reason })

/** What looks like a host in an address: tracking prefixes carry the address of the recording in their path. */
const listHosts = (url: string): string[] =>
  url
    .toLowerCase()
    .split(/[/?&=]|%2f/u)
    .map((part) => part.replace(/:\d+$/u, ''))

const isOneOf = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
