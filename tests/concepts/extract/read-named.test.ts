import { describe, expect, test } from 'vitest'
import { isTalkName, readNamedConcepts } from '../../../src/concepts/extract/read-named.js'
import type { Document, Section } from '../../../src/domain/document.js'
import { aDocument } from '../../builders/documents.js'
import { hostileTexts } from '../hostile-texts.js'

const aSection = (heading: string, fields: Partial<Section> = {}): Section => ({
  anchor: heading.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  heading,
  level: 3,
  text: `${heading} is explained here.`,
  quotes: [],
  links: [],
  ...fields,
})

const aPost = (...sections: Section[]): Document => aDocument({ kind: 'post', sections })
const paper = { title: 'The paper', url: 'https://example.org/paper.pdf', rel: 'paper' as const }

/** A section of a list of concepts, as its quote shows. */
const aQuoted = (heading: string, fields: Partial<Section> = {}): Section =>
  aSection(heading, { text: `What it is.\n\nLike ${heading}.`, quotes: [`Like ${heading}.`], ...fields })

const sureNames = (document: Document) =>
  readNamedConcepts(document)
    .filter(({ sure }) => sure)
    .map(({ names }) => names)

describe('numbered headings of a post are concepts', () => {
  test('when they are a list of explanations, each with its definition, analogy and links', () => {
    const document = aPost(
      aSection('Introduction'),
      aQuoted('1. Attention', { links: [paper] }),
      aQuoted('2. RAG (Retrieval-Augmented Generation)'),
      aQuoted('3. Dropout'),
      aSection('References'),
    )
    expect(readNamedConcepts(document)).toEqual([
      {
        names: ['Attention'],
        origin: 'heading',
        sure: true,
        anchor: '1-attention',
        definition: 'What it is.',
        analogy: 'Like 1. Attention.',
        links: [paper],
      },
      expect.objectContaining({ names: ['RAG', 'Retrieval-Augmented Generation'], sure: true }),
      expect.objectContaining({ names: ['Dropout'], sure: true }),
    ])
  })

  test('when their papers show that they are, though one of five has none', () => {
    const names = ['1. One idea', '2. Two idea', '3. Three idea', '4. Four idea']
    const document = aPost(
      ...names.map((name) => aSection(name, { links: [paper] })),
      aSection('5. Five idea'),
    )
    expect(sureNames(document)).toHaveLength(5)
  })

  test('when only the anchors are numbered', () => {
    const document = aPost(
      ...['Attention', 'Dropout', 'Epoch'].map((name, at) => aQuoted(name, { anchor: `${at + 1}-${name}` })),
    )
    expect(sureNames(document)).toEqual([['Attention'], ['Dropout'], ['Epoch']])
  })

  test.each([
    ['two are no list', [aQuoted('1. Attention'), aQuoted('2. Dropout')]],
    ['nothing explains them', ['1. Attention', '2. Dropout', '3. Epoch'].map((name) => aSection(name))],
    ['they are steps', ['1. Step one', '2. Phase 2: on', '3. Bug: off'].map((name) => aQuoted(name))],
    ['they have no number', ['Attention', 'Dropout', 'Epoch'].map((name) => aQuoted(name))],
    [
      'they are sentences',
      [1, 2, 3].map((at) => aQuoted(`${at}. We went and bought all of the machines ourselves`)),
    ],
  ])('but not when %s', (_, sections) => {
    expect(sureNames(aPost(...sections))).toEqual([])
  })

  test('though they may begin like steps', () => {
    const names = ['Phase Transition', 'Question Answering', 'Part-of-Speech Tagging']
    expect(sureNames(aPost(...names.map((name, at) => aQuoted(`${at + 1}. ${name}`))))).toEqual(
      names.map((name) => [name]),
    )
  })

  test('and not in the notes of an episode', () => {
    const sections = ['1. Attention', '2. Dropout', '3. Epoch'].map((name) => aQuoted(name))
    expect(readNamedConcepts(aDocument({ kind: 'episode', sections }))).toEqual([])
  })

  test('while what stands in brackets at several of them is a remark and no name', () => {
    const document = aPost(
      aQuoted('1. Pong (playable)'),
      aQuoted('2. Tempest (playable)'),
      aQuoted('3. Asteroids (1979 video game)'),
    )
    expect(sureNames(document)).toEqual([['Pong'], ['Tempest'], ['Asteroids', '1979 video game']])
  })
})

