import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWords } from '../../ingest/count-words.js'
import { segmentCues, segmentSections } from '../../ingest/segment-passages.js'
import type { TaggedCue } from '../../src/domain/cue.js'
import type { Chapter, Section } from '../../src/domain/document.js'
import { passageId } from '../../src/domain/ids.js'

const cue = (startMs: number, endMs: number, text: string, rest: Partial<TaggedCue> = {}): TaggedCue => ({
  startMs,
  endMs,
  speaker: null,
  text,
  interpolated: false,
  ad: false,
  adReason: null,
  ...rest,
})
/** `Xa b c … .` of so many words, so that each sentence can be told from the others. */
const sentence = (words: number, name = 'Word') => `${name}${' word'.repeat(words - 1)}.`
/** Cues of one second each, one sentence a cue. */
const cuesOf = (...sentences: string[]) =>
  sentences.map((text, index) => cue(index * 1000, (index + 1) * 1000, text))
const segment = (cues: TaggedCue[], chapters: Chapter[] = []) =>
  segmentCues(cues, { documentId: 'd', chapters, language: 'en' })
const sizes = (cues: TaggedCue[], chapters: Chapter[] = []) =>
  segment(cues, chapters).map(({ text }) => countWords(text))
const chapter = (title: string, startMs: number, endMs: number | null): Chapter => ({
  title,
  startMs,
  endMs,
  url: null,
})
const same = (count: number, words: number) =>
  Array.from({ length: count }, (_, at) => sentence(words, `S${at}`))

test('a passage carries its sentences, times, chapter and main speaker', () => {
  const cues = [
    cue(0, 1000, 'Hello there.', { speaker: 'A' }),
    cue(1000, 3000, 'Well, hello to you. How are you?', { speaker: 'B' }),
  ]
  expect(segment(cues, [chapter('Greeting', 0, null)])).toEqual([
    {
      id: passageId('d', 'Hello there. Well, hello to you. How are you?', 0),
      documentId: 'd',
      ordinal: 0,
      startMs: 0,
      endMs: 3000,
      anchor: null,
      chapter: 'Greeting',
      speaker: 'B',
      ad: false,
      adReason: null,
      text: 'Hello there. Well, hello to you. How are you?',
      sentences: [
        { from: 0, to: 12, startMs: 0, endMs: 1000, speaker: 'A' },
        { from: 13, to: 32, startMs: 1000, endMs: 2188, speaker: 'B' },
        { from: 33, to: 45, startMs: 2250, endMs: 3000, speaker: 'B' },
      ],
    },
  ])
})

test('no cues, no passages', () => {
  expect(segment([])).toEqual([])
})

test('passages come near a hundred words', () => {
  expect(sizes(cuesOf(...same(20, 20)))).toEqual([100, 100, 100, 100])
})

test('a little rest joins what is before it', () => {
  expect(sizes(cuesOf(...same(5, 20), sentence(24)))).toEqual([124])
})

test('a border at the turn of a speaker is preferred to one a little nearer to the target', () => {
  const cues = cuesOf(...same(12, 20)).map((entry, at) => ({ ...entry, speaker: at < 4 ? 'A' : 'B' }))
  expect(segment(cues).map(({ speaker, text }) => [speaker, countWords(text)])).toEqual([
    ['A', 80],
    ['B', 100],
    ['B', 60],
  ])
})

test('no passage goes over the border of a chapter, and outside of chapters there is none', () => {
  const passages = segment(cuesOf(...same(4, 20)), [chapter('One', 1000, 2000), chapter('Two', 2000, 3000)])
  expect(passages.map(({ chapter, startMs, endMs }) => [chapter, startMs, endMs])).toEqual([
    [null, 0, 1000],
    ['One', 1000, 2000],
    ['Two', 2000, 3000],
    [null, 3000, 4000],
  ])
})

test('a sentence belongs to the chapter of its middle', () => {
  const passages = segment(cuesOf('One.', 'Two.', 'Three.'), [
    chapter('A', 0, 1400),
    chapter('B', 1400, null),
  ])
  expect(passages.map(({ chapter, text }) => [chapter, text])).toEqual([
    ['A', 'One.'],
    ['B', 'Two. Three.'],
  ])
})

test('a passage is wholly advertisement or wholly not', () => {
  const cues = cuesOf(...same(3, 10)).map((entry, at) => ({ ...entry, ad: at === 1 }))
  expect(segment(cues).map(({ ad, startMs }) => [ad, startMs])).toEqual([
    [false, 0],
    [true, 1000],
    [false, 2000],
  ])
})

test.each([
  ['a silence over four seconds ends a passage', 30, 4001, [30, 10]],
  ['four seconds are no silence', 30, 4000, [40]],
  ['however little was said before it', 2, 4001, [2, 10]],
])('%s', (_, words, gapMs, expected) => {
  expect(sizes([cue(0, 1000, sentence(words)), cue(1000 + gapMs, 9000, sentence(10))])).toEqual(expected)
})

test('equal texts get ids of their own, by occurrence, whatever their case', () => {
  const chapters = [chapter('One', 0, 1000), chapter('Two', 1000, 2000), chapter('Three', 2000, null)]
  expect(segment(cuesOf('Thank you.', 'THANK  You.', 'Bye.'), chapters).map(({ id }) => id)).toEqual([
    passageId('d', 'Thank you.', 0),
    passageId('d', 'Thank you.', 1),
    passageId('d', 'Bye.', 0),
  ])
})

