import { useMemo, useState } from 'preact/hooks'
import type { Clip, SpokenSentence } from '../../../../client/index.js'
import { listSentences } from '../../collections-api.js'
import { readTrimWords, type TrimWord } from '../../desk/trim-words.js'
import { Kept, useLoaded, type Loaded } from '../use-loaded.js'

/** What is read around a clip at first, and with each wish for more. */
const aroundMs = 30_000

const kept = new Kept<SpokenSentence[]>()

export interface TrimWords {
  words: TrimWord[]
  loaded: Loaded<SpokenSentence[]>
  /** Shows more before (-1) or after (1). */
  widen: (side: -1 | 1) => void
  /** Nothing comes before. */
  isAtBeginning: boolean
}

const around = ({ startMs, endMs }: Pick<Clip, 'startMs' | 'endMs'>) => ({
  startMs: Math.max(0, (startMs ?? 0) - aroundMs),
  endMs: (endMs ?? 0) + aroundMs,
})

/** The words around a clip, as far as one wants to see them; they do not move while it is trimmed among them. */
export function useTrimWords({ documentId, startMs, endMs }: Clip): TrimWords {
  const [window, setWindow] = useState(() => around({ startMs, endMs }))
  // A typed time, an undo or another window may have sent it elsewhere.
  if ((startMs ?? 0) < window.startMs || (endMs ?? 0) > window.endMs) setWindow(around({ startMs, endMs }))
  const loaded = useLoaded(
    `sentences:${documentId}:${window.startMs}:${window.endMs}`,
    (signal) => listSentences(documentId, window, signal),
    kept,
  )
  const [shown, setShown] = useState<SpokenSentence[]>([])
  // What was there stays while more is read.
  if (loaded.value && loaded.value !== shown) setShown(loaded.value)
  const words = useMemo(() => readTrimWords(shown), [shown])
  return {
    words,
    loaded,
    widen: (side) =>
      setWindow(({ startMs, endMs }) =>
        side === -1
          ? { startMs: Math.max(0, startMs - aroundMs), endMs }
          : { startMs, endMs: endMs + aroundMs },
      ),
    isAtBeginning: window.startMs === 0,
  }
}
