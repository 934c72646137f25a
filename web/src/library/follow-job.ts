import type { Job } from '../../../client/index.js'
import { toApiError } from '../api.js'
import { isOver } from './source-words.js'

/** How long a lost connection is left alone before the server is asked by other means. */
const askAgainMs = 2000

export interface JobFollowing {
  /** Opens its server-sent events. */
  listen: () => EventSource
  /** Asks for it once. */
  read: (signal: AbortSignal) => Promise<Job>
  onJob: (job: Job) => void
  /** It ended, or went with its source. */
  onEnd: () => void
}

/**
 * Tells of a job as it goes on, until it ends. Listens to its events; a browser that loses them comes back by itself, and
 * where nothing can be listened to (a proxy that holds events back, a server that restarts) the job is asked for.
 * Returns what stops it.
 */
export function followJob({ listen, read, onJob, onEnd }: JobFollowing): () => void {
  const stopping = new AbortController()
  let events: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    stopping.abort()
    events?.close()
    clearTimeout(timer)
  }
  const end = () => {
    stop()
    onEnd()
  }
  const take = (job: Job) => {
    onJob(job)
    if (isOver(job)) end()
  }
  const start = () => {
    const opened = listen()
    events = opened
    opened.addEventListener('job', ({ data }: MessageEvent<string>) => take(JSON.parse(data) as Job))
    opened.addEventListener('error', () => {
      if (opened.readyState === opened.CLOSED) timer = setTimeout(() => void ask(), askAgainMs)
    })
  }
  const ask = async () => {
    try {
      take(await read(stopping.signal))
      if (!stopping.signal.aborted) start()
    } catch (failure) {
      if (stopping.signal.aborted) return
      if (toApiError(failure).status === 404) end()
      else timer = setTimeout(() => void ask(), askAgainMs)
    }
  }
  start()
  return stop
}
