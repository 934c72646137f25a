import { setPriority } from 'node:os'
import { env, LogLevel, pipeline } from '@huggingface/transformers'
import { AppError, reasonOf } from '../../src/errors.js'
import { cutWindows, type SoundWindow } from './cut-windows.js'
import { dropUnlikely, type HeardPhrase } from './drop-unlikely.js'
import { readSound } from './read-sound.js'
import { sampleRate } from './read-wav.js'
import type { WhisperReply, WhisperRequest } from './whisper-transcriber.js'

/** A child process that transcribes one recording with a Whisper model, and ends. */

interface HeardWindow {
  /** In seconds; a phrase that the model heard go on at the end of the window has no end. */
  chunks?: { timestamp: [number, number | null]; text: string }[]
}

/** A search must not wait for it. */
const politePriority = 10

setPriority(politePriority)
// Also when the parent was killed: the channel closes whatever way it ends.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => undefined)
process.once('message', (request: WhisperRequest) => {
  void transcribe(request)
    .then((): WhisperReply => ({ kind: 'done' }))
    .catch((error: unknown): WhisperReply => ({
      kind: 'failed',
      code: error instanceof AppError ? error.code : 'TRANSCRIBE_FAILED',
      message: reasonOf(error),
    }))
    .then((reply) => process.send?.(reply, () => process.disconnect()))
})

async function transcribe(request: WhisperRequest): Promise<void> {
  const hear = await loadModel(request)
  for await (const window of cutWindows(readSound(request.mediaPath))) {
    const phrases = dropUnlikely(await hear(window), window)
    const cues = phrases.map(({ startMs, endMs, text }) => ({
      startMs: window.startMs + startMs,
      endMs: window.startMs + endMs,
      speaker: null,
      text: text.trim(),
    }))
    process.send?.({ kind: 'cues', cues } satisfies WhisperReply, () => undefined)
  }
}

async function loadModel({ folder, model, modelsFolder, dtype, language }: WhisperRequest) {
  env.logLevel = LogLevel.ERROR
  if (folder === null) {
    // The library's file cache has the layout of a model folder.
    env.allowLocalModels = false
    env.cacheDir = modelsFolder
  } else env.allowRemoteModels = false
  const recognize = await pipeline('automatic-speech-recognition', folder ?? model, { dtype }).catch(
    (cause: unknown) => {
      const message = `The speech model "${model}" cannot be loaded: ${reasonOf(cause)}. Set CUEPOINT_TRANSCRIBE_MODEL to the folder or Hugging Face id of a Whisper model for transformers.js`
      throw new AppError('TRANSCRIBE_UNAVAILABLE', message, { cause })
    },
  )
  // Models for English alone refuse to be told a language.
  const isMultilingual = !/\.en$/.test(model.replace(/[/\\]+$/, ''))
  const spoken = isMultilingual && language !== null ? { language, task: 'transcribe' } : {}
  return async ({ samples }: SoundWindow): Promise<HeardPhrase[]> => {
    const output = (await recognize(samples, { return_timestamps: true, ...spoken })) as HeardWindow
    const lengthMs = Math.round((samples.length / sampleRate) * 1000)
    return (output.chunks ?? []).map(({ timestamp: [start, end], text }) => {
      const startMs = Math.min(Math.round(start * 1000), lengthMs)
      const endMs = end === null ? lengthMs : Math.min(Math.round(end * 1000), lengthMs)
      return { startMs, endMs: Math.max(startMs, endMs), text }
    })
  }
}
