import { keep, readKept } from './browser-storage.js'
import { findPlaceMs, keepPlace, readPlaces, type KeptPlace } from './kept-places.js'
import type { Track } from './player-state.js'
import { isSpeed } from './speeds.js'

/**
 * What the player remembers in this browser: speed and places for good, the track for this tab. Volume is remembered by
 * the controls. Where storage is refused it remembers nothing, and plays on.
 */

const placesKey = 'cuepoint.places'
const speedKey = 'cuepoint.speed'
const trackKey = 'cuepoint.track'

export function rememberPlace(place: KeptPlace, durationMs: number | null): void {
  keep('localStorage', placesKey, JSON.stringify(keepPlace(readKeptPlaces(), place, durationMs)))
}

/** Where the listener stopped in this document the last time; null when there is nothing to resume. */
export const readResumeMs = (documentId: string): number | null => findPlaceMs(readKeptPlaces(), documentId)

const readKeptPlaces = (): KeptPlace[] => readPlaces(readKept('localStorage', placesKey))

export const rememberSpeed = (speed: number): void => keep('localStorage', speedKey, String(speed))

export function readSpeed(): number {
  const speed = Number(readKept('localStorage', speedKey))
  return isSpeed(speed) ? speed : 1
}

/** For when the page is loaded again; null forgets it. */
export function rememberTrack(track: Track | null, positionMs: number): void {
  keep('sessionStorage', trackKey, track && JSON.stringify({ track, positionMs }))
}

export function readTrack(): { track: Track; positionMs: number } | null {
  try {
    const kept: unknown = JSON.parse(readKept('sessionStorage', trackKey) ?? 'null')
    return isKeptTrack(kept) ? kept : null
  } catch {
    return null
  }
}

/** Written by this page's own code; an older version of it may have kept other fields. */
function isKeptTrack(kept: unknown): kept is { track: Track; positionMs: number } {
  if (typeof kept !== 'object' || kept === null) return false
  const { track, positionMs } = kept as { track?: Partial<Track>; positionMs?: unknown }
  return (
    typeof positionMs === 'number' &&
    typeof track?.documentId === 'string' &&
    typeof track.mediaUrl === 'string' &&
    'youtubeId' in track &&
    'imageUrl' in track
  )
}
