import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import { hasNumber, readHeadingNames, withoutNumber } from '../../../src/concepts/extract/heading-names.js'
import { hostileTexts } from '../hostile-texts.js'

test.each([
  ['1. Attention', 'Attention'],
  ['12) Attention', 'Attention'],
  ['3: Attention', 'Attention'],
  ['#4 Attention', 'Attention'],
  ['#5. Attention', 'Attention'],
  ['IV. Attention', 'Attention'],
])('a number before a heading is none of its name: %s', (heading, name) => {
  expect([hasNumber(heading), withoutNumber(heading)]).toEqual([true, name])
})

test.each([
  '3D Gaussian Splatting',
  '2250 Chessboard',
  '1.5 bits',
  'I. e.',
  'XGBoost',
  'A. Turing',
  '4.',
  '',
])('but part of it where no name would remain or none is counted: %s', (heading) => {
  // `I. e.` looks like a Roman number: a price for reading those.
  expect(withoutNumber(heading)).toBe(heading === 'I. e.' ? 'e.' : heading)
  expect(hasNumber(heading)).toBe(heading === 'I. e.')
})

describe('a heading names', () => {
  test.each([
    ['one thing', 'Dropout', ['Dropout']],
    [
      'an abbreviation and what it stands for',
      'RAG (Retrieval-Augmented Generation)',
      ['RAG', 'Retrieval-Augmented Generation'],
    ],
    [
      'a thing and its abbreviation',
      '3. Variational Autoencoders (VAEs)',
      ['Variational Autoencoders', 'VAEs'],
    ],
    [
      'a thing, and one of its words spelled out',
      'OOD Inputs (Out-of-Distribution)',
      ['OOD Inputs', 'OOD', 'Out-of-Distribution', 'Out-of-Distribution Inputs'],
    ],
    ['two short ones and both', 'ROC / AUC', ['ROC / AUC', 'ROC', 'AUC']],
    ['but not the halves of what only a slash joins', 'Blue/Green Deployment', ['Blue/Green Deployment']],
    [
      'two that are held against each other, either way',
      'Precision vs Recall',
      [
        'Precision vs Recall',
        'Precision and Recall',
        'Precision Recall',
        'Recall vs Precision',
        'Recall and Precision',
      ],
    ],
    [
      'or with a full stop, or in full',
      'Push vs. Pull',
      ['Push vs. Pull', 'Push and Pull', 'Push Pull', 'Pull vs Push', 'Pull and Push'],
    ],
    ['no bracket that is empty, or inside', 'Attention () (x', ['Attention () (x']],
    ['each thing once', 'Mamba (MAMBA)', ['Mamba']],
    ['nothing where no word is', '1. —', []],
    ['with single spaces', '2.  Loss \n  Function', ['Loss Function']],
  ])('%s: %s', (_, heading, names) => {
    expect(readHeadingNames(heading)).toEqual(names)
  })

  test('itself as it is when it is a whole text', () => {
    const text = `${'Precision vs Recall / '.repeat(20)}(PR)`
    expect(readHeadingNames(text)).toEqual([text])
  })
})

test('names have words, differ by more than their writing, and the first is of the heading itself', () => {
  const piece = fc.constantFrom(
    'A',
    'RAG',
    'vs',
    '/',
    '(',
    ')',
    '1.',
    'Long Name',
    ' ',
    'out-of',
    'é',
    '—',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((parts) => parts.join(' ')),
        fc.string(),
      ),
      (heading) => {
        const names = readHeadingNames(heading)
        const keys = names.map(conceptKey)
        expect(new Set(keys).size).toBe(names.length)
        expect(keys).not.toContain('')
        if (keys[0] !== undefined) expect(` ${conceptKey(heading)} `).toContain(` ${keys[0]} `)
      },
    ),
  )
})

test.each(hostileTexts)('200 kB of %s give a few names at most', (_, text) => {
  expect(readHeadingNames(text).length).toBeLessThanOrEqual(1)
  expect(readHeadingNames(`1. RAG (${text})`).length).toBeLessThanOrEqual(3)
})