describe('a table of terms', () => {
  const table = (...rows: string[]) => aSection('Quick reference', { text: rows.join('\n') })

  test('shows that numbered headings are concepts, and names them beside', () => {
    const document = aPost(
      aSection('1. Backprop'),
      aSection('2. Why ML is fragile'),
      aSection('3. Epoch'),
      aSection('4. Dropout'),
      aSection('5. Attention'),
      table(
        'Backpropagation: the errors flow backward',
        'ML fragility: what was learned does not hold',
        'Epoch: one pass over the data',
        // Three of five have the name of their heading.
        'Dropout: leaving some out',
        'Attention: looking at some',
      ),
    )
    // The row leads where the heading is a sentence, and follows where it is another name.
    expect(sureNames(document)).toEqual([
      ['Backprop', 'Backpropagation'],
      ['ML fragility', 'Why ML is fragile'],
      ['Epoch'],
      ['Dropout'],
      ['Attention'],
    ])
  })

  test('is read by name where it has another order, and by place only where a word begins alike', () => {
    const document = aPost(
      aQuoted('1. Attention'),
      aQuoted('2. Recurrent Networks'),
      aQuoted('3. Dropout'),
      table('Dropout: leaving some out', 'Recurrence: going round and round', 'Attention: looking at some'),
    )
    expect(sureNames(document)).toEqual([['Attention'], ['Recurrent Networks', 'Recurrence'], ['Dropout']])
  })

  test('is read by place where its row is the abbreviation of the heading', () => {
    const document = aPost(
      aQuoted('1. Autoencoders'),
      aQuoted('2. Variational Autoencoders'),
      aQuoted('3. Mean Reciprocal Rank'),
      table(
        'Autoencoders: squeeze and rebuild',
        'VAEs: clouds for points',
        'MRR: where the first one stands',
      ),
    )
    expect(sureNames(document)).toEqual([
      ['Autoencoders'],
      ['Variational Autoencoders', 'VAEs'],
      ['Mean Reciprocal Rank', 'MRR'],
    ])
  })

  test('is none of two rows, and none where most lines are something else', () => {
    const headings = ['1. Attention', '2. Dropout', '3. Epoch'].map((name) => aSection(name))
    const rows = ['Attention: looking at some', 'Dropout: leaving some out']
    expect(sureNames(aPost(...headings, table(...rows)))).toEqual([])
    const prose = ['We talked.', 'And then we went.', 'It was late.', 'So.']
    const three = [...rows, 'Epoch: one pass over the data']
    expect(sureNames(aPost(...headings, table(...three, ...prose)))).toEqual([])
  })
})

describe('a definition', () => {
  const definitionOf = (fields: Partial<Section>) =>
    readNamedConcepts(aPost(aQuoted('1. One', fields), aQuoted('2. Two'), aQuoted('3. Three')))[0]

  test('is the first paragraph that is no quote, and the first quote is the analogy', () => {
    const read = definitionOf({
      text: 'Like one.\n\nIt is one.\n\nIt is more.\n\nLike two.',
      quotes: ['Like one.', 'Like two.'],
    })
    expect([read?.definition, read?.analogy]).toEqual(['It is one.', 'Like one.'])
  })

  test('is empty where the section has none', () => {
    const read = definitionOf({ text: 'Like one.', quotes: ['Like one.'] })
    expect([read?.definition, read?.analogy]).toEqual(['', 'Like one.'])
  })

  test('is cut behind a sentence when it is long', () => {
    const sentence = `It is ${'very '.repeat(40)}long.`
    const read = definitionOf({ text: [sentence, sentence, sentence].join(' ') })
    expect(read?.definition).toBe(sentence)
  })

  test('without any end of a sentence is cut between words, else anywhere but in half a character', () => {
    expect(definitionOf({ text: 'word '.repeat(100) })?.definition).toBe('word '.repeat(79) + 'word')
    const read = definitionOf({ text: `a${'😀'.repeat(300)}` })
    expect(read?.definition).toMatch(/^a(?:😀){100,200}$/u)
  })
})

describe('further names, none of them sure', () => {
  test('are tags, chapters, and headings that are tags, too', () => {
    const named = readNamedConcepts(
      aDocument({
        kind: 'post',
        tags: ['machine-learning', 'vector_graphics', 'a-tag-of-all-too-many-words'],
        sections: [aSection('Vector Graphics'), aSection('The end')],
        chapters: [{ startMs: 0, endMs: null, title: '2. Silent payments', url: null }],
      }),
    )
    expect(named.map(({ names, origin, sure }) => [names, origin, sure])).toEqual([
      [['Vector Graphics'], 'heading', false],
      [['machine learning'], 'tag', false],
      [['vector graphics'], 'tag', false],
      [['Silent payments'], 'chapter', false],
    ])
  })

  test('of an episode are its chapters, then its tags', () => {
    const named = readNamedConcepts(
      aDocument({
        tags: ['Zero-knowledge proofs', ''],
        chapters: [{ startMs: 0, endMs: null, title: 'Covenants', url: null }],
      }),
    )
    expect(named.map(({ names, origin }) => [names, origin])).toEqual([
      [['Covenants'], 'chapter'],
      [['Zero-knowledge proofs'], 'tag'],
    ])
  })
})

test.each([
  ['intro', true],
  ['the last question', true],
  ['use case', true],
  ['quick recap', true],
  ['trade off', true],
  ['silent payment', false],
  ['proof of work', true],
  ['question answering', false],
])('%s is a name of talk: %s', (key, isTalk) => {
  expect(isTalkName(key)).toBe(isTalk)
})

test.each(hostileTexts)('200 kB of %s are read wherever they stand', (_, text) => {
  const sections = [
    aQuoted(`1. ${text}`),
    aQuoted('2. Dropout', { text }),
    aQuoted('3. Epoch', { quotes: [text] }),
  ]
  const document = aDocument({ kind: 'post', sections })
  for (const { names, definition } of readNamedConcepts(document)) {
    expect(names.length).toBeGreaterThan(0)
    expect(definition.length).toBeLessThanOrEqual(400)
  }
})

test('ten thousand headings and rows are read', () => {
  const numbers = Array.from({ length: 10_000 }, (_, at) => at)
  const rows = numbers.map((at) => `Term x${at}: what it is like`).join('\n')
  const document = aPost(
    ...numbers.map((at) => aSection(`${at % 1000}. Heading y${at}`)),
    aSection('Table', { text: rows }),
  )
  expect(readNamedConcepts(document)).toEqual([])
})
