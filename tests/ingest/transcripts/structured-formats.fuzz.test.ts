import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { AppError } from '../../../src/errors.js'

/** One seed, so that a failure is the same everywhere; the counterexample is printed. */
const seed = 20261121
/** For vitest, which otherwise gives up on a busy machine; no claim about speed. */
const patienceMs = 3_600_000

const folder = path.join(import.meta.dirname, '../../fixtures/transcripts')
const jsonFiles = [
  ...[
    'words.podcast.json',
    'phrases.podcast.json',
    'podlove.json',
    'openai-whisper.json',
    'whisper-cpp.json',
  ],
  ...['whisperx.json', 'deepgram.json', 'assemblyai.json', 'youtube-automatic.json3', 'youtube-human.json3'],
]
const xmlFiles = ['youtube-automatic.srv3', 'youtube.srv2', 'youtube.srv1', 'broadcast.ttml', 'words.ttml']
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** Cues that the next stage can take, or an error by name. */
function checkRead(text: string): void {
  let transcript: ReturnType<typeof readTranscript>
  try {
    transcript = readTranscript(text, '', 'fuzz')
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return
  }
  expect(transcript.issues.length).toBeLessThanOrEqual(51)
  for (const { startMs, endMs, speaker, text: spoken } of transcript.cues) {
    expect(startMs === null).toBe(endMs === null)
    for (const ms of [startMs, endMs]) expect(ms === null || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true)
    expect(spoken.trim()).not.toBe('')
    expect(speaker).not.toBe('')
  }
}

const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 40 }),
    put: fc.oneof(
      fc.constantFrom(...['"', '{', '}', '[', ']', ',', ':', 'null', '-1', '1e999', '""', '\\u0000', '0']),
      fc.constantFrom(
        ...['<', '>', '</', '/>', '<p>', '</p>', '&', '&#x0;', '<![CDATA[', ' begin="', ' t="-5"'],
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

test.each([...jsonFiles, ...xmlFiles])(
  '%s, damaged anyhow, gives cues or an AppError',
  (name) => {
    const original = read(name)
    fc.assert(
      fc.property(damage, (cuts) => {
        let text = original
        for (const { at, cut, put } of cuts) {
          const from = Math.floor(at * text.length)
          text = text.slice(0, from) + put + text.slice(from + cut)
        }
        checkRead(text)
      }),
      { seed, numRuns: 1_000 },
    )
  },
  patienceMs,
)

/** Every value in it, in the order in which they are walked. */
function listPlaces(value: unknown, places: { parent: object; key: string }[] = []) {
  if (typeof value !== 'object' || value === null) return places
  for (const key of Object.keys(value)) {
    places.push({ parent: value, key })
    listPlaces((value as Record<string, unknown>)[key], places)
  }
  return places
}

// Damaged text is mostly no JSON any more; values of another kind in whole JSON get further.
test.each(jsonFiles)(
  '%s with values of another kind gives cues or an AppError',
  (name) => {
    const original = read(name)
    const odd = fc.oneof(
      fc.constantFrom(null, true, -1, 1e300, 0, 12.5, '', ' ', 'x', '12.5', '-', '1:02', '__proto__', 'NaN'),
      fc.constantFrom([], {}, [[]], [null], [{}], { text: 'x' }, { length: 5 }),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const changes = fc.array(
      fc.record({ at: fc.nat({ max: 10_000 }), value: odd, isRemoved: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(changes, (list) => {
        const body = JSON.parse(original) as unknown
        for (const { at, value, isRemoved } of list) {
          const places = listPlaces(body)
          const place = places[at % Math.max(places.length, 1)]
          if (place === undefined) continue
          if (isRemoved) Reflect.deleteProperty(place.parent, place.key)
          else Reflect.set(place.parent, place.key, structuredClone(value))
        }
        checkRead(JSON.stringify(body))
      }),
      { seed, numRuns: 1_000 },
    )
  },
  patienceMs,
)
