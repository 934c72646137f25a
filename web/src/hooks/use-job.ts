import { useEffect, useRef, useState } from 'preact/hooks'
import type { Job } from '../../../client/index.js'
import { jobEventsUrl } from '../api.js'
import { readJob } from '../library-api.js'
import { followJob } from '../library/follow-job.js'
import { isOver } from '../library/source-words.js'

/**
 * A job as it goes on, live while it runs and the page is looked at. One that waits is not listened to: a browser opens
 * no more than six connections to a server, and there may be hundreds waiting.
 * @param initial as it was last heard of elsewhere
 */
export function useJob(initial: Job | null, onEnd: () => void): Job | null {
  const [heard, setHeard] = useState<Job | null>(null)
  const isVisible = usePageVisible()
  const latestEnd = useRef(onEnd)
  latestEnd.current = onEnd
  const isLive = initial?.status === 'running' && isVisible
  const id = initial?.id

  useEffect(() => {
    if (!isLive || id === undefined) return
    return followJob({
      listen: () => new EventSource(jobEventsUrl(id)),
      read: (signal) => readJob(id, signal),
      onJob: setHeard,
      onEnd: () => latestEnd.current(),
    })
  }, [id, isLive])

  // Where events are held back on their way, what was heard elsewhere is newer.
  const isNewer = heard?.id === id && heard !== null && initial !== null && !isBehind(heard, initial)
  return isNewer ? heard : initial
}

const isBehind = (heard: Job, initial: Job): boolean =>
  isOver(initial) || (!isOver(heard) && heard.documentsDone < initial.documentsDone)

function usePageVisible(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const update = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', update)
    return () => document.removeEventListener('visibilitychange', update)
  }, [])
  return isVisible
}
