import type { Reuse } from '../../../client/index.js'
import { isAbort, toApiError, type ApiError } from '../api.js'
import { findReuse } from '../desk-tools-api.js'
import { withToken } from '../token-gate.js'

/** The search for what a draft says, a few paragraphs at a time: it goes on, and what it found stays, while other pages are shown. */

export interface ReuseRun {
  /** What was asked about; the field may hold another by now. */
  draft: string
  paragraphs: Reuse['paragraphs']
  /** Paragraphs of the whole draft; null until the first answer. */
  total: number | null
  next: string | null
  isBusy: boolean
  /** Part of the search did not answer for some paragraph. */
  isDegraded: boolean
  error: ApiError | null
}

/** Few enough that the first are there soon, and that stopping is felt at once. */
const paragraphsAtOnce = 4
const passagesEach = 5

let run: ReuseRun | null = null
/** Shown until the first answer to the one under way, and again when that is stopped before. */
let earlier: ReuseRun | null = null
let underWay: AbortController | null = null
const listeners = new Set<() => void>()

export const readReuseRun = (): ReuseRun | null => run

export function subscribeToReuse(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What was found before goes when the first of the new is there. */
export function startReuse(draft: string): void {
  const fresh = { draft, paragraphs: [], total: null, next: null, isDegraded: false, error: null }
  if (run === null || run.total !== null) earlier = run
  void follow({ ...fresh, isBusy: true }, earlier?.paragraphs)
}

/** After it was stopped or failed, from where it was. */
export function goOnWithReuse(): void {
  if (run && !run.isBusy) void follow({ ...run, isBusy: true, error: null })
}

/** What was found stays. */
export function stopReuse(): void {
  underWay?.abort()
  underWay = null
  if (run) set(run.total === null ? earlier : { ...run, isBusy: false })
}

export function forgetReuse(): void {
  underWay?.abort()
  underWay = null
  set(null)
}

async function follow(begun: ReuseRun, shownMeanwhile = begun.paragraphs): Promise<void> {
  underWay?.abort()
  const controller = new AbortController()
  underWay = controller
  let now = begun
  set({ ...now, paragraphs: shownMeanwhile })
  try {
    do {
      const { draft, next } = now
      const body = {
        draft,
        k: passagesEach,
        limit: paragraphsAtOnce,
        includeAds: false,
        ...(next !== null && { cursor: next }),
      }
      const answer = await withToken(() => findReuse(body, controller.signal))
      now = {
        ...now,
        paragraphs: [...now.paragraphs, ...answer.paragraphs],
        total: answer.total,
        next: answer.next,
        isDegraded: now.isDegraded || answer.degraded,
        isBusy: answer.next !== null,
      }
      if (underWay !== controller) return
      set(now)
    } while (now.next !== null)
  } catch (error) {
    if (underWay === controller && !isAbort(error)) set({ ...now, isBusy: false, error: toApiError(error) })
  } finally {
    if (underWay === controller) underWay = null
  }
}

function set(next: ReuseRun | null): void {
  run = next
  for (const listener of listeners) listener()
}
