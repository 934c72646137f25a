import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Cue } from '../../src/domain/cue.js'
import { compiledUrl } from '../../src/compiled.js'
import { AppError, errorCodes, type ErrorCode } from '../../src/errors.js'
import type { ReadTranscript } from '../transcripts/transcript-format.js'
import { timeLimitOf, type TranscribeOptions, type Transcriber } from './transcriber.js'

/** A Whisper model of transformers.js, in a process of its own for each recording: the model must be loaded once a process. */

export interface WhisperRequest {
  mediaPath: string
  /** As configured. */
  model: string
  /** Where it lies; null for one that is fetched from Hugging Face into `modelsFolder` or was before. */
  folder: string | null
  modelsFolder: string
  dtype: 'q8' | 'fp32'
  language: string | null
}

export type WhisperReply =
  { kind: 'cues'; cues: Cue[] } | { kind: 'done' } | { kind: 'failed'; code: string; message: string }

/** Raised when what is made of the model's words changes, so that kept transcripts are made anew. */
const contractVersion = 1
/** More than anyone can say in ten days: a process that sends more is broken. */
const maxCues = 1_000_000
const quantizedEncoder = join('onnx', 'encoder_model_quantized.onnx')
const hubId = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/

/**
 * @param model a folder inside `modelsFolder`, another folder, or a Hugging Face id: tried in this order
 * @param processUrl the child's module; another one in tests
 * @throws CONFIG_INVALID when it is none of these
 */
export function openWhisperTranscriber(
  { model, modelsFolder }: { model: string; modelsFolder: string },
  processUrl: URL = compiledUrl(import.meta.url, './whisper-process.js'),
): Transcriber {
  const folder = findFolder(model, modelsFolder)
  if (folder === null && !hubId.test(model))
    throw new AppError(
      'CONFIG_INVALID',
      `CUEPOINT_TRANSCRIBE_MODEL=${model} is no folder with a config.json, and no Hugging Face id (see docs/transcribe.md).`,
    )
  const dtype = folder === null || existsSync(join(folder, quantizedEncoder)) ? 'q8' : 'fp32'
  const name = folder === null ? model : basename(folder)
  return {
    identity: `whisper:${name}:${dtype}:${contractVersion}`,
    transcribe: (mediaPath, options) => {
      const language = options.language?.split('-')[0] ?? null
      return run({ mediaPath, model, folder, modelsFolder, dtype, language }, options, processUrl)
    },
  }
}

function findFolder(model: string, modelsFolder: string): string | null {
  const inside = join(modelsFolder, model)
  const mayBeInside = !relative(modelsFolder, inside).startsWith('..')
  // One that was fetched is left to the library, which takes up an interrupted download.
  if (mayBeInside && !hubId.test(model) && existsSync(join(inside, 'config.json'))) return inside
  const elsewhere = resolve(model)
  return existsSync(join(elsewhere, 'config.json')) ? elsewhere : null
}

async function run(
  request: WhisperRequest,
  { durationMs, signal }: TranscribeOptions,
  processUrl: URL,
): Promise<ReadTranscript> {
  const interrupted = () =>
    new AppError(
      'INGEST_INTERRUPTED',
      `Transcribing ${request.mediaPath} was interrupted; the next pull takes it up`,
    )
  if (signal?.aborted === true) throw interrupted()
  const limitMs = timeLimitOf(durationMs)
  // What the model's library prints must not mix with this program's output.
  const child = fork(processUrl, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise<ReadTranscript>((resolvePromise, reject) => {
    const cues: Cue[] = []
    let outcome: AppError | 'done' | null = null
    const stop = (reason: AppError) => {
      outcome ??= reason
      child.kill('SIGKILL')
    }
    const fail = (problem: string) =>
      stop(new AppError('TRANSCRIBE_FAILED', `Transcribing ${request.mediaPath} ${problem}`))
    const timer = setTimeout(
      () => fail(`took longer than ${Math.round(limitMs / 60_000)} minutes, its limit`),
      limitMs,
    )
    const onAbort = () => stop(interrupted())
    signal?.addEventListener('abort', onAbort)
    child.on('message', (reply: WhisperReply) => {
      if (reply.kind === 'cues') {
        for (const cue of reply.cues) cues.push(cue)
        if (cues.length > maxCues) fail(`gave more than ${maxCues} cues`)
      } else outcome ??= reply.kind === 'done' ? 'done' : new AppError(codeOf(reply.code), reply.message)
    })
    child.once('error', (cause) => fail(`cannot begin: ${cause.message}`))
    child.once('close', (exitCode, killedBy) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      if (outcome === null)
        outcome = new AppError(
          'TRANSCRIBE_FAILED',
          `The process that transcribed ${request.mediaPath} ended with ${killedBy ?? `exit code ${exitCode}`}: see its output above, and whether the machine is short of memory`,
        )
      if (outcome !== 'done') reject(outcome)
      else resolvePromise({ cues, machine: true, language: request.language, issues: [] })
    })
    child.send(request, () => undefined)
  })
}

const codeOf = (code: string): ErrorCode => errorCodes.find((known) => known === code) ?? 'TRANSCRIBE_FAILED'
