import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateHeightRem, groupOfLine, groupParagraphs } from '../../web/src/transcript-groups.js'
import type { Paragraph } from '../../web/src/transcript-lines.js'

/** A paragraph per list, a line per length of text. */
function aTranscript(lengths: readonly (readonly number[])[]): Paragraph[] {
  let index = 0
  return lengths.map((lines) => ({
    speaker: null,
    continued: false,
    ad: false,
    adReason: null,
    startMs: null,
    lines: lines.map((length) => ({ index: index++, startMs: null, endMs: null, text: 'w'.repeat(length) })),
  }))
}

test('paragraphs are grouped by their length, none is cut', () => {
  const groups = groupParagraphs(aTranscript([[1000, 999], [1000], [5000], [10]]))
  expect(groups.map(({ first, fromLine, toLine, length }) => ({ first, fromLine, toLine, length }))).toEqual([
    { first: 0, fromLine: 0, toLine: 3, length: 3002 },
    { first: 2, fromLine: 3, toLine: 4, length: 5001 },
    { first: 3, fromLine: 4, toLine: 5, length: 11 },
  ])
})

test('every paragraph and every line is in one group, in order', () => {
  const paragraph = fc.array(fc.nat(2000), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 20 }), (lengths) => {
      const paragraphs = aTranscript(lengths)
      const groups = groupParagraphs(paragraphs)
      expect(groups.flatMap((group) => group.paragraphs)).toEqual(paragraphs)
      for (const { lines } of paragraphs)
        for (const { index } of lines) {
          const group = groups[groupOfLine(groups, index)]
          expect(group?.paragraphs.some((each) => each.lines.some((line) => line.index === index))).toBe(true)
        }
    }),
  )
})

test('no transcript has no groups', () => {
  expect(groupParagraphs([])).toEqual([])
})

test('a narrower column is higher', () => {
  const [group] = groupParagraphs(aTranscript([[3000]]))
  if (!group) throw new Error('no group')
  // 3001 units at 75 and 45 a line, each 1.8 rem, half a line more, and a head.
  expect(estimateHeightRem(group, 75 * 0.53)).toBe(Math.round((3001 / 75 + 0.5) * 1.8 + 3.25))
  expect(estimateHeightRem(group, 45 * 0.53)).toBe(Math.round((3001 / 45 + 0.5) * 1.8 + 3.25))
})
