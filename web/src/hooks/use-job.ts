import { useEffect, useState } from 'preact/hooks'
import type { JobResponse } from '../../../src/api/schemas/source.js'
import { jobEventsUrl } from '../api.js'

export const isOver = ({ status }: JobResponse): boolean => status === 'done' || status === 'failed'

/** A job as it goes on; listens to its events until it ends, over lost connections. */
export function useJob(initial: JobResponse | null, onEnd: () => void): JobResponse | null {
  const [job, setJob] = useState(initial)
  const shown = initial !== null && job?.id === initial.id && !isOver(initial) ? job : initial

  useEffect(() => {
    if (!initial || isOver(initial)) return
    const events = new EventSource(jobEventsUrl(initial.id))
    events.addEventListener('job', ({ data }: MessageEvent<string>) => {
      const fresh = JSON.parse(data) as JobResponse
      setJob(fresh)
      if (!isOver(fresh)) return
      events.close()
      onEnd()
    })
    events.addEventListener('error', () => {
      // The browser tries again by itself, unless it was told that there is nothing to listen to.
      if (events.readyState === EventSource.CLOSED) onEnd()
    })
    return () => events.close()
  }, [initial?.id, initial && isOver(initial)])

  return shown
}
