import { describe, expect, test } from 'vitest'
import type { NamedConcept } from '../../../src/concepts/extract/evidence.js'
import { chooseStatements } from '../../../src/concepts/relate/choose-statements.js'
import type { Mention } from '../../../src/concepts/relate/concept-mentions.js'
import { aNaming } from '../evidence-builder.js'
import { aPassageOf } from './mention-builder.js'

/** Something said about it. */
function heard(documentId: string, ordinal: number, fields: Partial<Mention> = {}): Mention {
  const [mention] = aPassageOf(documentId, ordinal, [0], {
    strength: 0.8,
    quality: 0.5,
    text: `${documentId} ${ordinal}`,
    sentence: 1,
    ...fields,
  })
  return mention as Mention
}

/** The passage that opens the section which explains it. */
const opening = (documentId: string, anchor: string, fields: Partial<Mention> = {}): Mention =>
  heard(documentId, 0, {
    kind: 'post',
    anchor,
    startMs: null,
    endMs: null,
    strength: 1,
    sentence: 0,
    text: '',
    ...fields,
  })

const aSection = (documentId: string, anchor: string, fields: Partial<NamedConcept> = {}) => ({
  documentId,
  named: aNaming(['It'], {
    anchor,
    definition: `It is what ${documentId} says.`,
    analogy: `Like ${documentId}.`,
    ...fields,
  }),
})

const texts = (statements: { text: string }[]) => statements.map(({ text }) => text)

test('nothing said is nothing chosen', () => {
  expect(chooseStatements([], [])).toEqual({
    definitions: [],
    analogies: [],
    links: [],
    first: null,
    best: null,
  })
  // It is named, and nothing is said of it.
  const named = chooseStatements([heard('a', 0, { strength: 0.5 }), heard('a', 1, { text: '' })], [])
  expect([named.definitions, named.first, named.best]).toEqual([[], null, null])
})

test('a statement is word for word, and where it is', () => {
  const mention = heard('a', 3, { startMs: 70, endMs: 90, anchor: 'x' })
  const { definitions, first, best } = chooseStatements([mention], [])
  const statement = {
    text: 'a 3',
    documentId: 'a',
    passageId: 'a-3',
    startMs: 70,
    endMs: 90,
    anchor: 'x',
  }
  expect([definitions, first, best]).toEqual([[statement], statement, statement])
})

describe('definitions', () => {
  test('are those of sections, then what is said, best first, once for each document', () => {
    const mentions = [
      heard('a', 0, { quality: 0.4 }),
      heard('a', 1, { quality: 0.6 }),
      opening('b', 's'),
      heard('c', 0, { quality: 0.9 }),
    ]
    expect(texts(chooseStatements(mentions, [aSection('b', 's')]).definitions)).toEqual([
      'It is what b says.',
      'c 0',
      'a 1',
    ])
  })

  test('that are as good come in the order given, and there are five at most', () => {
    const mentions = ['a', 'b', 'c', 'd', 'e', 'f'].map((documentId) => heard(documentId, 0))
    expect(texts(chooseStatements(mentions, []).definitions)).toEqual(['a 0', 'b 0', 'c 0', 'd 0', 'e 0'])
  })

  test('need a strength of 0.6', () => {
    const mentions = [heard('a', 0, { strength: 0.599 }), heard('b', 0, { strength: 0.6 })]
    expect(texts(chooseStatements(mentions, []).definitions)).toEqual(['b 0'])
  })

  test('of a section are told once, however many of its passages name it', () => {
    const mentions = [opening('b', 's'), opening('b', 's', { passageId: 'b-1', ordinal: 1 })]
    expect(texts(chooseStatements(mentions, [aSection('b', 's')]).definitions)).toEqual([
      'It is what b says.',
    ])
  })

  test('are not those of a section of the same name in another document, nor where it is only mentioned', () => {
    const sections = [aSection('b', 's')]
    for (const mention of [opening('c', 's'), opening('b', 't'), opening('b', 's', { strength: 0.9 })])
      expect(chooseStatements([mention], sections).definitions).toEqual([])
  })

  test('are not what a document names without explaining', () => {
    const unsure = aSection('b', 's', { sure: false })
    expect(chooseStatements([opening('b', 's')], [unsure]).definitions).toEqual([])
  })
})

