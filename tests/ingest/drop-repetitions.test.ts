import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropRepetitions } from '../../ingest/drop-repetitions.js'
import type { NormalizedCue } from '../../src/domain/cue.js'

const cuesOf = (...texts: string[]): NormalizedCue[] =>
  texts.map((text, index) => ({
    startMs: index * 1_000,
    endMs: index * 1_000 + 1_000,
    speaker: null,
    text,
    interpolated: false,
  }))
const textsOf = (cues: NormalizedCue[]) => dropRepetitions(cues).cues.map(({ text }) => text)
const times = (count: number, text: string) => Array.from({ length: count }, () => text)

test('of a cue that is there four times in a row the first is kept at its time, and the loop is reported', () => {
  const cues = cuesOf('So long.', ...times(4, 'Thanks for watching.'), 'Or not.')
  expect(dropRepetitions(cues)).toEqual({
    cues: [cues[0], cues[1], cues[5]],
    issues: [
      {
        code: 'CUE_REPEATED',
        where: 'cue at 0:01',
        message: '"Thanks for watching." is there 4 times in a row; a recogniser does that, so one is kept',
      },
    ],
  })
})

test('cues are the same whatever their case and punctuation', () => {
  expect(textsOf(cuesOf('Thank you.', 'thank you', 'Thank you!', 'THANK YOU'))).toEqual(['Thank you.'])
})

test('a loop of several cues is one, too, and a last time that breaks off belongs to it', () => {
  const round = ['I see it.', 'You see it.', 'We go on.']
  expect(textsOf(cuesOf('First.', ...round, ...round, ...round, ...round, 'I see it.', 'Last.'))).toEqual([
    'First.',
    ...round,
    'Last.',
  ])
})

test('a phrase that is there five times in a row inside a cue is kept once, with what is around it', () => {
  const [cue] = dropRepetitions(cuesOf(`Well, ${times(5, 'and I think that').join(', ')}, it works.`)).cues
  expect(cue).toEqual(cuesOf('Well, and I think that, it works.')[0])
})

describe('people may repeat themselves', () => {
  test.each([
    ['a word', ['No, no, no, no, no, no.']],
    ['two words', ['very very very good', 'you know, you know, you know, it works']],
    ['three cues', ['Yeah.', 'Yeah.', 'Yeah.', 'Right.']],
    ['a phrase four times', [times(4, 'again and again').join(' ')]],
    [
      'a refrain with other lines between',
      ['la la', 'one', 'la la', 'two', 'la la', 'three', 'la la', 'four'],
    ],
    ['text without words', ['♪', '—', '♪']],
  ])('%s', (_, texts) => {
    expect(dropRepetitions(cuesOf(...texts))).toEqual({ cues: cuesOf(...texts), issues: [] })
  })
})

test('what is left is in order and holds every word that was said', () => {
  const text = fc
    .array(fc.constantFrom('no', 'yes', 'go', 'on'), { minLength: 1, maxLength: 40 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const words = (all: readonly string[]) => new Set(all.flatMap((each) => each.split(' ')))
      const { cues } = dropRepetitions(cuesOf(...texts))
      expect(words(cues.map((cue) => cue.text))).toEqual(words(texts))
      const starts = cues.map(({ startMs }) => startMs ?? 0)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }),
  )
})
