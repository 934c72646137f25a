import { openCatalog } from '../adapters.js'
import { exitCodes, type Command } from './command.js'
import { noSourcesYet } from './describe-empty.js'
import { keepPulling, readEvery, stopSignal } from './keep-pulling.js'
import { printJobs } from './print-jobs.js'
import { pullSources } from './pull-sources.js'
import { selectSources } from './select-sources.js'

export const pullCommand: Command = {
  name: 'pull',
  usage: '[<id|location|title>…]',
  summary: 'refresh sources: all, or those named; again and again with --every 1h, on changes with --watch',
  options: { every: { type: 'string' }, watch: { type: 'boolean' } },
  async run({ config, terminal, positionals, values }) {
    const everyMs = readEvery(values.every)
    const watches = values.watch === true
    const keeps = everyMs !== null || watches
    const signal = stopSignal()
    const catalog = await openCatalog(config)
    try {
      const sources = selectSources(await catalog.listSources(), positionals)
      if (sources.length === 0 && !keeps) {
        terminal.say(noSourcesYet)
        return exitCodes.nothingFound
      }
      const json = values.json === true
      const ended = await pullSources(sources, { catalog, config, terminal, signal })
      printJobs(ended, { terminal, json })
      if (!keeps) {
        const isWhole = !signal.aborted && ended.every(({ job }) => job.status !== 'failed')
        return isWhole ? exitCodes.ok : exitCodes.error
      }
      const sourceIds = positionals.length > 0 ? sources.map(({ id }) => id) : null
      await keepPulling({ catalog, config, terminal, json, everyMs, watches, sourceIds, signal })
      return exitCodes.ok
    } finally {
      await catalog.close()
    }
  },
}
