import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldRolling, type Caption } from '../../../ingest/transcripts/fold-rolling.js'
import { srtFormat } from '../../../ingest/transcripts/srt.js'

const caption = (startMs: number, endMs: number, ...lines: string[]): Caption => ({
  timing: { startMs, endMs },
  lines,
})

/** As YouTube shows lines: above the next one, and held for 10 ms between two. */
function roll(lines: readonly string[]): Caption[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const startMs = index * 2_000
    return [
      caption(startMs, startMs + 1_990, ...(before === undefined ? [line] : [before, line])),
      caption(startMs + 1_990, startMs + 2_000, line),
    ]
  })
}

const linesOf = (captions: readonly Caption[] | null) => captions?.flatMap(({ lines }) => lines) ?? null

test('whatever is said, rolled lines fold back into themselves', () => {
  const line = fc.constantFrom('no', 'no no', 'we go on', 'and on', '[Music]', 'yes & no')
  fc.assert(
    fc.property(fc.array(line, { minLength: 4, maxLength: 30 }), (lines) => {
      expect(linesOf(foldRolling(roll(lines)))).toEqual(lines)
    }),
  )
})

test('a line that somebody says three times is there three times', () => {
  const said = ['we call', 'again', 'again', 'again', 'and leave']
  expect(linesOf(foldRolling(roll(said)))).toEqual(said)
  const withoutHolds = roll(said).filter((_, index) => index % 2 === 0)
  expect(linesOf(foldRolling(withoutHolds))).toEqual(said)
})

test('lines joined into one are folded by their words', () => {
  const said = [
    'welcome back to the workshop',
    'today we compare two indexes',
    'and see which is faster',
    'in the end',
  ]
  const joined = roll(said).map(({ timing, lines }) => ({ timing, lines: [lines.join(' ')] }))
  expect(linesOf(foldRolling(joined))).toEqual(said)
})

test('a folded line keeps the time at which it appeared', () => {
  expect(foldRolling(roll(['one thing', 'two things', 'three things', 'four things']))).toEqual([
    caption(0, 1_990, 'one thing'),
    caption(2_000, 3_990, 'two things'),
    caption(4_000, 5_990, 'three things'),
    caption(6_000, 7_990, 'four things'),
  ])
})

describe('what does not plainly roll is left alone', () => {
  test.each([
    [
      'a refrain',
      Array.from({ length: 12 }, (_, index) => caption(index * 2_000, index * 2_000 + 2_000, 'la la la la')),
    ],
    [
      'short equal cues',
      Array.from({ length: 12 }, (_, index) => caption(index * 100, index * 100 + 90, 'go')),
    ],
    [
      'speakers who take up the last word',
      ['it is good', 'good to know', 'know your tools', 'tools help', 'help me'].map((line, index) =>
        caption(index * 2_000, index * 2_000 + 2_000, line),
      ),
    ],
    ['two captions', roll(['one', 'two']).slice(0, 3)],
    ['none', []],
  ])('%s', (_, captions) => {
    expect(foldRolling(captions)).toBeNull()
  })
})

test('a flattened SubRip file is folded and marked as a recogniser’s', () => {
  const srt = roll(['welcome back', 'today we compare', 'two search indexes', 'and go home'])
    .map(({ timing, lines }, index) => {
      const clock = (ms: number) =>
        `00:00:${String(Math.floor(ms / 1000)).padStart(2, '0')},${String(ms % 1000).padStart(3, '0')}`
      return `${index + 1}\n${clock(timing.startMs)} --> ${clock(timing.endMs)}\n${lines.join('\n')}\n`
    })
    .join('\n')
  const { cues, machine } = srtFormat.read(srt)
  expect({ machine, texts: cues.map(({ text }) => text) }).toEqual({
    machine: true,
    texts: ['welcome back', 'today we compare', 'two search indexes', 'and go home'],
  })
})
