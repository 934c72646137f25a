import { spawn, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { AppError } from '../../src/errors.js'

/** Runs one program without a shell, with limits, as a group of processes that ends as a whole. */

export interface RunLimits {
  timeMs: number
  /** Of what it writes to stdout. */
  outputBytes: number
  signal?: AbortSignal | undefined
}

/** Of what it writes to stderr the end is kept: that is where the reason stands. */
const keptErrorCharacters = 2_000
/** Asked to end it has this long to tidy up. */
const killGraceMs = 5_000
/** A search must not wait for it. */
const politePriority = 10

/**
 * What the program wrote to stdout.
 * @throws TRANSCRIBE_UNAVAILABLE when it cannot be started, TRANSCRIBE_FAILED when it ends with anything but 0 or goes
 *   beyond a limit, INGEST_INTERRUPTED by the signal
 */
export async function runCommand(
  [command, ...words]: readonly [string, ...string[]],
  { timeMs, outputBytes, signal }: RunLimits,
): Promise<Buffer> {
  if (signal?.aborted === true) throw interrupted(command)
  // A group of its own, so that what it starts in turn (a script its recogniser) ends with it.
  const child = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  })
  let stopped: AppError | null = null
  let killTimer: NodeJS.Timeout | undefined
  const stop = (reason: AppError) => {
    if (stopped !== null) return
    stopped = reason
    killGroup(child, 'SIGTERM')
    killTimer = setTimeout(() => killGroup(child, 'SIGKILL'), killGraceMs)
  }
  const timer = setTimeout(
    () => stop(failed(command, `took longer than ${Math.round(timeMs / 60_000)} minutes, its limit`)),
    timeMs,
  )
  const onAbort = () => stop(interrupted(command))
  const onExit = () => killGroup(child, 'SIGKILL')
  signal?.addEventListener('abort', onAbort)
  process.once('exit', onExit)
  try {
    const output = collect(child, outputBytes, () =>
      stop(failed(command, `wrote more than ${outputBytes} bytes to stdout`)),
    )
    const { exitCode, killedBy } = await ended(child, command)
    if (stopped !== null) throw stopped as AppError
    if (exitCode !== 0)
      throw failed(command, `ended with ${killedBy ?? `exit code ${exitCode}`}${told(output.errorTail)}`)
    return Buffer.concat(output.chunks)
  } finally {
    clearTimeout(timer)
    clearTimeout(killTimer)
    signal?.removeEventListener('abort', onAbort)
    process.off('exit', onExit)
    // Also what it left running in the background.
    killGroup(child, 'SIGKILL')
  }
}

function collect(child: ChildProcess, maxBytes: number, onTooMuch: () => void) {
  const output = { chunks: [] as Buffer[], errorTail: '' }
  let bytes = 0
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= maxBytes) output.chunks.push(chunk)
    else onTooMuch()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.errorTail = (output.errorTail + text).slice(-keptErrorCharacters)
  })
  return output
}

function ended(
  child: ChildProcess,
  command: string,
): Promise<{ exitCode: number | null; killedBy: string | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      if (child.pid === undefined) reject(unavailable(command, cause))
    })
    child.once('spawn', () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, politePriority)
      } catch {
        // It has ended already, or the system keeps priorities to itself: it runs as it is.
      }
    })
    // A process left in the background may hold the pipes open for ever: they are given a moment after the exit.
    child.once('exit', (exitCode, killedBy) => {
      const late = setTimeout(() => resolve({ exitCode, killedBy }), killGraceMs)
      child.once('close', () => {
        clearTimeout(late)
        resolve({ exitCode, killedBy })
      })
    })
  })
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    // All of it has ended; macOS says EPERM while what has ended was not yet waited for.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

const told = (errorTail: string): string => {
  const text = errorTail.trim()
  return text === '' ? '' : `; it said: ${text}`
}

const failed = (command: string, problem: string) =>
  new AppError('TRANSCRIBE_FAILED', `The command of CUEPOINT_TRANSCRIBE, ${command}, ${problem}`)

const interrupted = (command: string) =>
  new AppError(
    'INGEST_INTERRUPTED',
    `Transcribing with ${command} was interrupted; the next pull takes it up`,
  )

function unavailable(command: string, cause: NodeJS.ErrnoException): AppError {
  const problem = cause.code === 'ENOENT' ? 'is not on the PATH' : `cannot be started: ${cause.message}`
  return new AppError(
    'TRANSCRIBE_UNAVAILABLE',
    `The command of CUEPOINT_TRANSCRIBE, ${command}, ${problem}; install it, or name its whole path (see docs/transcribe.md)`,
    { cause },
  )
}
