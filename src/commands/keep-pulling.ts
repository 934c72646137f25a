import type { Catalog } from '../catalog/catalog.js'
import type { Config } from '../config.js'
import { intervalHint, parseInterval } from '../domain/interval.js'
import { AppError, reasonOf } from '../errors.js'
import { startAutomaticPulls } from '../jobs/automatic-pulls.js'
import { printJobs } from './print-jobs.js'
import { pullSources } from './pull-sources.js'
import type { Terminal } from './terminal.js'

/** Pulling on and on in the terminal: by time, when local sources change, or both. */

export interface KeepPullingOptions {
  catalog: Catalog
  config: Config
  terminal: Terminal
  json: boolean
  everyMs: number | null
  watches: boolean
  /** Null: all, also ones that are added later. */
  sourceIds: readonly string[] | null
  signal: AbortSignal
}

/** Ends when the signal is aborted, leaving the pull under way for the next one to finish. */
export async function keepPulling(options: KeepPullingOptions): Promise<void> {
  const { catalog, config, terminal, json, everyMs, watches, sourceIds, signal } = options
  const wanted = new Set<string>()
  let current = ''
  let wake = () => {}
  signal.addEventListener('abort', () => wake(), { once: true })
  const automatic = await startAutomaticPulls(catalog, {
    everyMs,
    watches,
    sourceIds,
    libraryFolder: config.dataFolder,
    pull: ({ id }, why) => {
      // Its time has come until its pull has ended; what changes while it is pulled is for another pull.
      if (why === 'change' || id !== current) wanted.add(id)
      wake()
      return Promise.resolve(false)
    },
    onError: (error) =>
      terminal.say(error instanceof AppError ? `${error.code}: ${error.message}` : reasonOf(error)),
  })
  try {
    if (watches) terminal.say('Watching for changes; Ctrl+C ends it.')
    while (!signal.aborted) {
      const [next] = wanted
      if (next === undefined) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      wanted.delete(next)
      current = next
      const source = await catalog.findSource(next)
      if (source)
        printJobs(await pullSources([source], { catalog, config, terminal, signal }), { terminal, json })
      current = ''
    }
  } finally {
    await automatic.close()
  }
}

/** Aborted by the first SIGINT or SIGTERM; a second one ends the process, and the programs that it runs, at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const numbers = { SIGINT: 2, SIGTERM: 15 } as const
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      // An end by the signal itself would leave them running.
      if (controller.signal.aborted) process.exit(128 + numbers[name])
      controller.abort()
    })
  return controller.signal
}

/** The value of `--every`; null without one. @throws USAGE */
export function readEvery(value: string | boolean | undefined): number | null {
  if (typeof value !== 'string') return null
  const everyMs = parseInterval(value)
  if (everyMs === null) throw new AppError('USAGE', `--every ${value} ${intervalHint}.`)
  return everyMs
}
