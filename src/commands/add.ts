import { addSources } from '../../ingest/add-source.js'
import type { Job } from '../domain/job.js'
import type { Source } from '../domain/source.js'
import { AppError } from '../errors.js'
import { openCatalog } from '../adapters.js'
import { exitCodes, type Command } from './command.js'
import { keepPulling, stopSignal } from './keep-pulling.js'
import { printJobs } from './print-jobs.js'
import { pullSources } from './pull-sources.js'

export const addCommand: Command = {
  name: 'add',
  usage: '<url|path>…',
  summary:
    'subscribe to feeds, channels, pages and folders, and ingest them; --watch goes on with their changes',
  options: { watch: { type: 'boolean' } },
  async run({ config, terminal, positionals, values }) {
    if (positionals.length === 0)
      throw new AppError(
        'USAGE',
        'add needs at least one address or path, for example: cuepoint add https://example.org/feed.xml',
      )
    const watches = values.watch === true
    const signal = stopSignal()
    const json = values.json === true
    const { allowPrivate, dataFolder } = config
    const catalog = await openCatalog(config)
    try {
      const sources: Source[] = []
      const jobs = new Map<string, Job>()
      let isWhole = true
      for (const location of positionals)
        try {
          const [found] = await addSources([location], { catalog, allowPrivate, dataFolder, signal })
          if (!found) continue
          const { source, added, documents } = found
          terminal.say(
            `${added ? 'Found' : 'Already in the library'}: ${source.title} (${source.kind}, ${documents} documents)`,
          )
          sources.push(source)
          jobs.set(source.id, await catalog.enqueueJob(source.id))
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          // One address that is wrong must not lose the others.
          isWhole = false
          terminal.say(`${error.code}: ${error.message}`)
          if (signal.aborted) return exitCodes.error
        }
      const ended = await pullSources(sources, { catalog, config, terminal, signal, jobs })
      printJobs(ended, { terminal, json })
      if (watches && sources.length > 0) {
        const sourceIds = sources.map(({ id }) => id)
        await keepPulling({
          catalog,
          config,
          terminal,
          json,
          everyMs: null,
          watches,
          sourceIds,
          signal,
        })
      }
      return isWhole && ended.every(({ job }) => job.status === 'done') ? exitCodes.ok : exitCodes.error
    } finally {
      await catalog.close()
    }
  },
}
