import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { AppError } from '../../../src/errors.js'

const vtt =
  'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello & <i>welcome</i>.\n\n00:03.000 --> 00:04.000\n- Yes.\n- No.\n'
const srt =
  '1\n00:00:01,000 --> 00:00:02,000\nAnn: Hello\n\n2\n00:00:03,000 --> 00:00:04,500\n{\\an8}Bye &amp; thanks\n'

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'none'
}

test('content decides, whatever the declared type', () => {
  expect(readTranscript(`\uFEFF${vtt}`, 'application/x-subrip', 'a').cues[0]?.text).toBe('Hello & welcome.')
  expect(readTranscript(srt, 'text/vtt; charset=utf-8', 'a').cues[0]).toEqual({
    startMs: 1000,
    endMs: 2000,
    speaker: 'Ann',
    text: 'Hello',
  })
})

test('issues name the transcript and the line', () => {
  const { issues } = readTranscript(`${vtt}\n0:xx --> 0:yy\nLost\n`, 'text/vtt', 'https://example.org/1.vtt')
  expect(issues.map(({ where }) => where)).toEqual(['https://example.org/1.vtt, line 10'])
})

test.each([
  ['TRANSCRIPT_EMPTY', ' \n\uFEFF'],
  ['TRANSCRIPT_EMPTY', 'WEBVTT\n'],
  ['TRANSCRIPT_EMPTY', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n'],
  ['TRANSCRIPT_TYPE_UNSUPPORTED', '<html><p>Not found</p></html>'],
  ['TRANSCRIPT_TYPE_UNSUPPORTED', 'Just some text.'],
  ['TRANSCRIPT_INVALID', 'WEBVTT\n\n0:xx --> 0:yy\nLost\n'],
])('%s for %j', (code, text) => {
  expect(codeOf(() => readTranscript(text, 'text/vtt', 'a'))).toBe(code)
})

describe('damaged files', () => {
  const damage = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 12 }),
      put: fc.oneof(
        fc.constantFrom(
          '-->',
          '\n',
          '\r',
          '<',
          '>',
          '</v>',
          '<v ',
          '&#x0;',
          '&#99999999;',
          '00:',
          '\u0000',
          '{\\',
          ': ',
        ),
        fc.string({ maxLength: 8, unit: 'binary' }),
      ),
    }),
    { maxLength: 12 },
  )

  test.each([
    ['WebVTT', vtt],
    ['SubRip', srt],
  ])('%s, damaged anyhow, gives cues or an AppError', (_, original) => {
    fc.assert(
      fc.property(damage, (cuts) => {
        let text = original
        for (const { at, cut, put } of cuts) {
          const from = Math.floor(at * text.length)
          text = text.slice(0, from) + put + text.slice(from + cut)
        }
        let cues: ReturnType<typeof readTranscript>['cues']
        try {
          cues = readTranscript(text, '', 'fuzz').cues
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          return
        }
        for (const { startMs, endMs, text: spoken } of cues) {
          expect(Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs)).toBe(true)
          expect(spoken.trim()).not.toBe('')
        }
      }),
      { seed: 20_26, numRuns: 2_000 },
    )
  })
})
