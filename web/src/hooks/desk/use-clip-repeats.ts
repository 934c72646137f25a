import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Clip, RepeatsOf } from '../../../../client/index.js'
import { findRepeatsOf } from '../../desk-tools-api.js'
import { Kept } from '../use-loaded.js'
import { useNear } from '../use-near.js'
import { useSettled } from '../use-settled.js'

const kept = new Kept<RepeatsOf>()

/** One question at a time: this is for later, and others are waiting for an answer now. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<Value>(signal: AbortSignal, act: () => Promise<Value>): Promise<Value | null> {
  const turn = queue.then(() => (signal.aborted ? null : act()))
  queue = turn.catch(() => undefined)
  return turn
}

/**
 * Where else what a clip says is told, and which clips hold that. Asked when its row comes near the window and nothing
 * was changed for a moment; null until then, and where there is no answer: a warning that does not come is no failure.
 * @param edition changes whenever the clips of the collection do
 */
export function useClipRepeats(row: RefObject<Element>, clip: Clip, edition: string): RepeatsOf | null {
  const { id, documentId, startMs, endMs, passageId } = clip
  const isNear = useNear(row, false)
  const key = useSettled(`${id} ${startMs}-${endMs} ${passageId} ${edition}`)
  const [found, setFound] = useState<RepeatsOf | null>(() => kept.get(key))
  useEffect(() => {
    if (!isNear || clip.orphaned) return
    const known = kept.get(key)
    if (known) return setFound(known)
    const controller = new AbortController()
    const { signal } = controller
    const range =
      startMs !== null && endMs !== null ? { startMs, endMs } : passageId !== null && { passageId }
    if (!range) return
    inTurn(signal, () => findRepeatsOf({ documentId, ...range, exceptClip: id }, signal)).then(
      (answer) => {
        if (!answer || signal.aborted) return
        kept.set(key, answer)
        setFound(answer)
      },
      () => undefined,
    )
    return () => controller.abort()
  }, [key, isNear])
  return found
}
