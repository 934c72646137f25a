import fc from 'fast-check'
import { test } from 'vitest'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { AppError } from '../../../src/errors.js'

const originals: [name: string, text: string][] = [
  [
    'rolling WebVTT',
    'WEBVTT\nKind: captions\n\n00:00.000 --> 00:01.000\none<00:00.500><c> line</c>\n\n00:01.000 --> 00:01.010\none line\n\n' +
      '00:01.010 --> 00:02.000\none line\nand<00:01.500><c> two</c>\n\n00:02.000 --> 00:02.010\nand two\n\n00:02.010 --> 00:03.000\nand two\n&gt;&gt; three\n',
  ],
  [
    'SubRip',
    '1\n00:00:01,000 --> 00:00:02,000\nAnn: Hello\n\n2\n00:00:03,000 --> 00:00:04,500\n{\\an8}Bye &amp; thanks\n',
  ],
  [
    'HTML',
    '<cite>Ann:</cite><time>0:00</time><p>It&#39;s <b>good</b>.</p><dl><dt>Bob (0:12)<dd>So.</dl><a class="time">1:00</a><p>Bye</p>',
  ],
  [
    'timed text',
    '---\ntitle: A\n---\n# T\n\n**Ann Lee:** 00:00:01\n\nHello *you*.\n\n## Two\n\nBob [0:10]: [Hi](https://example.org)\n\n\\[00:20\\] So.\n\n(00:30)\nBye.\n',
  ],
  [
    'untimed text',
    'Ann: Hello there and welcome to the show about it.\n\nBob: Thanks for having me, it is nice to be here.\n',
  ],
]
const pieces = [
  '-->',
  '\n',
  '\r',
  '<',
  '>',
  '</p>',
  '<time>',
  '<cite>',
  '<dt>',
  '&#x0;',
  '&amp',
  '00:',
  '0:10',
  '[',
  ']',
  '](',
  '**',
  '_',
  '`',
  '\u0000',
  '#',
  '# ',
  '---\n',
  ': ',
  '<!--',
  '\uFEFF',
]
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8, unit: 'binary' })),
  }),
  { maxLength: 12 },
)

function damaged(text: string, cuts: readonly { at: number; cut: number; put: string }[]): string {
  return cuts.reduce((whole, { at, cut, put }) => {
    const from = Math.floor(at * whole.length)
    return whole.slice(0, from) + put + whole.slice(from + cut)
  }, text)
}

test.each(originals)('%s, damaged anyhow, gives cues with sound times or an AppError', (_, original) => {
  fc.assert(
    fc.property(damage, fc.constantFrom('', 'text/html', 'text/plain'), (cuts, mediaType) => {
      try {
        for (const { startMs, endMs, text } of readTranscript(damaged(original, cuts), mediaType, 'fuzz')
          .cues) {
          const isUntimed = startMs === null && endMs === null
          if (!isUntimed && !(Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs)))
            throw new Error(`no times: ${String(startMs)}, ${String(endMs)}`)
          if (text !== text.trim()) throw new Error(`not trimmed: ${text}`)
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }),
    { seed: 20_26, numRuns: 20_000 },
  )
})
