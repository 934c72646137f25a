import type { ExportClip } from './export-format.js'

/** Who is heard in a clip, in the order in which they begin; else whom the clip names. Empty where nobody is known. */
export function speakersOf({ cues, speaker }: Pick<ExportClip, 'cues' | 'speaker'>): string[] {
  const heard = new Set(cues.map((cue) => cue.speaker).filter((name) => name !== null))
  return heard.size > 0 || speaker === null ? [...heard] : [speaker]
}
