import { describe, expect, test } from 'vitest'
import { judgeAnswer, judgeHits, momentRange, type JudgedHit, type Judgment } from '../../src/eval/judge.js'

const aHit = (fields: Partial<JudgedHit> = {}): JudgedHit => ({
  document: { id: 'episode' },
  startMs: 100_000,
  endMs: 140_000,
  jumpMs: 110_000,
  anchor: null,
  ...fields,
})

const aJudgment = (fields: Partial<Judgment> = {}): Judgment => ({
  documentId: 'episode',
  startMs: 120_000,
  endMs: 200_000,
  anchor: null,
  sentenceStartsMs: [],
  ...fields,
})

const ranksOf = (hits: JudgedHit[], judgment = aJudgment()) => judgeHits(hits, judgment).ranks

describe('whole passages', () => {
  test('the first hit of the labelled document that overlaps the range counts', () => {
    const hits = [
      aHit({ document: { id: 'another' } }),
      aHit({ startMs: 200_000, endMs: 240_000, jumpMs: 200_000 }), // touches the end, and does not overlap
      aHit(),
      aHit(),
    ]
    expect(ranksOf(hits)).toEqual({ passage: 3, moment: 3 })
  })

  test('no hit, or none that fits, is rank 0', () => {
    expect(ranksOf([])).toEqual({ passage: 0, moment: 0 })
    expect(ranksOf([aHit({ startMs: 0, endMs: 120_000, jumpMs: 0 })])).toEqual({ passage: 0, moment: 0 })
  })

  test('a label without length is found by the passage that it lies in', () => {
    expect(ranksOf([aHit()], aJudgment({ startMs: 139_999, endMs: 139_999 })).passage).toBe(1)
  })

  test('a passage without times is not at a time', () => {
    expect(ranksOf([aHit({ startMs: null, endMs: null, jumpMs: null })])).toEqual({ passage: 0, moment: 0 })
  })
})

describe('the moment', () => {
  test('a wide passage counts only within 30 s of where it would be played from', () => {
    const wide = { startMs: 0, endMs: 600_000 }
    expect(ranksOf([aHit({ ...wide, jumpMs: 89_999 })])).toEqual({ passage: 1, moment: 0 })
    expect(ranksOf([aHit({ ...wide, jumpMs: 90_001 })])).toEqual({ passage: 1, moment: 1 })
    expect(ranksOf([aHit({ ...wide, jumpMs: 229_999 })])).toEqual({ passage: 1, moment: 1 })
    expect(ranksOf([aHit({ ...wide, jumpMs: 230_000 })])).toEqual({ passage: 1, moment: 0 })
  })

  test('it never leaves the passage', () => {
    expect(momentRange(aHit())).toEqual({ startMs: 100_000, endMs: 140_000 })
    expect(momentRange(aHit({ jumpMs: 95_000 }))).toEqual({ startMs: 100_000, endMs: 125_000 })
  })

  test.each([
    ['long before', 10_000, { startMs: 100_000, endMs: 100_001 }],
    ['long after', 900_000, { startMs: 139_999, endMs: 140_000 }],
  ])('playing from %s the passage leaves its nearest millisecond, never nothing', (_, jumpMs, expected) => {
    expect(momentRange(aHit({ jumpMs }))).toEqual(expected)
  })

  test('a passage without length lasts a millisecond', () => {
    expect(momentRange(aHit({ startMs: 5, endMs: 5, jumpMs: 5 }))).toEqual({ startMs: 5, endMs: 6 })
  })
})

describe('what is written', () => {
  const written = { startMs: null, endMs: null, jumpMs: null }

  test('the section counts, and every section when none is labelled', () => {
    const hits = [aHit({ ...written, anchor: 'intro' }), aHit({ ...written, anchor: 'vae' })]
    expect(ranksOf(hits, aJudgment({ startMs: null, endMs: null, anchor: 'vae' }))).toEqual({
      passage: 2,
      moment: 2,
    })
    expect(ranksOf(hits, aJudgment({ startMs: null, endMs: null }))).toEqual({ passage: 1, moment: 1 })
  })

  test('what is said in the same document is no section', () => {
    expect(ranksOf([aHit()], aJudgment({ startMs: null, endMs: null })).passage).toBe(0)
  })
})

describe('the seek error', () => {
  const miss = aHit({ document: { id: 'another' } })

  test('is that of the first relevant hit', () => {
    const judgment = aJudgment({ sentenceStartsMs: [125_000] })
    // 125 s − 1.5 s lead = 123.5 s; played from 110 s
    expect(judgeHits([miss, aHit(), aHit({ jumpMs: 123_500 })], judgment).seekErrorMs).toBe(13_500)
  })

  test('is the distance from the nearest sentence that answers, and one elsewhere makes its passage relevant', () => {
    const judgment = aJudgment({ sentenceStartsMs: [125_000, 300_000] })
    const elsewhere = aHit({ startMs: 290_000, endMs: 320_000, jumpMs: 296_000 })
    // 300 s − 1.5 s lead = 298.5 s; played from 296 s
    expect(judgeHits([elsewhere], judgment)).toEqual({
      ranks: { passage: 1, moment: 1 },
      seekErrorMs: 2_500,
      leadErrorMs: 0,
    })
  })

  test('is unknown without a marked sentence, and without a relevant hit among ten', () => {
    expect(judgeHits([aHit()], aJudgment()).seekErrorMs).toBeNull()
    const hits = [...Array<JudgedHit>(10).fill(miss), aHit()]
    expect(judgeHits(hits, aJudgment({ sentenceStartsMs: [125_000] }))).toEqual({
      ranks: { passage: 11, moment: 11 },
      seekErrorMs: null,
      leadErrorMs: null,
    })
    expect(judgeHits([miss], aJudgment({ sentenceStartsMs: [125_000] })).seekErrorMs).toBeNull()
  })
})

test('beyond the lead is what lies outside the eight seconds before the sentence', () => {
  const of = (jumpMs: number) =>
    judgeHits([aHit({ jumpMs })], aJudgment({ sentenceStartsMs: [125_000] })).leadErrorMs
  expect([116_000, 117_000, 123_500, 125_000, 126_000].map(of)).toEqual([1_000, 0, 0, 0, 1_000])
})

describe('an answer', () => {
  const answerAt = (startMs: number | null, documentId = aJudgment().documentId) => ({
    sentences: [{ text: '', documentId, passageId: 'p', speaker: null, startMs }],
  })
  const { startMs, endMs } = aJudgment()
  if (startMs === null || endMs === null) expect.unreachable()

  test('is right when it begins in the labelled range, two seconds of tolerance before it', () => {
    const times = [startMs - 2_001, startMs - 2_000, endMs - 1, endMs]
    expect(times.map((ms) => judgeAnswer(answerAt(ms), aJudgment()))).toEqual([false, true, true, false])
  })
  test('is right with a marked sentence elsewhere, and wrong in another document', () => {
    const judgment = aJudgment({ sentenceStartsMs: [900_000] })
    expect(judgeAnswer(answerAt(901_000), judgment)).toBe(true)
    expect(judgeAnswer(answerAt(startMs, 'another'), judgment)).toBe(false)
  })
  test('that was not given is neither', () => expect(judgeAnswer(null, aJudgment())).toBeNull())
})
