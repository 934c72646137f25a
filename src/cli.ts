#!/usr/bin/env node
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { addCommand } from './commands/add.js'
import { exitCodes, type Command, type CommandContext, type ExitCode } from './commands/command.js'
import { cutCommand } from './commands/cut.js'
import { doctorCommand } from './commands/doctor.js'
import { evalCommand } from './commands/eval.js'
import { exportCommand } from './commands/export.js'
import { mcpCommand } from './commands/mcp.js'
import { pullCommand } from './commands/pull.js'
import { reindexCommand } from './commands/reindex.js'
import { searchCommand } from './commands/search.js'
import { serveCommand } from './commands/serve.js'
import { statusCommand } from './commands/status.js'
import { openTerminal, type Terminal } from './commands/terminal.js'
import { readConfig } from './config.js'
import { AppError, reasonOf } from './errors.js'

/** argv → one command. */

type ParsedArgs = Pick<CommandContext, 'positionals' | 'values' | 'lists'>

const commands: readonly Command[] = [
  addCommand,
  pullCommand,
  searchCommand,
  serveCommand,
  statusCommand,
  reindexCommand,
  doctorCommand,
  evalCommand,
  exportCommand,
  cutCommand,
  mcpCommand,
]

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.print(describeCommands())
    return exitCodes.ok
  }
  const config = readConfig()
  if (name === '--version') {
    terminal.print(config.version)
    return exitCodes.ok
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command)
    throw new AppError(
      'USAGE',
      `There is no command ${name}: use one of ${commands.map((each) => each.name).join(', ')}.`,
    )
  const { positionals, values, lists } = parseCommand(command, rest)
  if (values.help === true) {
    terminal.print(describeCommand(command))
    return exitCodes.ok
  }
  return command.run({ config, terminal, positionals, values, lists })
}

function parseCommand({ name, options }: Command, args: readonly string[]): ParsedArgs {
  const all: ParseArgsConfig['options'] = {
    ...options,
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: all, allowPositionals: true })
    const single = Object.entries(values).filter(
      (entry): entry is [string, string | boolean] => !Array.isArray(entry[1]),
    )
    const several = Object.entries(values).filter((entry): entry is [string, string[]] =>
      Array.isArray(entry[1]),
    )
    return { positionals, values: Object.fromEntries(single), lists: Object.fromEntries(several) }
  } catch (error) {
    throw new AppError('USAGE', `${reasonOf(error)}. See cuepoint ${name} --help.`, { cause: error })
  }
}

function describeCommands(): string {
  const lines = commands.map(
    ({ name, usage, summary }) => `  cuepoint ${`${name} ${usage}`.padEnd(22)} ${summary}`,
  )
  return [
    'Find the moment where something was said.',
    '',
    ...lines,
    '',
    'Each takes --json and --help.',
  ].join('\n')
}

function describeCommand({ name, usage, summary, options }: Command): string {
  const flags = Object.entries(options).map(
    ([flag, { type }]) => `[--${flag}${type === 'string' ? ' <…>' : ''}]`,
  )
  return [
    `cuepoint ${[name, usage, ...flags, '[--json]'].filter(Boolean).join(' ')}`,
    '',
    `  ${summary}`,
  ].join('\n')
}

const terminal = openTerminal(process.stdout, process.stderr)
run(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // A name is for the user; what has none is a bug, and its stack is for us.
    terminal.say(
      error instanceof AppError ? `${error.code}: ${error.message}` : String((error as Error).stack ?? error),
    )
    process.exitCode = exitCodes.error
  },
)
