import type { Browser, Page } from 'playwright-core'

export interface MeasuredTasks {
  /** Of the page's main thread, in ms of processor time: waiting for a busy machine is no work. */
  totalMs: number
  longestMs: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** µs of processor time. */
  tdur?: number
  args: { name?: string }
}

/** The tasks of the page while `act` runs. */
export async function measureTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<MeasuredTasks> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  })
  await act()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter(
    (event) => event.ph === 'X' && event.name === 'RunTask' && mainThreads.has(threadOf(event)),
  )
  if (tasks.length === 0) throw new Error('the trace holds no task of a page')
  const times = tasks.map(({ tdur = 0 }) => tdur / 1000)
  return {
    totalMs: Math.round(times.reduce((sum, ms) => sum + ms, 0)),
    longestMs: Math.round(Math.max(...times)),
  }
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`
