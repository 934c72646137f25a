import { addSource } from '../../ingest/add-source.js'
import type { Source } from '../domain/source.js'
import { AppError } from '../errors.js'
import { openCatalog } from '../services.js'
import { exitCodes, type Command } from './command.js'
import { printJobs } from './print-jobs.js'
import { pullSources } from './pull-sources.js'
import { clean } from './terminal.js'

export const addCommand: Command = {
  name: 'add',
  usage: '<url|path>…',
  summary: 'subscribe to feeds and folders of posts, and ingest them',
  options: {},
  async run({ config, terminal, positionals, values }) {
    if (positionals.length === 0)
      throw new AppError(
        'USAGE',
        'add needs at least one address or path, for example: cuepoint add https://example.org/feed.xml',
      )
    const catalog = await openCatalog(config)
    try {
      const sources: Source[] = []
      for (const location of positionals) {
        const { source, added, documents } = await addSource(location, {
          catalog,
          allowPrivate: config.allowPrivate,
        })
        terminal.say(
          `${added ? 'Found' : 'Already in the library'}: ${clean(source.title)} (${source.kind}, ${documents} documents)`,
        )
        sources.push(source)
      }
      const ended = await pullSources(sources, { catalog, config, terminal })
      printJobs(ended, { terminal, json: values.json === true })
      return ended.some(({ job }) => job.status === 'failed') ? exitCodes.error : exitCodes.ok
    } finally {
      await catalog.close()
    }
  },
}
