import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openCommandTranscriber } from '../../../ingest/transcribe/command-transcriber.js'
import { transcribeEnclosure } from '../../../ingest/transcribe/transcribe-enclosure.js'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import type { Cue } from '../../../src/domain/cue.js'
import { temporaryFolder } from './temporary.js'

const sample = 'data/sample/five-minutes-on-search'
const isThere = (program: string) => spawnSync(program, ['-version']).error === undefined

interface TimedWord {
  word: string
  /** Of the cue, for its first word; the others' times are not known. */
  startMs: number | null
}

const wordsOf = (cues: readonly Cue[]): TimedWord[] =>
  cues.flatMap(({ startMs, text }) =>
    (text.toLowerCase().match(/[a-z0-9']+/g) ?? []).map((word, index) => ({
      word,
      startMs: index === 0 ? startMs : null,
    })),
  )

/** The pairs of equal words in an alignment of least edits, and how many edits it takes. */
function align(published: readonly TimedWord[], heard: readonly TimedWord[]) {
  const edits = published.map(() => new Array<number>(heard.length + 1).fill(0))
  edits.push(heard.map((_, at) => heard.length - at).concat(0))
  for (let i = published.length - 1; i >= 0; i--)
    for (let j = heard.length; j >= 0; j--) {
      const skip = (edits[i + 1]?.[j] ?? 0) + 1
      const add = j < heard.length ? (edits[i]?.[j + 1] ?? 0) + 1 : Infinity
      const swap = (edits[i + 1]?.[j + 1] ?? Infinity) + (published[i]?.word === heard[j]?.word ? 0 : 1)
      const row = edits[i]
      if (row) row[j] = j < heard.length ? Math.min(skip, add, swap) : skip
    }
  const pairs: [TimedWord, TimedWord][] = []
  for (let i = 0, j = 0; i < published.length && j < heard.length;) {
    const [a, b] = [published[i], heard[j]]
    const here = edits[i]?.[j]
    if (a && b && a.word === b.word && here === edits[i + 1]?.[j + 1]) {
      pairs.push([a, b])
      i++
      j++
    } else if (here === (edits[i + 1]?.[j + 1] ?? Infinity) + 1) {
      i++
      j++
    } else if (here === (edits[i + 1]?.[j] ?? 0) + 1) i++
    else j++
  }
  return { pairs, edits: edits[0]?.[0] ?? 0 }
}

describe.skipIf(!isThere('pocketsphinx_continuous') || !isThere('ffmpeg'))(
  'with pocketsphinx and ffmpeg installed',
  () => {
    test('the sound of the sample is heard where its transcript says', async () => {
      const name = 'short-1-cosine-similarity'
      const temporary = await temporaryFolder()
      const template = `"${process.execPath}" scripts/transcribe/pocketsphinx-vtt.mjs {input}`
      const enclosure = { url: pathToFileURL(`${sample}/video/${name}.mp4`).href, mediaType: 'video/mp4' }
      const heard = await transcribeEnclosure(enclosure, openCommandTranscriber(template, temporary), {
        ...{ allowPrivate: false, temporaryFolder: temporary, durationMs: null, language: 'en' },
      })
      expect(heard).toMatchObject({ machine: true, language: 'en', issues: [] })
      const text = await readFile(`${sample}/transcripts/${name}.vtt`, 'utf8')
      const published = wordsOf(readTranscript(text, 'text/vtt', name).cues)
      const { pairs, edits } = align(published, wordsOf(heard.cues))
      const errorsMs = pairs
        .flatMap(([a, b]) =>
          a.startMs === null || b.startMs === null ? [] : [Math.abs(a.startMs - b.startMs)],
        )
        .sort((a, b) => a - b)
      const medianMs = errorsMs[Math.floor(errorsMs.length / 2)] ?? Infinity
      const wordErrorRate = edits / published.length
      console.info(
        `${name}: ${published.length} words, word error rate ${wordErrorRate.toFixed(3)}, ` +
          `${errorsMs.length} cues begin with the same word, median time error ${medianMs} ms, largest ${errorsMs.at(-1)} ms`,
      )
      expect(errorsMs.length).toBeGreaterThanOrEqual(5)
      expect(medianMs).toBeLessThan(200)
      // An old recogniser and made voices: what counts is that most of it can be found.
      expect(wordErrorRate).toBeLessThan(0.5)
    })

    test('what is no recording has failed, with what the programs said', async () => {
      const temporary = await temporaryFolder()
      const template = `"${process.execPath}" scripts/transcribe/pocketsphinx-vtt.mjs {input}`
      const transcriber = openCommandTranscriber(template, temporary)
      await expect(
        transcriber.transcribe('README.md', { durationMs: null, language: null }),
      ).rejects.toMatchObject({
        code: 'TRANSCRIBE_FAILED',
        message: expect.stringContaining('ffmpeg') as string,
      })
    })
  },
)
