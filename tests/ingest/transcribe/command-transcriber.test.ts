import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openTranscriber } from '../../../ingest/transcribe/open-transcriber.js'
import { openCommandTranscriber } from '../../../ingest/transcribe/command-transcriber.js'
import { temporaryFolder } from './temporary.js'

const vtt = 'WEBVTT\\n\\n00:01.000 --> 00:02.000\\nBells ring.\\n'
const cues = [{ startMs: 1000, endMs: 2000, speaker: null, text: 'Bells ring.' }]
const options = { durationMs: 60_000, language: 'en-gb' }
const open = (script: string, words: string, folder: string) =>
  openCommandTranscriber(`"${process.execPath}" -e "${script}" ${words}`, folder)

test('WebVTT on stdout becomes cues that a machine wrote', async () => {
  const transcriber = open(`process.stdout.write('${vtt}')`, '{input}', await temporaryFolder())
  expect(await transcriber.transcribe('/recordings/a b.mp3', options)).toEqual({
    cues,
    machine: true,
    language: null,
    issues: [],
  })
})

test.each(['', '.vtt'])(
  'a file written to {output} is read, also with "%s" behind its name',
  async (ending) => {
    const folder = await temporaryFolder()
    const script = `require('node:fs').writeFileSync(process.argv[2] + '${ending}', '${vtt}'); console.log('100%')`
    const transcriber = open(script, '{input} {output}', folder)
    expect((await transcriber.transcribe('/recordings/a.mp3', options)).cues).toEqual(cues)
    expect(await readdir(folder)).toEqual([])
  },
)

test('the recording comes as one absolute path, the language without its country', async () => {
  const script = `process.stdout.write('${vtt.replace('Bells ring.\\n', '')}' + process.argv.slice(1).join('|'))`
  const transcriber = open(script, '{input} {language}', await temporaryFolder())
  const { cues: heard } = await transcriber.transcribe('/recordings/-a b.mp3', options)
  expect(heard.map(({ text }) => text)).toEqual(['/recordings/-a b.mp3|en'])
})

test.each([
  [`console.log('done')`, '{input}'],
  [``, '{input}'],
  [`console.log('${vtt}')`, '{input} {output}'],
])('a command that gives no transcript (%s, %s) has failed, by name', async (script, words) => {
  const folder = await temporaryFolder()
  await expect(open(script, words, folder).transcribe('/a.mp3', options)).rejects.toMatchObject({
    code: 'TRANSCRIBE_FAILED',
  })
  expect(await readdir(folder)).toEqual([])
})

test('the identity follows the words of the command, not its spacing, and hides them', async () => {
  const folder = await temporaryFolder()
  const identity = (template: string) => openCommandTranscriber(template, folder).identity
  expect(identity('hear  --key secret {input}')).toBe(identity('hear --key "secret" {input}'))
  expect(identity('hear --key secret {input}')).not.toBe(identity('hear --key other {input}'))
  expect(identity('/opt/bin/hear --key secret {input}')).toMatch(/^command:hear:[0-9a-f]{12}:\d+$/)
})

test('without a setting there is no transcriber; a bad one is refused at once', () => {
  const none = { transcribeCommand: null, transcribeModel: null, modelsFolder: '/m', dataFolder: '/d' }
  expect(openTranscriber(none)).toBe(null)
  expect(openTranscriber({ ...none, transcribeCommand: 'hear {input}' })?.identity).toMatch(/^command:hear:/)
  expect(openTranscriber({ ...none, transcribeModel: 'Xenova/whisper-tiny.en' })?.identity).toBe(
    'whisper:Xenova/whisper-tiny.en:q8:1',
  )
  expect(() => openTranscriber({ ...none, transcribeModel: 'no such folder' })).toThrow(
    'CUEPOINT_TRANSCRIBE_MODEL=no such folder',
  )
})
