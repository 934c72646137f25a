/** What the user put right in one document. Kept apart from what was published, applied on read, kept through re-pulls. */

export interface AdOverride {
  startMs: number
  endMs: number
  ad: boolean
}

export interface Corrections {
  /** Added to every time of the document; may be negative. */
  offsetMs: number
  /** Published speaker name → the name to show. */
  speakers: Record<string, string>
  /** In published times (before `offsetMs`); a later one wins over an earlier one. */
  adOverrides: AdOverride[]
}

export const noCorrections: Corrections = { offsetMs: 0, speakers: {}, adOverrides: [] }

/** A published time as it is to be shown; never before the beginning. */
export function correctTime<Time extends number | null>(ms: Time, { offsetMs }: Corrections): Time {
  return (ms === null ? null : Math.max(0, ms + offsetMs)) as Time
}

export function correctSpeaker(speaker: string | null, { speakers }: Corrections): string | null {
  return speaker === null ? null : Object.hasOwn(speakers, speaker) ? (speakers[speaker] ?? speaker) : speaker
}
