import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openWhisperTranscriber } from '../../../ingest/transcribe/whisper-transcriber.js'
import { temporaryFolder } from './temporary.js'

/** The protocol with the process; the model itself is tested where one is at hand. */
async function openWith(script: string) {
  const folder = await temporaryFolder()
  const path = join(folder, 'process.mjs')
  await writeFile(path, script)
  return openWhisperTranscriber({ model: 'owner/whisper', modelsFolder: folder }, pathToFileURL(path))
}

const reply = (body: string) => `process.once('message', (request) => { ${body} })`
const options = { durationMs: 1_000, language: 'de-ch' }

test('cues come as they are heard, marked as written by a machine', async () => {
  const cue = `{ startMs: 0, endMs: 900, speaker: null, text: request.mediaPath + ' ' + request.language }`
  const transcriber = await openWith(
    reply(
      `process.send({ kind: 'cues', cues: [${cue}] }); process.send({ kind: 'done' }, () => process.disconnect())`,
    ),
  )
  expect(await transcriber.transcribe('/a.wav', options)).toEqual({
    cues: [{ startMs: 0, endMs: 900, speaker: null, text: '/a.wav de' }],
    machine: true,
    language: 'de',
    issues: [],
  })
})

test('what went wrong in the process keeps its name', async () => {
  const failed = `{ kind: 'failed', code: 'TRANSCRIBE_UNAVAILABLE', message: 'no ffmpeg' }`
  const transcriber = await openWith(reply(`process.send(${failed}, () => process.disconnect())`))
  await expect(transcriber.transcribe('/a.wav', options)).rejects.toMatchObject({
    code: 'TRANSCRIBE_UNAVAILABLE',
    message: 'no ffmpeg',
  })
})

test('a process that dies has failed, though some of it was heard', async () => {
  const cues = `{ kind: 'cues', cues: [] }`
  const transcriber = await openWith(
    reply(`process.send(${cues}, () => process.kill(process.pid, 'SIGKILL'))`),
  )
  await expect(transcriber.transcribe('/a.wav', options)).rejects.toMatchObject({
    code: 'TRANSCRIBE_FAILED',
    message: expect.stringContaining('SIGKILL') as string,
  })
})

test('an interruption ends the process', async () => {
  const controller = new AbortController()
  const transcriber = await openWith(reply('setInterval(() => {}, 1000)'))
  setTimeout(() => controller.abort(), 200)
  await expect(
    transcriber.transcribe('/a.wav', { ...options, signal: controller.signal }),
  ).rejects.toMatchObject({ code: 'INGEST_INTERRUPTED' })
})

test('the identity names the model and its precision', async () => {
  const modelsFolder = await temporaryFolder()
  await mkdir(join(modelsFolder, 'small', 'onnx'), { recursive: true })
  await writeFile(join(modelsFolder, 'small', 'config.json'), '{}')
  expect(openWhisperTranscriber({ model: 'small', modelsFolder }).identity).toBe('whisper:small:fp32:1')
  await writeFile(join(modelsFolder, 'small', 'onnx', 'encoder_model_quantized.onnx'), '')
  expect(openWhisperTranscriber({ model: 'small', modelsFolder }).identity).toBe('whisper:small:q8:1')
})
