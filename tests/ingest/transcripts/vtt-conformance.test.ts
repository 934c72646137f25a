import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCueText } from '../../../ingest/transcripts/cue-text.js'
import { readTranscript } from '../../../ingest/transcripts/read-transcript.js'
import { vttFormat } from '../../../ingest/transcripts/vtt.js'
import { AppError } from '../../../src/errors.js'

interface ExpectedFile {
  cues: { startTime: number; endTime: number; text: string }[]
}

/** Where this reader means to differ from vtt.js, and why. */
const differsInCues: Record<string, string> = {
  'cue-times/fraction-digits.vtt': 'a fraction of two digits is read, not refused',
  'cue-times/minimum-spots-over-sixty.vtt': '120:00.000 is two hours, not 120 hours',
  'cuetext/format/double-line-break.vtt': 'lines with dialogue dashes become a cue each',
  'cuetext/format/line-breaks.vtt': 'lines with dialogue dashes become a cue each',
  'file-layout/many-comments.vtt': 'lines with dialogue dashes become a cue each',
  'integration/one-line-comment.vtt': 'lines with dialogue dashes become a cue each',
  'integration/id.vtt': 'a cue below an identifier of a bare arrow is kept',
}
/** The same against the text as displayed, which vtt.js shows before any inline time has come. */
const differsOnScreen: Record<string, string> = {
  ...differsInCues,
  'cuetext/timestamp/basic.vtt': 'text after an inline time is not on screen yet',
  'cuetext/timestamp/nested.vtt': 'text after an inline time is not on screen yet',
  'cuetext/timestamp/out-of-cue-range.vtt': 'text after an inline time is not on screen yet',
  'cuetext/timestamp/space-before-gt.vtt': 'text after an inline time is not on screen yet',
  'cuetext/timestamp/space-after-lt.vtt': 'a < before a space is meant as itself',
  'cuetext/voice/with-closing-span.vtt': 'voices become a cue each',
  'integration/cycle-collector-talk.vtt': 'voices become a cue each',
  'file-layout/header-no-new-line.vtt': 'a forgotten blank line below the header is forgiven',
}
delete differsOnScreen['cue-times/minimum-spots-over-sixty.vtt']

const read = (file: string) => {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
  return vttFormat.recognizes(text, '') ? vttFormat.read(text).cues : []
}
const collapse = (text: string) => text.replace(/\s+/gu, ' ').trim()

function expectedCues(file: string): unknown[] {
  const { cues } = JSON.parse(readFileSync(file, 'utf8')) as ExpectedFile
  return cues.flatMap(({ startTime, endTime, text }) =>
    readCueText(text).spans.map((span) => ({
      startMs: Math.round(startTime * 1000),
      endMs: Math.round(endTime * 1000),
      text: span.text,
    })),
  )
}

const ownCues = (file: string) => read(file).map(({ startMs, endMs, text }) => ({ startMs, endMs, text }))

function codeOf(run: () => unknown): string {
  try {
    run()
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const fixtures = path.join(import.meta.dirname, '../../fixtures/transcripts/mozilla')

describe('WebVTT files of the vtt.js project', () => {
  test.each(['spec-example', 'cue-identifier', 'together'])('%s gives the expected cues', (name) => {
    const expected = expectedCues(path.join(fixtures, `${name}.json`))
    expect(expected).not.toEqual([])
    expect(ownCues(path.join(fixtures, `${name}.vtt`))).toEqual(expected)
  })
})

const shared = path.resolve(
  process.env.CUEPOINT_SHARED ?? '../shared',
  'data/parser_fixtures/webvtt_mozilla/tests',
)

describe.skipIf(!existsSync(shared))(
  `all WebVTT files of the vtt.js project (skipped where they are not: ${path.basename(path.dirname(shared))})`,
  () => {
    const all = existsSync(shared)
      ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.vtt'))
      : []

    test('all 267 are read or refused by name', () => {
      expect(all).toHaveLength(267)
      for (const file of all) {
        const text = readFileSync(path.join(shared, file), 'utf8')
        expect(codeOf(() => readTranscript(text, 'text/vtt', file))).toMatch(/^(?:read|TRANSCRIPT_[A-Z_]+)$/u)
      }
    })

    test('give the expected times and texts, but for the differences that are meant', () => {
      const withCues = all.filter((file) => existsSync(path.join(shared, file.replace(/\.vtt$/u, '.json'))))
      const different = withCues.filter((file) => {
        const expected = expectedCues(path.join(shared, file.replace(/\.vtt$/u, '.json')))
        return JSON.stringify(ownCues(path.join(shared, file))) !== JSON.stringify(expected)
      })
      expect(withCues).toHaveLength(151)
      expect(different.sort()).toEqual(Object.keys(differsInCues).sort())
    })

    test('give the text that is shown on screen, but for the differences that are meant', () => {
      const onScreen = all.filter((file) =>
        existsSync(path.join(shared, file.replace(/\.vtt$/u, '-proc.json'))),
      )
      const different = onScreen.filter((file) => {
        const json = readFileSync(path.join(shared, file.replace(/\.vtt$/u, '-proc.json')), 'utf8')
        const boxes = (JSON.parse(json) ?? []) as { textContent: string }[]
        const expected = boxes.map((box) => collapse(box.textContent)).filter((text) => text !== '')
        return (
          JSON.stringify(read(path.join(shared, file)).map((cue) => cue.text)) !== JSON.stringify(expected)
        )
      })
      expect(onScreen).toHaveLength(209)
      expect(different.sort()).toEqual(Object.keys(differsOnScreen).sort())
    })
  },
)
