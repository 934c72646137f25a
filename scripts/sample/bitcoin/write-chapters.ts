import type { Chapter } from './read-turn-transcript.js'

/** Podcasting 2.0 chapters JSON, version 1.2. Times in seconds. */
export function writeChapters(chapters: readonly Chapter[]): string {
  const entries = chapters.map(({ startMs, title }) => ({ startTime: startMs / 1000, title }))
  return `${JSON.stringify({ version: '1.2.0', chapters: entries }, null, 2)}\n`
}
