import { AppError } from '../../src/errors.js'
import { runProgram } from '../run-program.js'

/** Runs the user's recogniser; how it ends is named as what it means for a transcript. */

export interface RunLimits {
  timeMs: number
  /** Of what it writes to stdout. */
  outputBytes: number
  signal?: AbortSignal | undefined
}

/** The last words of a recogniser: enough for its reason, short enough for a message. */
const keptErrorCharacters = 2_000

/**
 * What the program wrote to stdout.
 * @throws TRANSCRIBE_UNAVAILABLE when it cannot be started, TRANSCRIBE_FAILED when it ends with anything but 0 or goes
 *   beyond a limit, INGEST_INTERRUPTED by the signal
 */
export async function runCommand(
  words: readonly [string, ...string[]],
  { timeMs, outputBytes, signal }: RunLimits,
): Promise<Buffer> {
  const [command] = words
  const end = await runProgram(words, { timeMs, outputBytes, keptErrorCharacters, signal })
  if (!end.started) throw unavailable(command, end.cause)
  const { exitCode, killedBy, stoppedBy, stdout, stderr } = end
  if (stoppedBy === 'signal')
    throw new AppError(
      'INGEST_INTERRUPTED',
      `Transcribing with ${command} was interrupted; the next pull takes it up`,
    )
  if (stoppedBy === 'time')
    throw failed(command, `took longer than ${Math.round(timeMs / 60_000)} minutes, its limit`)
  if (stoppedBy === 'output') throw failed(command, `wrote more than ${outputBytes} bytes to stdout`)
  if (exitCode !== 0)
    throw failed(command, `ended with ${killedBy ?? `exit code ${exitCode}`}${told(stderr)}`)
  return stdout
}

const told = (errorTail: string): string => {
  const text = errorTail.trim()
  return text === '' ? '' : `; it said: ${text}`
}

const failed = (command: string, problem: string) =>
  new AppError('TRANSCRIBE_FAILED', `The command of CUEPOINT_TRANSCRIBE, ${command}, ${problem}`)

function unavailable(command: string, cause: NodeJS.ErrnoException): AppError {
  const problem = cause.code === 'ENOENT' ? 'is not on the PATH' : `cannot be started: ${cause.message}`
  return new AppError(
    'TRANSCRIBE_UNAVAILABLE',
    `The command of CUEPOINT_TRANSCRIBE, ${command}, ${problem}; install it, or name its whole path (see docs/transcribe.md)`,
    { cause },
  )
}
