import { escapeMarkup } from '../bitcoin/escape-markup.js'
import { formatVttTime } from '../bitcoin/timecode.js'
import type { TimedSpeech } from './timed-speech.js'

export function writeTranscript({ chapters }: TimedSpeech): string {
  const blocks = chapters
    .flatMap(({ cues }) => cues)
    .map(
      ({ startMs, endMs, speaker, text }) =>
        `${formatVttTime(startMs)} --> ${formatVttTime(endMs)}\n<v ${escapeMarkup(speaker)}>${escapeMarkup(text)}`,
    )
  return ['WEBVTT', ...blocks].join('\n\n') + '\n'
}

/** Podcasting 2.0 JSON chapters: seconds, each at the first word of its chapter. */
export function writeChapters({ chapters }: TimedSpeech, title: string, podcastName: string): string {
  const entries = chapters.map((chapter) => ({ startTime: chapter.startMs / 1000, title: chapter.title }))
  return JSON.stringify({ version: '1.2.0', title, podcastName, chapters: entries }, null, 2) + '\n'
}
