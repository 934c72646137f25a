import { useEffect, useRef, useState } from 'preact/hooks'
import type { Clip } from '../../../../client/index.js'
import type { TimeRange } from '../../../../src/domain/time.js'
import { keep, readKept } from '../../browser-storage.js'
import type { CollectionEditor } from '../../desk/collection-editor.js'
import { moveEdge, refuseEdge, stepPlace, type Edge, type TrimWord } from '../../desk/trim-words.js'
import { trackOf } from '../../player-state.js'
import { playRange } from '../../player.js'

/** Steps of one edge are one change, as long as they follow each other like this. */
const trimPauseMs = 400
/** What is played of an edge. */
const auditionMs = 1000
/** Keys that are held would else begin to play again and again. */
const auditionDelayMs = 180
const auditionKey = 'cuepoint.desk.audition'

export interface Trim {
  range: TimeRange
  set: (edge: Edge, ms: number) => void
  /** Why it cannot be set there, in words. */
  refuse: (edge: Edge, ms: number) => string | null
  step: (edge: Edge, by: -1 | 1, unit: 'word' | 'sentence') => void
  nudge: (edge: Edge, byMs: number) => void
  /** Plays the first or the last second. Null where nothing can be heard. */
  hear: ((edge: Edge) => void) | null
  hearsChanges: boolean
  setHearsChanges: (hears: boolean) => void
}

/** Where a clip begins and ends, with all ways to move that. */
export function useTrim(
  editor: CollectionEditor,
  { clip, range, words }: { clip: Clip; range: TimeRange; words: readonly TrimWord[] },
): Trim {
  const [hearsChanges, setHearsChanges] = useState(() => readKept('localStorage', auditionKey) !== 'off')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const track = trackOf(clip.document)
  const latest = useRef(range)
  latest.current = range

  const hear = (edge: Edge) => {
    clearTimeout(timer.current)
    if (track) playEdge(track, latest.current, edge)
  }
  const set = (edge: Edge, ms: number) => {
    const next = moveEdge(latest.current, { edge, ms, durationMs: clip.document.durationMs })
    if (next.startMs === latest.current.startMs && next.endMs === latest.current.endMs) return
    latest.current = next
    editor.type(
      {
        kind: 'clip',
        clipId: clip.id,
        patch: edge === 'start' ? { startMs: next.startMs } : { endMs: next.endMs },
      },
      trimPauseMs,
    )
    if (!hearsChanges) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => hear(edge), auditionDelayMs)
  }
  const edgeMs = (edge: Edge) => (edge === 'start' ? latest.current.startMs : latest.current.endMs)
  return {
    range,
    set,
    refuse: (edge, ms) => refuseEdge(latest.current, { edge, ms, durationMs: clip.document.durationMs }),
    step: (edge, by, unit) => {
      const ms = stepPlace(words, { edge, fromMs: edgeMs(edge), by, unit })
      if (ms !== null) set(edge, ms)
    },
    nudge: (edge, byMs) => set(edge, edgeMs(edge) + byMs),
    hear: track && hear,
    hearsChanges,
    setHearsChanges: (hears) => {
      setHearsChanges(hears)
      keep('localStorage', auditionKey, hears ? null : 'off')
    },
  }
}

function playEdge(track: Parameters<typeof playRange>[0], { startMs, endMs }: TimeRange, edge: Edge): void {
  if (edge === 'start') playRange(track, startMs, Math.min(endMs, startMs + auditionMs))
  else playRange(track, Math.max(startMs, endMs - auditionMs), endMs)
}
