#!/usr/bin/env node
// A recogniser for CUEPOINT_TRANSCRIBE: a recording's path in, WebVTT on stdout. Needs ffmpeg and Debian's packages
// pocketsphinx and pocketsphinx-en-us (English only). Old and often wrong, but small, quick, and without a download:
// an example of how a program that knows nothing of WebVTT is adapted.
import { spawn } from 'node:child_process'
import console from 'node:console'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

/** A pause after which a new cue begins. */
const pauseSeconds = 0.25
const maxCueSeconds = 8
/** Cues whose words are on average less likely than this are left out: music and noise are "heard" as words. */
const minConfidence = 0.3

const [mediaPath] = process.argv.slice(2)
if (mediaPath === undefined) {
  console.error('usage: pocketsphinx-vtt.mjs <recording>')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'pocketsphinx-'))
try {
  const wav = join(folder, 'sound.wav')
  const source = ['-nostdin', '-v', 'error', '-i', `file:${resolve(mediaPath)}`]
  await run('ffmpeg', [...source, '-vn', '-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', wav])
  const heard = await run('pocketsphinx_continuous', ['-infile', wav, '-time', 'yes', '-logfn', '/dev/null'])
  process.stdout.write(formatVtt(cutCues(readWords(heard))))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Lines such as `minutes(2) 1.180 1.550 0.999200`; the others are whole utterances again, without times. */
function readWords(text) {
  return text.split('\n').flatMap((line) => {
    const match = /^(\S+) (\d+\.\d{3}) (\d+\.\d{3}) (\d+\.\d+)$/.exec(line)
    if (!match) return []
    const word = match[1].replace(/\(\d+\)$/, '')
    // Silence, breath and noise: <s>, <sil>, [NOISE], ++UM++.
    if (/^[<[+]/.test(word)) return []
    return [
      { word, start: Number(match[2]), end: Number(match[3]), confidence: Math.min(Number(match[4]), 1) },
    ]
  })
}

function cutCues(words) {
  const cues = []
  for (const word of words) {
    const cue = cues.at(-1)
    const goesOn = cue && word.start - cue.end < pauseSeconds && word.end - cue.start <= maxCueSeconds
    if (goesOn) {
      cue.words.push(word)
      cue.end = word.end
    } else cues.push({ start: word.start, end: word.end, words: [word] })
  }
  return cues.filter(({ words: spoken }) => mean(spoken.map(({ confidence }) => confidence)) >= minConfidence)
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function formatVtt(cues) {
  const blocks = cues.map(
    ({ start, end, words }) =>
      `${clock(start)} --> ${clock(end)}\n${words.map(({ word }) => word).join(' ')}\n`,
  )
  return ['WEBVTT\nLanguage: en\n', ...blocks].join('\n')
}

function clock(seconds) {
  const ms = Math.round(seconds * 1000)
  const part = (value, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`
}

function run(command, words) {
  return new Promise((fulfil, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => reject(new Error(`${command} cannot be started: ${error.message}`)))
    child.on('close', (code, signal) =>
      code === 0
        ? fulfil(output)
        : reject(new Error(`${command} ended with ${signal ?? `exit code ${code}`}`)),
    )
  })
}
