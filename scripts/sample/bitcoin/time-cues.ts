/** What one speaker says without being interrupted. */
export interface Voice {
  speaker: string
  text: string
}

/** Speech of which the source tells the start only: a turn (one voice) or a section (several). */
export interface TimedSpeech {
  startMs: number
  voices: readonly Voice[]
}

export interface TimedCue extends TimedSpeech {
  endMs: number
}

/** An unhurried speaker; used only where the source gives no next time to end at. */
const WORDS_PER_MINUTE = 150

/**
 * Ends each speech where the next one starts. The last one, and one whose next starts no later than itself
 * (transcribers mistype times), lasts as long as its words take. Order and starts stay as they are, so
 * cues may overlap, but every end is after its start.
 */
export function timeCues(speeches: readonly TimedSpeech[]): TimedCue[] {
  return speeches.map((speech, index) => {
    const nextMs = speeches[index + 1]?.startMs ?? 0
    return { ...speech, endMs: nextMs > speech.startMs ? nextMs : speech.startMs + estimateMs(speech) }
  })
}

/** The latest end of all cues, which after a mistyped time need not be the last one's. */
export function durationMs(cues: readonly TimedCue[]): number {
  return cues.reduce((latest, cue) => Math.max(latest, cue.endMs), 0)
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function estimateMs({ voices }: TimedSpeech): number {
  const words = voices.reduce((sum, voice) => sum + countWords(voice.text), 0)
  return Math.max(1, Math.round((words * 60_000) / WORDS_PER_MINUTE))
}
