import { stat } from 'node:fs/promises'
import { runProgram } from '../../../ingest/run-program.js'
import { AppError } from '../../errors.js'

export interface FfmpegTask {
  /** What is cut, for messages. */
  what: string
  /** Of the sound that is to come out, as 48 kHz WAV of two channels; null: whatever comes. */
  durationMs: number | null
  output: string
  signal?: AbortSignal | undefined
}

/** Reading an hour of sound to its end takes a minute on a small machine. */
const timeLimitMs = 30 * 60_000
const keptErrorCharacters = 1000
/** Of WAV as it is cut: 48,000 samples a second, two channels, two bytes. */
const bytesPerMs = 192
/** A recording may end a moment before its last word is said to. */
const minShare = 0.5

/** @throws FFMPEG_MISSING, CUT_FAILED with its last words, INGEST_INTERRUPTED by the signal */
export async function runFfmpeg(
  words: readonly string[],
  { what, durationMs, output, signal }: FfmpegTask,
): Promise<void> {
  const limits = { timeMs: timeLimitMs, outputBytes: 1_000_000, keptErrorCharacters, signal }
  const end = await runProgram(['ffmpeg', ...words], limits)
  if (!end.started)
    throw new AppError(
      'FFMPEG_MISSING',
      `ffmpeg, which cuts the sound, ${end.cause.code === 'ENOENT' ? 'is not on the PATH' : `cannot be started: ${end.cause.message}`}. Install it, or take the script cuts.sh to a machine that has it.`,
      { cause: end.cause },
    )
  if (end.stoppedBy === 'signal') throw new AppError('INGEST_INTERRUPTED', `Cutting ${what} was interrupted.`)
  if (end.exitCode !== 0)
    throw failed(what, `ended with ${end.killedBy ?? `exit code ${end.exitCode}`}: ${end.stderr.trim()}`)
  // What lies behind the end of a recording is cut without a complaint, into a file without sound.
  if (durationMs !== null && (await stat(output)).size < durationMs * bytesPerMs * minShare)
    throw failed(
      what,
      `found less than half of its ${durationMs} ms: the recording is shorter than its transcript`,
    )
}

const failed = (what: string, problem: string) =>
  new AppError('CUT_FAILED', `${what} could not be cut: ffmpeg ${problem}`)
