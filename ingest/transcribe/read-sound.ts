import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { AppError, reasonOf } from '../../src/errors.js'
import { openWav, sampleRate } from './read-wav.js'

const keptErrorCharacters = 1_000

/**
 * The sound of a recording, 16 kHz and one channel, in blocks as they come: a recording of hours never lies in memory
 * as a whole. WAV of that rate is read here; for all else ffmpeg is needed.
 * @throws TRANSCRIBE_UNAVAILABLE without ffmpeg, TRANSCRIBE_FAILED when it cannot read the recording
 */
export async function* readSound(path: string, { converter = 'ffmpeg' } = {}): AsyncGenerator<Float32Array> {
  const wav = await openWav(path)
  if (wav !== null) {
    yield* wav
    return
  }
  yield* convert(path, converter)
}

async function* convert(path: string, converter: string): AsyncGenerator<Float32Array> {
  // `file:` keeps a name with a colon from being taken for an address.
  const source = ['-nostdin', '-v', 'error', '-protocol_whitelist', 'file', '-i', `file:${path}`]
  const target = ['-vn', '-ac', '1', '-ar', String(sampleRate), '-f', 's16le', 'pipe:1']
  const child = spawn(converter, [...source, ...target], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errorTail = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorTail = (errorTail + text).slice(-keptErrorCharacters)
  })
  const closed = once(child, 'close').then(
    ([exitCode]) => ({ exitCode: exitCode as number | null, cause: null }),
    (cause: unknown) => ({ exitCode: null, cause }),
  )
  try {
    let odd: Buffer = Buffer.alloc(0)
    for await (const chunk of child.stdout) {
      const bytes = Buffer.concat([odd, chunk as Buffer])
      const samples = new Float32Array(bytes.length >> 1)
      for (let index = 0; index < samples.length; index++)
        samples[index] = bytes.readInt16LE(2 * index) / 32_768
      odd = bytes.subarray(2 * samples.length)
      if (samples.length > 0) yield samples
    }
    const { exitCode, cause } = await closed
    if (cause !== null)
      throw new AppError(
        'TRANSCRIBE_UNAVAILABLE',
        `${converter}, which is needed to read ${path}, cannot be started (${reasonOf(cause)}); install it, or give a WAV file of 16 kHz`,
        { cause },
      )
    if (exitCode !== 0)
      throw new AppError('TRANSCRIBE_FAILED', `${converter} cannot read ${path}: ${errorTail.trim()}`)
  } finally {
    child.kill('SIGKILL')
  }
}