test('analogies are those of sections, in their order, three at most', () => {
  const documents = ['a', 'b', 'c', 'd', 'e']
  const sections = documents.map((id) => aSection(id, 's', id === 'b' ? { analogy: '' } : {}))
  const { analogies } = chooseStatements(
    documents.map((id) => opening(id, 's')),
    sections,
  )
  expect(texts(analogies)).toEqual(['Like a.', 'Like c.', 'Like d.'])
})

test('links are those of sections, each address once, with the document that gave it first, twelve at most', () => {
  const link = (at: number) => ({
    title: `Link ${at}`,
    url: `https://example.org/${at}`,
    rel: 'paper' as const,
  })
  const sections = [
    aSection('a', 's', { links: [link(0), link(1)] }),
    aSection('b', 's', { links: [link(1), ...Array.from({ length: 20 }, (_, at) => link(at + 2))] }),
    aSection('c', 's', { links: [link(99)] }),
  ]
  const { links } = chooseStatements([opening('a', 's'), opening('b', 's')], sections)
  expect(links.map(({ url, documentId }) => [url.split('/').at(-1), documentId])).toEqual([
    ['0', 'a'],
    ['1', 'a'],
    ...Array.from({ length: 10 }, (_, at) => [`${at + 2}`, 'b']),
  ])
})

describe('the first explanation', () => {
  test('is the first in the order given that says what it is', () => {
    const mentions = [heard('a', 0, { strength: 0.5 }), heard('b', 0, { quality: 0.1 }), heard('c', 0)]
    expect(chooseStatements(mentions, []).first?.text).toBe('b 0')
  })

  test('is what can be played, where a note of the same recording only says it before', () => {
    const note = heard('a', 0, { startMs: null, endMs: null })
    const { first } = chooseStatements([note, heard('a', 1), heard('b', 0)], [])
    expect(first?.text).toBe('a 1')
    // Another recording says it later.
    expect(chooseStatements([note, heard('b', 0)], []).first?.text).toBe('a 0')
  })

  test('may be a section', () => {
    const { first } = chooseStatements([opening('b', 's'), heard('c', 0)], [aSection('b', 's')])
    expect(first).toMatchObject({ text: 'It is what b says.', documentId: 'b', anchor: 's', startMs: null })
  })

  test('is no section without a definition: there is nothing to show of it', () => {
    const empty = [aSection('b', 's', { definition: '' })]
    expect(chooseStatements([opening('b', 's'), heard('c', 0)], empty).first?.text).toBe('c 0')
    expect(chooseStatements([opening('b', 's')], empty).first).toBeNull()
  })
})

describe('the best explanation', () => {
  test('can be played, even where a post explains it, too', () => {
    const mentions = [
      opening('b', 's'),
      heard('p', 0, { startMs: null, endMs: null, quality: 1 }),
      heard('c', 0, { quality: 0.4 }),
      heard('d', 0, { quality: 0.5 }),
    ]
    expect(chooseStatements(mentions, [aSection('b', 's')]).best?.text).toBe('d 0')
  })

  test('is the first section where nobody says it', () => {
    const mentions = [heard('a', 0, { startMs: null, quality: 1 }), opening('b', 's'), opening('c', 's')]
    expect(chooseStatements(mentions, [aSection('b', 's'), aSection('c', 's')]).best?.text).toBe(
      'It is what b says.',
    )
  })

  test('is not heard where it is hardly one and can be read better', () => {
    const mentions = (quality: number) => [
      heard('a', 0, { quality }),
      heard('b', 0, { startMs: null, quality: 0.45 }),
    ]
    expect(chooseStatements(mentions(0.29), []).best?.text).toBe('b 0')
    expect(chooseStatements(mentions(0.3), []).best?.text).toBe('a 0')
    expect(chooseStatements([heard('a', 0, { quality: 0.29 })], []).best?.text).toBe('a 0')
    expect(chooseStatements([heard('a', 0, { quality: 0.27 })], []).best).toBeNull()
  })

  test('is the best that can be read where there is no section', () => {
    const mentions = [0.4, 0.7, 0.5].map((quality, at) => heard('a', at, { startMs: null, quality }))
    expect(chooseStatements(mentions, []).best?.text).toBe('a 1')
  })
})