test('a change in one chapter keeps the ids of all others', () => {
  const chapters = [chapter('One', 0, 10_000), chapter('Two', 10_000, null)]
  const before = segment(cuesOf(...same(20, 23)), chapters)
  const after = segment(cuesOf(sentence(60, 'New'), ...same(20, 23).slice(1)), chapters)
  const idsOf = (passages: typeof before) =>
    passages.filter((passage) => passage.chapter === 'Two').map(({ id }) => id)
  expect(idsOf(after)).toEqual(idsOf(before))
  expect(after[0]?.id).not.toBe(before[0]?.id)
})

const anyCues = fc
  .array(
    fc.record({
      gapMs: fc.constantFrom(0, 0, 0, 5000),
      lengthMs: fc.integer({ min: 1, max: 20_000 }),
      words: fc.array(fc.constantFrom('We', 'met', 'Rome.', 'Oh?', 'and', 'so,', '...'), {
        minLength: 1,
        maxLength: 60,
      }),
      speaker: fc.constantFrom('A', 'B', null),
      ad: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((entries) => {
    let clockMs = 0
    return entries.map(({ gapMs, lengthMs, words, speaker, ad }) => {
      const startMs = clockMs + gapMs
      clockMs = startMs + lengthMs
      return cue(startMs, clockMs, words.join(' '), { speaker, ad })
    })
  })

test('passages hold every word once and in order, within size and times, under ids of their own', () => {
  fc.assert(
    fc.property(anyCues, fc.array(fc.nat({ max: 100_000 }), { maxLength: 4 }), (cues, starts) => {
      const chapters = [...new Set(starts)]
        .sort((a, b) => a - b)
        .map((startMs) => chapter(`C${startMs}`, startMs, null))
      const passages = segment(cues, chapters)
      const spoken = (texts: { text: string }[]) => texts.map(({ text }) => text).join(' ')
      expect(spoken(passages)).toBe(spoken(cues))
      expect(passages.map(({ ordinal }) => ordinal)).toEqual(passages.map((_, index) => index))
      expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
      let lastMs = cues[0]?.startMs ?? 0
      for (const { text, sentences, startMs, endMs } of passages) {
        expect(countWords(text) <= 160 || sentences.length === 1).toBe(true)
        expect(sentences.map(({ from, to }) => text.slice(from, to)).join(' ')).toBe(text)
        expect([startMs, endMs]).toEqual([sentences[0]?.startMs, sentences.at(-1)?.endMs])
        expect(startMs).toBeGreaterThanOrEqual(lastMs)
        lastMs = endMs ?? lastMs
      }
    }),
    { seed: 17, numRuns: 500 },
  )
})

describe('posts', () => {
  const section = (text: string, rest: Partial<Section> = {}): Section => ({
    anchor: 'a',
    heading: 'Heading',
    level: 2,
    text,
    quotes: [],
    links: [],
    ...rest,
  })
  const read = (...sections: Section[]) => segmentSections(sections, { documentId: 'd', language: 'en' })

  test('a section is a passage with its anchor and heading, and without times', () => {
    expect(
      read(
        section('One. Two.', { anchor: 'x', heading: 'X' }),
        section(' '),
        section('Three', { heading: '' }),
      ),
    ).toEqual([
      expect.objectContaining({
        id: passageId('d', 'One. Two.', 0),
        ordinal: 0,
        anchor: 'x',
        chapter: 'X',
        startMs: null,
        endMs: null,
        speaker: null,
        ad: false,
        adReason: null,
        text: 'One. Two.',
        sentences: [
          { from: 0, to: 4, startMs: null, endMs: null, speaker: null },
          { from: 5, to: 9, startMs: null, endMs: null, speaker: null },
        ],
      }),
      expect.objectContaining({ ordinal: 1, anchor: 'a', chapter: null, text: 'Three' }),
    ])
  })

  test('paragraphs, list items and rows keep their lines; wrapped lines are joined', () => {
    const text =
      'A paragraph that was wrapped by hand at near eighty characters, as people\ndo in Markdown files.\n\n' +
      '- first item\n- second item\n\n\n| a | b |\n| 1 | 2 |'
    expect(read(section(text)).map((passage) => passage.text)).toEqual([
      'A paragraph that was wrapped by hand at near eighty characters, as people do in Markdown files.\n\n' +
        '- first item\n- second item\n\n| a | b |\n| 1 | 2 |',
    ])
  })

  test('a long section is cut between paragraphs, near a hundred words', () => {
    const paragraphs = same(6, 45).join('\n\n')
    expect(read(section(paragraphs)).map((passage) => countWords(passage.text))).toEqual([90, 90, 90])
  })

  test('a sentence of more than 160 words is cut at its clauses', () => {
    const sentences = read(section(`${'word '.repeat(79)}word, ${'word '.repeat(99)}end.`)).flatMap(
      (passage) => passage.sentences.map(({ from, to }) => countWords(passage.text.slice(from, to))),
    )
    expect(sentences).toEqual([80, 80, 20])
  })

  test('every word is kept, in order, whatever the text', () => {
    const token = fc.constantFrom('word', 'End.', '\n', '\n\n', ' ', '- ', '| ', '\t', '漢字。')
    fc.assert(
      fc.property(fc.array(token, { maxLength: 80 }), (tokens) => {
        const text = tokens.join('')
        const passages = read(section(text))
        const letters = (value: string) => value.replace(/\s/gu, '')
        expect(passages.map((passage) => letters(passage.text)).join('')).toBe(letters(text))
        for (const { text: whole, sentences } of passages)
          expect(letters(sentences.map(({ from, to }) => whole.slice(from, to)).join(''))).toBe(
            letters(whole),
          )
      }),
      { seed: 19, numRuns: 500 },
    )
  })
})
