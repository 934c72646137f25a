import { useEffect, useState } from 'preact/hooks'
import type { Status } from '../../../client/index.js'
import { readStatus } from '../api.js'
import { forgetLibrary } from './use-loaded.js'

/** The server's status, polled once for all who show it: often while it works, seldom while it rests. */

const busyIntervalMs = 2000
const idleIntervalMs = 30_000

let status: Status | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<(status: Status | null) => void>()

export function useStatus(): Status | null {
  const [shown, setShown] = useState(status)
  useEffect(() => {
    listeners.add(setShown)
    if (listeners.size === 1) void poll()
    else setShown(status)
    return () => {
      listeners.delete(setShown)
      if (listeners.size === 0) clearTimeout(timer)
    }
  }, [])
  return shown
}

/** Looks again now, because something was just started. */
export function refreshStatus(): void {
  void poll()
}

async function poll(): Promise<void> {
  clearTimeout(timer)
  try {
    const fresh = await readStatus()
    if (status && fresh.passages !== status.passages) forgetLibrary()
    status = fresh
    for (const listener of listeners) listener(status)
  } catch {
    // The page that needs an answer says that there is none; the strip just waits for the server to come back.
  }
  clearTimeout(timer)
  if (listeners.size > 0)
    timer = setTimeout(() => void poll(), status?.jobs.length ? busyIntervalMs : idleIntervalMs)
}
