import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWordMarks, splitByMarks, type MarkRange } from '../../web/src/text-marks.js'

const marked = (text: string, query: string) =>
  findWordMarks(text, query).map(([from, to]) => text.slice(from, to))

describe('splitting a text by its marks', () => {
  test('a mark at each edge and one inside', () => {
    expect(
      splitByMarks('one two six', [
        [0, 3],
        [4, 7],
        [8, 11],
      ]),
    ).toEqual([
      { text: 'one', marked: true },
      { text: ' ', marked: false },
      { text: 'two', marked: true },
      { text: ' ', marked: false },
      { text: 'six', marked: true },
    ])
  })

  test('marks that touch or overlap become one, whatever their order', () => {
    const expected = [
      { text: 'abcd', marked: true },
      { text: 'ef', marked: false },
    ]
    expect(
      splitByMarks('abcdef', [
        [2, 4],
        [0, 2],
      ]),
    ).toEqual(expected)
    expect(
      splitByMarks('abcdef', [
        [1, 4],
        [0, 3],
      ]),
    ).toEqual(expected)
  })

  test('a part of the text keeps only the marks inside it, cut at its edges', () => {
    expect(
      splitByMarks(
        'abcdef',
        [
          [0, 2],
          [3, 6],
        ],
        [1, 5],
      ),
    ).toEqual([
      { text: 'b', marked: true },
      { text: 'c', marked: false },
      { text: 'de', marked: true },
    ])
  })

  test('empty marks, marks outside the text and an empty text give no parts of their own', () => {
    expect(
      splitByMarks('ab', [
        [1, 1],
        [5, 9],
        [-4, -1],
      ]),
    ).toEqual([{ text: 'ab', marked: false }])
    expect(splitByMarks('', [[0, 1]])).toEqual([])
  })

  test('joined again the parts are the text, and a unit is marked exactly when a range holds it', () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.array(range), (text, marks: MarkRange[]) => {
        const parts = splitByMarks(text, marks)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        const flags = parts.flatMap((part) => Array.from({ length: part.text.length }, () => part.marked))
        const expected = Array.from({ length: text.length }, (_, unit) =>
          marks.some(([from, to]) => from <= unit && unit < to),
        )
        expect(flags).toEqual(expected)
        expect(parts.every((part, index) => part.marked !== parts[index + 1]?.marked)).toBe(true)
      }),
    )
  })
})

describe('finding the words of a query in a text', () => {
  test('forms of a word are marked, case and accents aside', () => {
    expect(marked('Encoders encode; the ENCODER encoded. Décodé.', 'how does an encoder decode')).toEqual([
      'Encoders',
      'encode',
      'ENCODER',
      'encoded',
      'Décodé',
    ])
  })

  test('words that only begin alike are not', () => {
    expect(marked('transformer transaction translate trans', 'transport')).toEqual([])
  })

  test('short words are marked only as they are', () => {
    expect(marked('VAE, vaes, a net and nets', 'vae net')).toEqual(['VAE', 'net'])
  })

  test('a query of silent words, of signs or of nothing marks nothing', () => {
    expect(marked('what is it to be', 'what is it')).toEqual([])
    expect(marked('C++ and more', '++ (.*) [')).toEqual([])
    expect(marked('anything', '')).toEqual([])
  })

  test('ranges count UTF-16 units, so that they fit after an emoji', () => {
    expect(findWordMarks('😀 vector', 'vectors')).toEqual([[3, 9]])
  })
})
