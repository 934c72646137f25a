import { openCatalog } from '../services.js'
import { exitCodes, type Command } from './command.js'
import { printJobs } from './print-jobs.js'
import { pullSources } from './pull-sources.js'

export const pullCommand: Command = {
  name: 'pull',
  usage: '',
  summary: 'refresh all sources',
  options: {},
  async run({ config, terminal, values }) {
    const catalog = await openCatalog(config)
    try {
      const sources = await catalog.listSources()
      if (sources.length === 0) {
        terminal.say('The library has no sources yet: add one with `cuepoint add <url|path>`.')
        return exitCodes.nothingFound
      }
      const ended = await pullSources(sources, { catalog, config, terminal })
      printJobs(ended, { terminal, json: values.json === true })
      return ended.some(({ job }) => job.status === 'failed') ? exitCodes.error : exitCodes.ok
    } finally {
      await catalog.close()
    }
  },
}
