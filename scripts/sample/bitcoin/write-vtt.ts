import { escapeMarkup } from './escape-markup.js'
import type { TimedCue } from './time-cues.js'
import { formatVttTime } from './timecode.js'

/** WebVTT with one `<v Name>` span for each voice of a cue; note says where the text comes from. */
export function writeVtt(cues: readonly TimedCue[], note: string): string {
  const blocks = cues.map(({ startMs, endMs, voices }) => {
    const several = voices.length > 1
    const spans = voices.map(
      ({ speaker, text }) => `<v ${escapeMarkup(speaker)}>${escapeMarkup(text)}${several ? '</v>' : ''}`,
    )
    return `${formatVttTime(startMs)} --> ${formatVttTime(endMs)}\n${spans.join('\n')}`
  })
  return ['WEBVTT', `NOTE\n${escapeMarkup(note)}`, ...blocks].join('\n\n') + '\n'
}
