import { describe, expect, test } from 'vitest'
import { extractEvidence } from '../../../src/concepts/extract/extract-evidence.js'
import { noCorrections, type Corrections } from '../../../src/domain/corrections.js'
import type { Document } from '../../../src/domain/document.js'
import { aDocument, aPassage } from '../../builders/documents.js'
import { hostileTexts } from '../hostile-texts.js'

const read = (
  texts: readonly string[],
  document: Partial<Document> = {},
  corrections: Corrections = noCorrections,
) =>
  extractEvidence(
    aDocument({ title: '', ...document }),
    texts.map((text, ordinal) => aPassage({ text, ordinal })),
    corrections,
  )

describe('phrases are counted', () => {
  test('by their key: how often, by themselves, inside a sentence, and with capitals there', () => {
    const { terms } = read([
      'Covenants are old. We use Covenants.',
      'They like covenants and covenant outputs.',
    ])
    expect(terms.find(({ key }) => key === 'covenant')).toEqual({
      key: 'covenant',
      // Of three ways to write it, each once inside a sentence, the one that opens another, too.
      text: 'Covenants',
      count: 4,
      // `covenant outputs` is a longer phrase.
      alone: 3,
      // The first one opens its sentence: its capital is not its own.
      inside: 3,
      capital: 1,
    })
  })

  test('and shown as they are written most, of equals the first by the alphabet', () => {
    const textOf = (...texts: string[]) => read(texts).terms.find(({ key }) => key === 'soft fork')?.text
    expect(textOf('We like soft forks and a soft fork and the soft fork.')).toBe('soft fork')
    expect(textOf('We like soft forks and a soft fork.')).toBe('soft fork')
  })

  test('in English only, and in what has no language', () => {
    const text = 'We talk about the lightning network.'
    expect(read([text], { language: 'en-gb' }).terms).not.toEqual([])
    expect(read([text], { language: null }).terms).not.toEqual([])
    expect(read([text], { language: 'de' }).terms).toEqual([])
  })
})

test('advertisements say nothing, and nobody is heard in them', () => {
  const told = aPassage({ text: 'We talk about covenants.' })
  const ad = aPassage({
    ordinal: 1,
    text: 'Buy the Acme Wallet (AW) today.',
    ad: true,
    sentences: [{ from: 0, to: 31, startMs: 0, endMs: 1, speaker: 'Announcer' }],
  })
  const evidence = extractEvidence(aDocument({ title: '' }), [told, ad], noCorrections)
  expect(evidence).toEqual(extractEvidence(aDocument({ title: '' }), [told], noCorrections))
  expect(evidence.passageIds).toEqual([told.id])
})

describe('words', () => {
  test('are all counted, as keys and by the alphabet, whatever the language', () => {
    expect(read(['Forks, forks!', 'a FORK'], { language: 'de' }).words).toEqual([
      ['a', 1],
      ['fork', 3],
    ])
  })

  test('are kept in their order, a line for each passage and then for each heading', () => {
    const chapters = [{ startMs: 0, endMs: null, title: 'Soft-Forks', url: null }]
    const { lines } = read(['We use HTLCs.', 'They\ndo'], { chapters, title: 'Talk #3' })
    expect(lines.split('\n')).toEqual([' we use htlc ', ' they do ', ' soft fork ', ' talk 3 '])
  })
})

test('abbreviations are counted in the text, in headings and in the title', () => {
  const { abbreviations } = read(
    ['A partially signed bitcoin transaction (PSBT). Partially signed bitcoin transactions, or PSBTs.'],
    {
      title: 'Hash time locked contracts (HTLCs)',
      chapters: [{ startMs: 0, endMs: null, title: 'Replace-by-fee (RBF)', url: null }],
    },
  )
  expect(abbreviations).toEqual([
    { short: 'PSBT', long: 'partially signed bitcoin transaction', count: 1 },
    { short: 'PSBT', long: 'Partially signed bitcoin transactions', count: 1 },
    { short: 'RBF', long: 'Replace-by-fee', count: 1 },
    { short: 'HTLC', long: 'Hash time locked contracts', count: 1 },
  ])
})

describe('people', () => {
  const heard = (...speakers: (string | null)[]) =>
    speakers.map((speaker, ordinal) =>
      aPassage({ ordinal, text: 'Hm.', sentences: [{ from: 0, to: 3, startMs: 0, endMs: 1, speaker }] }),
    )

  test('are those whom the publisher names, then everybody else who is heard, with their sentences', () => {
    const document = aDocument({
      people: [
        { name: 'Ada', role: 'host' },
        { name: 'Grace', role: 'guest' },
        { name: 'Alan', role: 'editor' },
      ],
    })
    const { people } = extractEvidence(document, heard('Ada', 'Edsger', null, 'Ada'), noCorrections)
    expect(people).toEqual([
      { name: 'Ada', role: 'host', count: 2 },
      { name: 'Grace', role: 'guest', count: 0 },
      { name: 'Alan', role: 'speaker', count: 0 },
      { name: 'Edsger', role: 'speaker', count: 1 },
    ])
  })

  test('have the names that a user gave them', () => {
    const corrections = { ...noCorrections, speakers: { 'Speaker 1': 'Ada' } }
    const document = aDocument({ people: [{ name: 'Ada', role: 'host' }] })
    expect(extractEvidence(document, heard('Speaker 1'), corrections).people).toEqual([
      { name: 'Ada', role: 'host', count: 1 },
    ])
  })

  test('of a post are its authors', () => {
    const document = aDocument({ kind: 'post', people: [{ name: 'Ada', role: '' }] })
    expect(extractEvidence(document, [], noCorrections).people).toEqual([
      { name: 'Ada', role: 'author', count: 0 },
    ])
  })

  test('may be among the phrases that are written like names inside sentences', () => {
    const { mentioned } = read([
      'Yesterday we met Pieter Wuille, and then Pieter Wuille left the lightning network.',
    ])
    expect(mentioned).toEqual([{ key: 'pieter wuille', count: 2 }])
  })
})

test('what a document is is taken over, and its empty headings are left out', () => {
  const document = aDocument({
    id: 'd',
    sourceId: 's',
    kind: 'post',
    title: 'The title',
    series: { title: 'The series', part: 3 },
    publishedAt: '2026-01-02T00:00:00.000Z',
    sections: [
      { anchor: '', heading: '', level: 0, text: 'Text.', quotes: [], links: [] },
      { anchor: 'x', heading: 'The heading', level: 2, text: 'Text.', quotes: [], links: [] },
    ],
  })
  expect(extractEvidence(document, [], noCorrections)).toMatchObject({
    documentId: 'd',
    sourceId: 's',
    kind: 'post',
    series: 'The series',
    publishedAt: '2026-01-02T00:00:00.000Z',
    passageIds: [],
    terms: [],
    headings: [
      { key: 'the heading', numbered: false },
      { key: 'the title', numbered: false },
    ],
  })
})

test('reading a document twice says the same', () => {
  const texts = ['Covenants by Jeremy Rubin (CTV).', 'A covenant restricts outputs.']
  expect(read(texts)).toEqual(read(texts))
})

test.each(hostileTexts)('200 kB of %s are read', (_, text) => {
  const evidence = read([text], { title: text.slice(0, 1000) })
  expect(evidence.words.every(([word, count]) => word !== '' && count > 0)).toBe(true)
  for (const { count, alone, inside, capital } of evidence.terms) {
    expect(alone).toBeLessThanOrEqual(count)
    expect(inside).toBeLessThanOrEqual(count)
    expect(capital).toBeLessThanOrEqual(inside)
  }
})
