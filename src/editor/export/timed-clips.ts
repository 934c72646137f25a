import { AppError } from '../../errors.js'
import { shortenText, toLine } from './plain-line.js'
import type { ExportClip, ExportCollection, ExportCue, ExportOptions } from './export-format.js'

/** The clips that have times, for the formats that are about time. */

export type TimedClip = ExportClip & { startMs: number; endMs: number }

const isTimed = (clip: ExportClip): clip is TimedClip =>
  clip.startMs !== null && clip.endMs !== null && clip.endMs > clip.startMs

export const timedClips = ({ clips }: ExportCollection): TimedClip[] => clips.filter(isTimed)

/** A timed clip and where it begins when all run one after the other. */
export interface PlacedClip {
  clip: TimedClip
  /** From the beginning of the sequence. */
  atMs: number
}

export function placeClips(collection: ExportCollection): PlacedClip[] {
  let endMs = 0
  return timedClips(collection).map((clip) => {
    const atMs = endMs
    endMs += clip.endMs - clip.startMs
    return { clip, atMs }
  })
}

/** The clips of each recording, recordings in the order of their first clip. */
export function groupByRecording(collection: ExportCollection): TimedClip[][] {
  const groups = new Map<string, TimedClip[]>()
  for (const clip of timedClips(collection)) {
    const group = groups.get(clip.document.id)
    if (group) group.push(clip)
    else groups.set(clip.document.id, [clip])
  }
  return [...groups.values()]
}

/** What to say of the clips that a timed format leaves out; null when it leaves out none. */
export function describeLeftOut({ clips }: ExportCollection): string | null {
  const written = clips.filter((clip) => !isTimed(clip))
  if (written.length === 0) return null
  const names = written.map((clip) => `“${nameOf(clip)}”`).join(', ')
  return `Left out, having no times: ${names}`
}

/** The editor's title, else the first words. */
export function nameOf({ title, text, document }: ExportClip): string {
  return toLine(title) || shortenText(toLine(text), maxNameLength) || toLine(document.title) || 'Clip'
}

const maxNameLength = 60

/** The cues of the clips in the order in which they are seen, by the times that `times` asks for. */
export function retimeCues(
  collection: ExportCollection,
  { times }: Pick<ExportOptions, 'times'>,
): ExportCue[] {
  if (times === 'sequence')
    return placeClips(collection).flatMap(({ clip, atMs }) => shiftCues(clip, atMs - clip.startMs))
  assertOneRecording(collection)
  const cues = timedClips(collection).flatMap((clip) => shiftCues(clip, 0))
  return dropSeen(cues.sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs))
}

/** What of the cues lies inside their clip. */
function shiftCues({ cues, startMs, endMs }: TimedClip, offsetMs: number): ExportCue[] {
  return cues
    .map((cue) => ({
      ...cue,
      startMs: Math.max(cue.startMs, startMs) + offsetMs,
      endMs: Math.min(cue.endMs, endMs) + offsetMs,
    }))
    .filter((cue) => cue.endMs > cue.startMs && toLine(cue.text) !== '')
}

/** Clips that share a stretch show it once. */
function dropSeen(sorted: readonly ExportCue[]): ExportCue[] {
  let seenMs = 0
  return sorted.flatMap((cue) => {
    const startMs = Math.max(cue.startMs, seenMs)
    if (startMs >= cue.endMs) return []
    seenMs = cue.endMs
    return [{ ...cue, startMs }]
  })
}

/** @throws EXPORT_TIMES_MIXED: two recordings have two clocks, and one file can follow one of them */
export function assertOneRecording(collection: ExportCollection): void {
  const titles = new Map(timedClips(collection).map(({ document }) => [document.id, document.title]))
  if (titles.size > 1)
    throw new AppError(
      'EXPORT_TIMES_MIXED',
      `“${collection.title}” has clips of ${titles.size} recordings, and the times of one file can be those of one only: export a single clip (clip=), or the clips one after the other (times=sequence).`,
    )
}

/** Where somebody else begins to speak, the beginning of the clip first; nobody is named where nobody is known. */
export interface Turn {
  /** Of the recording. */
  startMs: number
  speaker: string | null
}

export function findTurns(clip: TimedClip): Turn[] {
  const turns: Turn[] = [{ startMs: clip.startMs, speaker: clip.cues[0]?.speaker ?? clip.speaker }]
  for (const { startMs, speaker } of clip.cues)
    if (speaker !== null && speaker !== turns.at(-1)?.speaker && startMs < clip.endMs)
      turns.push({ startMs: Math.max(startMs, clip.startMs), speaker })
  return turns
}
