import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLineAt, readLines } from '../../web/src/transcript-lines.js'

type Cues = Parameters<typeof readLines>[0]
const aCue = (over: Partial<Cues[number]>): Cues[number] => ({
  startMs: 0,
  endMs: 1000,
  speaker: 'Ann',
  text: 'Hello.',
  interpolated: false,
  ad: false,
  adReason: null,
  ...over,
})

describe('reading a transcript', () => {
  test('short cues of one speaker are lines of one paragraph; another speaker begins the next', () => {
    const cues = [
      aCue({}),
      aCue({ startMs: 1000, endMs: 2000, text: 'Welcome.' }),
      aCue({ startMs: 2000, endMs: null, speaker: 'Bob', text: 'Hi.' }),
    ]
    expect(readLines(cues)).toEqual([
      {
        speaker: 'Ann',
        continued: false,
        ad: false,
        adReason: null,
        startMs: 0,
        lines: [
          { index: 0, startMs: 0, endMs: 1000, text: 'Hello.' },
          { index: 1, startMs: 1000, endMs: 2000, text: 'Welcome.' },
        ],
      },
      {
        speaker: 'Bob',
        continued: false,
        ad: false,
        adReason: null,
        startMs: 2000,
        lines: [{ index: 2, startMs: 2000, endMs: null, text: 'Hi.' }],
      },
    ])
  })

  test('a long cue is cut into sentences that share its time by their length', () => {
    const sentence = `Once ${'word '.repeat(28)}end. ` // 150 units
    const [paragraph] = readLines([
      aCue({ startMs: 10_000, endMs: 40_000, text: (sentence + sentence).trim() }),
    ])
    const [first, second] = paragraph?.lines ?? []
    expect([first?.text, second?.text]).toEqual([sentence.trim(), sentence.trim()])
    expect(first?.startMs).toBe(10_000)
    expect(second?.startMs).toBe(10_000 + Math.round((30_000 * 150) / 299))
    expect([first?.endMs, second?.endMs]).toEqual([second?.startMs, 40_000])
  })

  test('without times sentences have none', () => {
    const [paragraph] = readLines([
      aCue({ startMs: null, endMs: null, text: `A ${'a '.repeat(150)}b. C ${'c '.repeat(9)}d.` }),
    ])
    expect(paragraph?.lines.map((line) => line.startMs)).toEqual([null, null])
  })

  test('a chapter and an advertisement begin paragraphs of their own', () => {
    const cues = [0, 1, 2, 3].map((second) => aCue({ startMs: second * 1000, ad: second === 3 }))
    const paragraphs = readLines(cues, [0, 2000])
    expect(paragraphs.map(({ startMs, continued, ad }) => ({ startMs, continued, ad }))).toEqual([
      { startMs: 0, continued: false, ad: false },
      { startMs: 2000, continued: true, ad: false },
      { startMs: 3000, continued: false, ad: true },
    ])
  })

  test('a long talk breaks after a sentence, not inside one', () => {
    const cues = Array.from({ length: 12 }, (_, index) =>
      aCue({ startMs: index * 1000, text: `${'w'.repeat(99)}${index % 4 === 3 ? '.' : ''}` }),
    )
    expect(readLines(cues).map(({ lines }) => lines.length)).toEqual([8, 4])
  })

  test('no word is lost, and lines are numbered from 0 without gaps', () => {
    const cue = fc.record({
      speaker: fc.constantFrom('Ann', 'Bob', null),
      text: fc
        .array(fc.constantFrom('one', 'two.', 'three?', '“four.”'), { minLength: 1, maxLength: 120 })
        .map((words) => words.join(' ')),
      ad: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 8 }), (cues) => {
        const lines = readLines(
          cues.map((each, index) => aCue({ ...each, startMs: index * 1000, endMs: index * 1000 + 1000 })),
        ).flatMap((paragraph) => paragraph.lines)
        expect(lines.map((line) => line.text).join(' ')).toBe(cues.map(({ text }) => text).join(' '))
        expect(lines.map((line) => line.index)).toEqual(lines.map((_, index) => index))
      }),
    )
  })
})

describe('the line at a position', () => {
  test.each([
    [0, -1],
    [999, -1],
    [1000, 0],
    [1999, 0],
    [2000, 2],
    [9999, 2],
  ])('at %s ms it is line %s', (positionMs, expected) => {
    expect(findLineAt([1000, 2000, 2000], positionMs)).toBe(expected)
  })

  test('it is the last that has begun', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100)), fc.nat(110), (times, positionMs) => {
        const starts = [...times].sort((a, b) => a - b)
        expect(findLineAt(starts, positionMs)).toBe(starts.findLastIndex((startMs) => startMs <= positionMs))
      }),
    )
  })

  test('lines without times are never it', () => {
    expect(findLineAt([Infinity, Infinity], 5000)).toBe(-1)
  })
})
