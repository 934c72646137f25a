import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeCues } from '../../ingest/normalize-cues.js'
import { segmentCues } from '../../ingest/segment-passages.js'
import { readTranscript } from '../../ingest/transcripts/read-transcript.js'
import { dropRepeats } from '../../src/search/drop-repeats.js'

/** Numbers that stand for words: `said(1, 20)` is twenty words of which no other range has a run. */
const said = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ')

/** The names of those kept, each with the names of its repeats. */
const group = (texts: Record<string, string>) =>
  dropRepeats(Object.keys(texts), (name) => texts[name] ?? '').map(({ kept, repeats }) => [kept, ...repeats])

test('the same words again join the first, whatever their case and punctuation', () => {
  const texts = {
    first: 'Welcome back to the garden show, your weekly hour on soil and seeds.',
    other: 'Tomatoes want a warm wall and very little wind in the first month.',
    again: 'WELCOME BACK to the garden show — your weekly hour on soil and seeds',
  }
  expect(group(texts)).toEqual([['first', 'again'], ['other']])
})

test('a read with a few other sentences around it is a repeat; half of something else is not', () => {
  // 100 words have 96 runs of five: 81 to 100 shared are 76 of 96 = .79, then 46 of 96 = .48.
  expect(group({ read: said(1, 80), again: said(1, 100) })).toEqual([['read', 'again']])
  expect(group({ read: said(1, 50), more: said(1, 100) })).toEqual([['read'], ['more']])
})

test('an excerpt below the whole is a repeat, the whole below an excerpt has more to say', () => {
  expect(group({ whole: said(1, 100), excerpt: said(30, 50) })).toEqual([['whole', 'excerpt']])
  expect(group({ excerpt: said(30, 50), whole: said(1, 100) })).toEqual([['excerpt'], ['whole']])
})

test('one episode in two feeds, cut at other places, is found in the passages on both sides of the cut', () => {
  const texts = {
    a1: said(1, 100),
    a2: said(101, 200),
    b1: said(30, 130),
    b2: said(131, 200),
  }
  expect(group(texts)).toEqual([
    ['a1', 'b1'],
    ['a2', 'b2'],
  ])
})

test('texts shorter than a run are repeats when they are equal, and what has no words is none', () => {
  expect(group({ a: 'Thank you.', b: 'thank you', c: 'Thank you all', d: '…', e: '…' })).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
    ['e'],
  ])
})

test('accents are letters, and scripts without spaces have a word a sign', () => {
  expect(
    group({ a: 'Die Käuferin prüft über Nacht alles', b: 'Die Kauferin pruft uber Nacht alles' }),
  ).toEqual([['a'], ['b']])
  const japanese = '検索は言葉が話された瞬間を見つけます'
  expect(group({ a: `${japanese}。`, b: `${japanese}、はい。`, c: '今日は天気がとても良いですね' })).toEqual([
    ['a', 'b'],
    ['c'],
  ])
})

test('every candidate is in one group, in order, and one that shares no word with another is alone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 30 }))), (ranges) => {
      const texts = ranges.map(([block, length]) => said(block * 1000, block * 1000 + length - 1))
      const groups = dropRepeats([...texts.keys()], (index) => texts[index] ?? '')
      expect(groups.flatMap(({ kept, repeats }) => [kept, ...repeats]).sort((a, b) => a - b)).toEqual([
        ...texts.keys(),
      ])
      const blockOf = (index: number) => ranges[index]?.[0]
      for (const { kept, repeats } of groups)
        for (const repeat of repeats) {
          expect(repeat).toBeGreaterThan(kept)
          expect(blockOf(repeat)).toBe(blockOf(kept))
        }
      const keptOrder = groups.map(({ kept }) => kept)
      expect(keptOrder).toEqual([...keptOrder].sort((a, b) => a - b))
    }),
  )
})

const transcripts = join(process.env.CUEPOINT_SHARED ?? '../shared', 'data/talk-python/transcripts')

/** All runs of five words, as words. */
function runsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.map((_, at) => words.slice(at, at + 5).join(' ')).slice(0, Math.max(1, words.length - 4)),
  )
}

test.skipIf(!existsSync(transcripts))(
  'of real episodes intros, outros and sponsor reads are kept once, as by comparing their words (needs the shared data)',
  () => {
    const files = readdirSync(transcripts).filter((file) => file.endsWith('.vtt'))
    const passages = files
      .sort()
      .slice(60, 80)
      .flatMap((file) => {
        const { cues } = readTranscript(readFileSync(join(transcripts, file), 'utf8'), 'text/vtt', file)
        const spoken = normalizeCues(cues, { durationMs: null }).cues
        const tagged = spoken.map((cue) => ({ ...cue, ad: false, adReason: null }))
        return segmentCues(tagged, { documentId: file, chapters: [], language: 'en' })
      })
    const heard = new Set<string>()
    const expected = passages.filter(({ text }) => {
      const runs = runsOf(text)
      const isRepeat = [...runs].filter((run) => heard.has(run)).length >= 0.7 * runs.size
      if (!isRepeat) for (const run of runs) heard.add(run)
      return isRepeat
    })
    const repeats = dropRepeats(passages, ({ text }) => text).flatMap((each) => each.repeats)
    expect(new Set(repeats)).toEqual(new Set(expected))
    expect(expected.length).toBeGreaterThan(10)
  },
)
