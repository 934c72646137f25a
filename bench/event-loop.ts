import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../src/server.js'
import { makeLibrary, sampleSources } from './bench-library.js'
import { keepRun, round } from './bench-run.js'

/**
 * Is the server's event loop free while it is searched and ingests at once? Its delay under that load, beside the same
 * process doing nothing before and after: on a shared machine the idle figure is the floor that nothing can go below.
 */

const idleMs = 10_000
const loadMs = 40_000
/** Half of what one listener typing makes. */
const betweenSearchesMs = 50
const nsPerMs = 1e6

async function measure(
  during: () => Promise<unknown>,
): Promise<{ p50: number; p99: number; p999: number; max: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await during()
  delay.disable()
  const at = (percent: number) => round(delay.percentile(percent) / nsPerMs, 2)
  return { p50: at(50), p99: at(99), p999: at(99.9), max: round(delay.max / nsPerMs, 2) }
}

const { config, remove } = await makeLibrary()
const server = await startServer(config, (error) => console.error(error))
try {
  const { services, url } = server
  await pause(1000)
  const idleBefore = await measure(() => pause(idleMs))

  await services.ingest.add(await sampleSources(config))
  let searches = 0
  const load = await measure(async () => {
    const endMs = performance.now() + loadMs
    while (performance.now() < endMs) {
      const response = await fetch(
        `${url}/api/v1/search?q=${encodeURIComponent(`what is a block ${searches}`)}`,
      )
      if (!response.ok) throw new Error(`search answered ${response.status}`)
      await response.arrayBuffer()
      searches += 1
      await pause(betweenSearchesMs)
    }
  })
  const jobs = await services.catalog.listLatestJobs()
  const stillIngesting = jobs.some(({ status }) => status === 'running' || status === 'queued')
  while (
    (await services.catalog.listLatestJobs()).some(
      ({ status }) => status === 'running' || status === 'queued',
    )
  )
    await pause(500)
  await pause(3000)
  const idleAfter = await measure(() => pause(idleMs))

  const rows = { 'idle before': idleBefore, 'search + ingest': load, 'idle after': idleAfter }
  console.table(rows)
  console.log(
    `${searches} searches in ${loadMs / 1000} s; ingest ${stillIngesting ? 'ran to the end of the load' : 'ended before the load did'}`,
  )
  console.log(`p99.9 under load: ${load.p999} ms (asked: ≤ 50 ms)`)
  await keepRun('event-loop', { ...rows, searches, stillIngesting, unit: 'ms' })
} finally {
  await server.close()
  await remove()
}
