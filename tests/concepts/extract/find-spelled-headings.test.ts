import { describe, expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import {
  findSpelledHeadings,
  findSpelledOpenings,
} from '../../../src/concepts/extract/find-spelled-headings.js'
import type { Document } from '../../../src/domain/document.js'
import { aDocument } from '../../builders/documents.js'
import { hostileTexts } from '../hostile-texts.js'

/** Pairs of a post with these headings; its text counts the phrases, those of the headings unless told otherwise. */
function find(headings: string[], text: string, fields: Partial<Document> = {}, phrases = headings) {
  const sections = headings.map((heading, at) => ({
    anchor: String(at),
    heading,
    level: 2,
    text: '',
    quotes: [],
    links: [],
  }))
  const counted = new Set(phrases.map(conceptKey))
  return findSpelledHeadings(aDocument({ kind: 'post', sections, ...fields }), [{ text }], {
    named: [],
    isPhrase: (key) => counted.has(key),
  }).map(({ short, long }) => `${short} = ${long}`)
}

test('a heading is the long form of an abbreviation that its post uses', () => {
  const headings = ['Mean Dough Rank', 'Levain']
  expect(find(headings, 'How the MDR is worked out.')).toEqual(['MDR = Mean Dough Rank'])
  expect(find(headings, 'Several MDRs.')).toEqual(['MDR = Mean Dough Rank'])
  expect(find(headings, '', { tags: ['MDR', 'bread'] })).toEqual(['MDR = Mean Dough Rank'])
  expect(find(['Web of Gluten'], 'A WoG.')).toEqual(['WoG = Web of Gluten'])
})

test('but not of a word in small letters, of two letters, of letters anywhere, or of a part of it', () => {
  expect(find(['Mean Dough Rank'], 'the mdr')).toEqual([])
  expect(find(['Dough Rank'], 'the DR')).toEqual([])
  expect(find(['Covenants overview'], 'the CEO')).toEqual([])
  expect(find(['Mean Dough Rank Tables'], 'the MDR')).toEqual([])
})

test('nor where two headings could be meant', () => {
  expect(find(['Mean Dough Rank', 'Most Dough Risen'], 'the MDR')).toEqual([])
})

test('nor when the heading names nothing, or in what is heard', () => {
  expect(find(['Moving forward again'], 'the MFA', {}, [])).toEqual([])
  expect(find(['Mean Dough Rank'], 'the MDR', { kind: 'episode' })).toEqual([])
})

test('whatever stands in headings and texts', () => {
  for (const [, text] of hostileTexts) expect(() => find([text, 'Mean Dough Rank'], text)).not.toThrow()
})

describe('a heading that is a short form stands for what its section begins with', () => {
  const opening = (heading: string, text: string, kind: Document['kind'] = 'post') =>
    findSpelledOpenings(
      aDocument({ kind, sections: [{ anchor: 'a', heading, level: 2, text, quotes: [], links: [] }] }),
    ).map(({ short, long }) => `${short} = ${long}`)

  test('by its initials, an article left out', () => {
    expect(opening('3. nDCG', 'Normalised discounted cumulated gain adds up answers.')).toEqual([
      'nDCG = Normalised discounted cumulated gain',
    ])
    expect(opening('GPT', 'Generative Pre-trained Transformer. It writes.')).toEqual([
      'GPT = Generative Pre-trained Transformer',
    ])
    expect(opening('MDR', 'The mean dough rank is a number.')).toEqual(['MDR = mean dough rank'])
  })
  test('but not otherwise, of two letters, or in what is heard', () => {
    expect(opening('GPT', 'Generative Pre-trained models and Transformers.')).toEqual([])
    expect(opening('MDR', 'Measures how dough rises.')).toEqual([])
    expect(opening('MDR', 'It is the mean dough rank.')).toEqual([])
    expect(opening('DR', 'Dough rank is a number.')).toEqual([])
    expect(opening('Levain', 'Levain is a dough.')).toEqual([])
    expect(opening('MDR', 'Mean dough rank is a number.', 'episode')).toEqual([])
  })
  test('whatever it holds', () => {
    for (const [, text] of hostileTexts) expect(() => opening(text, text)).not.toThrow()
  })
})
