import { describe, expect, test } from 'vitest'
import { excerptOf, snippetOf } from '../../web/src/excerpt.js'

const textOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe('what a hit shows of its passage', () => {
  test('the best sentence is marked; the text around it, inside the passage and beyond, is its context', () => {
    const text = 'First one. The encoder differs. Last one.'
    expect(
      excerptOf({
        text,
        best: [11, 31],
        highlights: [
          [15, 22],
          [32, 36],
        ],
        before: 'Earlier.',
        after: 'Later.',
      }),
    ).toEqual({
      before: 'Earlier. First one.',
      sentence: [
        { text: 'The ', marked: false },
        { text: 'encoder', marked: true },
        { text: ' differs.', marked: false },
      ],
      after: 'Last one. Later.',
    })
  })

  test('context is cut between words, on the side away from the sentence', () => {
    const { before, after } = excerptOf({
      text: 'x',
      best: [0, 1],
      highlights: [],
      before: 'word '.repeat(60),
      after: 'word '.repeat(60),
    })
    expect(before).toMatch(/^… (word ){10,}word$/)
    expect(after).toMatch(/^(word ){10,}word …$/)
  })

  test('a sentence of a page is cut around its first mark, between words', () => {
    const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`.trim()
    const from = text.indexOf('needle')
    const { sentence } = excerptOf({
      text,
      best: [0, text.length],
      highlights: [[from, from + 6]],
      before: '',
      after: '',
    })
    const shown = textOf(sentence)
    expect(shown).toMatch(/^… (before )+needle (after )+ ?…$/)
    expect(shown.length).toBeLessThan(370)
    expect(sentence.filter((part) => part.marked)).toEqual([{ text: 'needle', marked: true }])
  })

  test('a long sentence whose only mark is in its last words is cut at the front alone', () => {
    const text = `${'before '.repeat(100)}needle`
    const from = text.indexOf('needle')
    const shown = textOf(
      excerptOf({ text, best: [0, text.length], highlights: [[from, text.length]], before: '', after: '' })
        .sentence,
    )
    expect(shown).toMatch(/^… (before )+needle$/)
  })
})

describe('a further moment in short', () => {
  test('begins a little before its first mark', () => {
    const text = `${'before '.repeat(20)}needle and after`
    expect(textOf(snippetOf(text, [[140, 146]]))).toBe(
      '… before before before before before needle and after',
    )
  })

  test('begins with the text when the mark is near, or there is none', () => {
    expect(textOf(snippetOf('a needle', [[2, 8]]))).toBe('a needle')
    expect(textOf(snippetOf('nothing', []))).toBe('nothing')
  })

  test('is cut between words where it would be too long', () => {
    const shown = textOf(snippetOf('word '.repeat(60).trim(), []))
    expect(shown).toBe(`${'word '.repeat(32).trim()} …`)
  })
})
