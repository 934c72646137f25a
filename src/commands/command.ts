import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.js'
import type { Terminal } from './terminal.js'

/** Exit codes are a contract: scripts branch on them. */
export const exitCodes = { ok: 0, nothingFound: 1, error: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export interface CommandContext {
  config: Config
  terminal: Terminal
  positionals: string[]
  values: Readonly<Record<string, string | boolean | undefined>>
  /** Of options that may be given several times. */
  lists: Readonly<Record<string, string[] | undefined>>
}

/** One command of the CLI: stdout is data, stderr is talk. */
export interface Command {
  name: string
  /** What stands after the name, for the help. */
  usage: string
  summary: string
  options: NonNullable<ParseArgsConfig['options']>
  /** @throws {AppError} shown as `code: message`, exit code 2 */
  run(context: CommandContext): Promise<ExitCode>
}
