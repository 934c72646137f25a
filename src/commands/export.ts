import { frameRateNames } from '../domain/timecode.js'
import { defaultExportOptions, exportTimes } from '../editor/export/export-format.js'
import { exportFormats, findExportFormat } from '../editor/export/export-formats.js'
import { bindExports } from '../editor/export/exports.js'
import { AppError } from '../errors.js'
import { openCatalog } from '../adapters.js'
import { exitCodes, type Command } from './command.js'
import { selectCollection } from './select-collection.js'
import { serverAddress } from './server-address.js'

export const exportCommand: Command = {
  name: 'export',
  usage: '<collection> <format>',
  summary: `take a collection away: ${exportFormats.map(({ extension }) => extension).join(', ')}`,
  options: {
    fps: { type: 'string' },
    times: { type: 'string' },
    clip: { type: 'string' },
  },
  async run({ config, terminal, positionals, values }) {
    const [word, extension = ''] = positionals
    const format = findExportFormat(extension)
    if (!format)
      throw badChoice(
        'The format',
        extension,
        exportFormats.map((each) => each.extension),
      )
    const options = {
      frameRate: readChoice('--fps', values.fps, frameRateNames) ?? defaultExportOptions.frameRate,
      times: readChoice('--times', values.times, exportTimes) ?? defaultExportOptions.times,
      clipId: typeof values.clip === 'string' ? values.clip : undefined,
      base: serverAddress(config),
      tellPaths: true,
    }
    const catalog = await openCatalog(config)
    try {
      const { id } = await selectCollection(word, catalog)
      const file = await bindExports(catalog).write(id, format, options)
      if (values.json === true) terminal.print(JSON.stringify(file, null, 2))
      // Data as it is: each format ends its last line itself.
      else process.stdout.write(file.text)
      return exitCodes.ok
    } finally {
      await catalog.close()
    }
  },
}

function readChoice<Choice extends string>(
  name: string,
  value: string | boolean | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (choice === undefined) throw badChoice(name, String(value), choices)
  return choice
}

const badChoice = (name: string, value: string, choices: readonly string[]) =>
  new AppError('USAGE', `${name} ${JSON.stringify(value)} must be one of ${choices.join(', ')}.`)
