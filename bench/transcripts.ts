import { readTranscript } from '../ingest/transcripts/read-transcript.js'
import { keepRun, round } from './bench-run.js'

/** Twenty megabytes in one file, of each format that publishers write much of: a file far beyond any real one. */

const sizeBytes = 20 * 1024 * 1024
const words =
  'so the index follows the catalog and what was said is found again by the words of a question'.split(' ')

const clock = (ms: number, comma = '.'): string => {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${comma}${String(ms % 1000).padStart(3, '0')}`
}

/** A sentence of a few words, another for each number. */
const sentence = (at: number): string =>
  Array.from({ length: 9 }, (_, index) => words[(at * 7 + index * 3) % words.length]).join(' ') + ` ${at}.`

function fill(opening: string, part: (at: number) => string): string {
  const parts = [opening]
  for (let at = 0, length = 0; length < sizeBytes; at++) {
    const next = part(at)
    parts.push(next)
    length += next.length
  }
  return parts.join('')
}

const texts: Readonly<Record<string, string>> = {
  WebVTT: fill(
    'WEBVTT\n\n',
    (at) => `${clock(at * 2600)} --> ${clock(at * 2600 + 2500)}\n${sentence(at)}\n\n`,
  ),
  'rolling WebVTT': fill(
    'WEBVTT\nKind: captions\n\n',
    (at) =>
      `${clock(at * 2600)} --> ${clock(at * 2600 + 2590)}\n${sentence(at)}\n${sentence(at + 1)}\n\n` +
      `${clock(at * 2600 + 2590)} --> ${clock(at * 2600 + 2600)}\n${sentence(at + 1)}\n \n\n`,
  ),
  SubRip: fill(
    '',
    (at) => `${at + 1}\n${clock(at * 2600, ',')} --> ${clock(at * 2600 + 2500, ',')}\n${sentence(at)}\n\n`,
  ),
  'timed text': fill('', (at) => `Speaker ${at % 3}: ${clock(at * 2600).slice(0, 8)}\n\n${sentence(at)}\n\n`),
  'Podcasting 2.0 JSON':
    fill(
      '{"version":"1.0.0","segments":[',
      (at) =>
        `${at === 0 ? '' : ','}{"speaker":"Ann","startTime":${at * 2.6},"endTime":${at * 2.6 + 2.5},"body":"${sentence(at)}"}`,
    ) + ']}',
}

const seconds: Record<string, number> = {}
for (const [name, text] of Object.entries(texts)) {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const startedMs = performance.now()
    const { cues } = readTranscript(text, '', name)
    times.push((performance.now() - startedMs) / 1000)
    if (run === 0) console.log(`${name}: ${cues.length} cues`)
  }
  seconds[name] = round(Math.min(...times), 2)
  console.log(`${name}: ${seconds[name]} s (best of 3)`)
}
await keepRun('transcripts', { megabytes: 20, seconds })
