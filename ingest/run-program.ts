import { spawn, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'

/** Runs one program without a shell, with limits, as a group of processes that ends as a whole: also when we end. */

export interface ProgramLimits {
  timeMs: number
  /** Of what it writes to stdout. */
  outputBytes: number
  /** Of what it writes to stderr the end is kept: that is where the reason stands. */
  keptErrorCharacters: number
  signal?: AbortSignal | undefined
}

/**
 * - `started`: false when the system could not start it, with the reason
 * - `stoppedBy`: which limit ended it; null when it ended by itself
 */
export type EndedProgram =
  | { started: false; cause: NodeJS.ErrnoException }
  | {
      started: true
      exitCode: number | null
      killedBy: NodeJS.Signals | null
      stoppedBy: 'signal' | 'time' | 'output' | null
      stdout: Buffer
      stderr: string
    }

type StoppedBy = Extract<EndedProgram, { started: true }>['stoppedBy']

/** Asked to end it has this long to tidy up. */
const killGraceMs = 5_000
/** A search must not wait for it. */
const politePriority = 10

/** Never throws for what the program does. A signal that is aborted already starts nothing. */
export async function runProgram(
  [program, ...words]: readonly [string, ...string[]],
  limits: ProgramLimits,
): Promise<EndedProgram> {
  const { timeMs, outputBytes, keptErrorCharacters, signal } = limits
  if (signal?.aborted === true) return { ...neverRun, stoppedBy: 'signal' }
  // A group of its own, so that what it starts in turn (a script its recogniser) ends with it.
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  })
  let stoppedBy: StoppedBy = null
  let killTimer: NodeJS.Timeout | undefined
  const stop = (reason: StoppedBy) => {
    if (stoppedBy !== null) return
    stoppedBy = reason
    killGroup(child, 'SIGTERM')
    killTimer = setTimeout(() => killGroup(child, 'SIGKILL'), killGraceMs)
  }
  const timer = setTimeout(() => stop('time'), timeMs)
  const onAbort = () => stop('signal')
  // Being in a group of its own it would outlive us: after an uncaught error nothing else ends it.
  const onExit = () => killGroup(child, 'SIGKILL')
  signal?.addEventListener('abort', onAbort)
  process.once('exit', onExit)
  try {
    const output = collect(child, { outputBytes, keptErrorCharacters }, () => stop('output'))
    const end = await ended(child)
    if (!end.started) return end
    return {
      ...end,
      stoppedBy,
      stdout: Buffer.concat(output.chunks),
      stderr: output.stderr.slice(-keptErrorCharacters),
    }
  } finally {
    clearTimeout(timer)
    clearTimeout(killTimer)
    signal?.removeEventListener('abort', onAbort)
    process.off('exit', onExit)
    // Also what it left running in the background.
    killGroup(child, 'SIGKILL')
  }
}

const neverRun = {
  started: true,
  exitCode: null,
  killedBy: null,
  stdout: Buffer.alloc(0),
  stderr: '',
} as const

function collect(
  child: ChildProcess,
  { outputBytes, keptErrorCharacters }: Pick<ProgramLimits, 'outputBytes' | 'keptErrorCharacters'>,
  onTooMuch: () => void,
) {
  const output = { chunks: [] as Buffer[], stderr: '' }
  let bytes = 0
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= outputBytes) output.chunks.push(chunk)
    else onTooMuch()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
    // Not at each line: cutting copies what is kept.
    if (output.stderr.length > 2 * keptErrorCharacters)
      output.stderr = output.stderr.slice(-keptErrorCharacters)
  })
  return output
}

type End =
  | { started: false; cause: NodeJS.ErrnoException }
  | { started: true; exitCode: number | null; killedBy: NodeJS.Signals | null }

function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      if (child.pid === undefined) resolve({ started: false, cause })
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
      const end: End = { started: true, exitCode, killedBy }
      const late = setTimeout(() => resolve(end), killGraceMs)
      child.once('close', () => {
        clearTimeout(late)
        resolve(end)
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
