import type { Cue } from '../../src/domain/cue.js'

/**
 * `Name: what is said`, the only way in which SubRip can name speakers (Podcasting 2.0: only where the speaker changes).
 * A colon alone is no proof, so a file must show first that it names speakers at all.
 */

/** One to four words that begin with a capital or digit, or `SPEAKER_00`; at most 40 characters. */
const prefix =
  /^(?=[^:]{1,40}:)([\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}_.'’-]*(?: (?:[\p{Lu}\p{Lo}\p{N}][\p{L}\p{M}\p{N}_.'’-]*|van|von|de|der|da|la|bin)){0,3}) ?:\s+(?=\S)/u
/** Words that people put before a colon in speech and notes. */
const noNames = new Set(
  (
    'note notes question answer warning example update spoiler remember listen fact tip idea problem solution step part ' +
    'chapter rule because so and but or well okay ok yes no now then this that it he she they we you i q a'
  ).split(' '),
)
/** A file that names its speakers names the first one soon. */
const openingCues = 5

/** Moves `Name:` from text to speaker, and carries the speaker over to the cues after it. Unchanged if no file of that kind. */
export function applySpeakerPrefixes(cues: readonly Cue[]): Cue[] {
  const names = cues.map((cue) => (cue.speaker === null ? readPrefix(cue.text) : null))
  if (!namesSpeakers(names)) return [...cues]
  let speaker: string | null = null
  return cues.map((cue, index) => {
    const found = names[index] ?? null
    speaker = cue.speaker ?? found?.name ?? speaker
    return { ...cue, speaker, text: found === null ? cue.text : cue.text.slice(found.length) }
  })
}

function readPrefix(text: string): { name: string; length: number } | null {
  const match = prefix.exec(text)
  const name = match?.[1]
  if (match === null || name === undefined || noNames.has(name.toLowerCase())) return null
  return { name, length: match[0].length }
}

function namesSpeakers(names: readonly ({ name: string } | null)[]): boolean {
  if (names.slice(0, openingCues).some((found) => found !== null)) return true
  const counts = new Map<string, number>()
  for (const found of names) if (found !== null) counts.set(found.name, (counts.get(found.name) ?? 0) + 1)
  return [...counts.values()].filter((count) => count > 1).length > 1
}
