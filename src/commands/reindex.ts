import { reindexLibrary } from '../library/reindex-library.js'
import { exitCodes, type Command } from './command.js'

export const reindexCommand: Command = {
  name: 'reindex',
  usage: '',
  summary: 'build the index anew from the catalog; embeds only what the model has not embedded yet',
  options: {},
  async run({ config, terminal, values }) {
    const report = await reindexLibrary(config, (line) => terminal.progress(line))
    terminal.progress('')
    if (values.json === true) terminal.print(JSON.stringify(report, null, 2))
    else terminal.print(`${report.documents} documents indexed, ${report.embedded} texts embedded.`)
    return exitCodes.ok
  },
}
