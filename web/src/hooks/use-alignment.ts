import { useEffect, useRef } from 'preact/hooks'
import { keptAlignments, readAlignment, type FoundAlignment } from '../alignment-api.js'
import { useLoaded, type Loaded } from './use-loaded.js'

/** What of a post is said where; nothing is asked for without both. Asked again when times were moved. */
export function useAlignment(
  id: string,
  otherId: string | null,
  offsetMs: number,
): Loaded<FoundAlignment | null> {
  const loaded = useLoaded<FoundAlignment | null>(
    `alignment:${id}:${otherId ?? ''}`,
    async (signal) => (otherId === null ? null : readAlignment(id, otherId, signal)),
    keptAlignments,
  )
  const known = useRef(offsetMs)
  useEffect(() => {
    if (known.current === offsetMs) return
    known.current = offsetMs
    loaded.reload()
  }, [offsetMs])
  return loaded
}
