import { openSearch } from '../open-search.js'
import { exitCodes, type Command } from './command.js'
import { clean } from './terminal.js'

export const statusCommand: Command = {
  name: 'status',
  usage: '',
  summary: 'what is in the library, and what state it is in',
  options: {},
  async run({ config, terminal, values }) {
    const { readStatus, close } = await openSearch(config, (error) => terminal.say(String(error)))
    try {
      const status = await readStatus()
      if (values.json === true) {
        terminal.print(JSON.stringify(status, null, 2))
        return exitCodes.ok
      }
      const { documents, index } = status
      terminal.print(`Library    ${config.dataFolder}`)
      terminal.print(
        `Documents  ${documents.episode} episodes, ${documents.short} shorts, ${documents.post} posts from ${status.sources} sources`,
      )
      terminal.print(`Sound      ${status.hours} hours; ${status.withoutTranscript} without a transcript`)
      terminal.print(
        `Passages   ${status.passages}; ${index.passages} indexed, ${index.vectors} with a vector, ${index.behind} changes to follow`,
      )
      terminal.print(`Model      ${status.model}`)
      terminal.print(`Issues     ${status.issues} in the latest pulls`)
      for (const job of status.jobs)
        terminal.print(`Pulling    ${clean(job.step)} (${job.documentsDone}/${job.documentsTotal ?? '?'})`)
      return exitCodes.ok
    } finally {
      await close()
    }
  },
}
