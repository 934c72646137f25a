import { describe, expect, test } from 'vitest'
import type { Mention } from '../../../src/concepts/relate/concept-mentions.js'
import { findPrerequisites, type ExplainedConcept } from '../../../src/concepts/relate/find-prerequisites.js'
import { aPassageOf, aTableOf } from './mention-builder.js'

/** A passage that explains the first concept and uses the others. */
function explaining(documentId: string, explained: number, used: number[], quality = 0.5): Mention[] {
  const concepts = [explained, ...used].sort((a, b) => a - b)
  return aPassageOf(documentId, 0, concepts).map((mention) =>
    mention.concept === explained ? { ...mention, strength: 0.8, quality } : mention,
  )
}

interface Told {
  /** What explanations say, by document; where nothing is given, their own words name nothing. */
  texts?: Record<string, string>
  /** Documents whose explanations are sections. */
  written?: string[]
  concepts?: Partial<ExplainedConcept>[]
}

function find(
  documents: Mention[][],
  { texts = {}, written = [], concepts = [] }: Told = {},
  passages = 100,
) {
  const rows = documents.flat()
  return findPrerequisites({
    mentions: aTableOf(documents),
    concepts: ['mempool', 'erlay'].map((key, at) => ({
      keys: [key],
      isUsual: false,
      hidden: false,
      ...concepts[at],
    })),
    passages,
    explanationAt(at) {
      const documentId = rows[at]?.documentId ?? ''
      return { text: texts[documentId] ?? '', written: written.includes(documentId) }
    },
  })
}

const uses = [explaining('b', 1, [0], 0.2), explaining('c', 1, [0], 0.9), explaining('d', 1, [0], 0.4)]

test('what three explanations use that was explained before is needed for it, best evidence first', () => {
  expect(find([explaining('a', 0, []), ...uses, explaining('e', 1, [0], 0.3)])).toEqual([
    [],
    [
      {
        concept: 0,
        support: 4,
        evidence: ['c', 'd', 'e'].map((documentId) => ({ documentId, passageId: `${documentId}-0` })),
      },
    ],
  ])
})

describe('it is not needed', () => {
  const nothing = [[], []]
  test('when two explanations use it', () => {
    expect(find([explaining('a', 0, []), ...uses.slice(1)])).toEqual(nothing)
  })
  test('when it was explained later, or in the same passage, or never', () => {
    expect(find([...uses, explaining('z', 0, [])])).toEqual(nothing)
    expect(find(uses)).toEqual(nothing)
    const both = uses.map((passage) => passage.map((mention) => ({ ...mention, strength: 0.8 })))
    expect(find(both)).toEqual(nothing)
  })
  test('when it needs the other about as much', () => {
    const back = [explaining('e', 0, [1]), explaining('f', 0, [1])]
    expect(find([explaining('a', 0, []), ...uses, ...back])).toEqual(nothing)
    expect(find([explaining('a', 0, []), ...uses, ...back.slice(1)])[1]).toHaveLength(1)
  })
  test('when it is spoken of in fewer documents', () => {
    const elsewhere = ['f', 'g'].map((documentId) => aPassageOf(documentId, 0, [1]))
    expect(find([explaining('a', 0, []), ...uses, ...elsewhere])).toEqual(nothing)
  })
  test('when either is hidden', () => {
    const explained = [explaining('a', 0, []), ...uses]
    expect(find(explained, { concepts: [{ hidden: true }] })).toEqual(nothing)
    expect(find(explained, { concepts: [{}, { hidden: true }] })).toEqual(nothing)
  })
  test('when it is named everywhere', () => {
    expect(find([explaining('a', 0, []), ...uses], {}, 49)).toEqual(nothing)
    expect(find([explaining('a', 0, []), ...uses], {}, 50)[1]).toHaveLength(1)
  })
})

describe('what an explanation says in its own words weighs more', () => {
  const said = { b: 'Erlay lets nodes compare what is in the mempool.' }
  const explained = explaining('a', 0, [])
  const [use = [], again = []] = uses
  const needs = (documents: Mention[][], told: Told) =>
    find(documents, told)[1]?.map(({ concept }) => concept)

  test('of what is spoken one sentence is too little, and one more passage enough', () => {
    expect(needs([explained, use], { texts: said })).toEqual([])
    expect(needs([explained, use, again], { texts: said })).toEqual([0])
  })
  test('a section that is there to explain is enough, also for what was only named before', () => {
    expect(needs([explained, use], { texts: said, written: ['b'] })).toEqual([0])
    expect(needs([aPassageOf('a', 0, [0]), use], { texts: said, written: ['b'] })).toEqual([0])
    expect(needs([use, explained], { texts: said, written: ['b'] })).toEqual([])
  })
  test('anywhere in it, where the other one has a section too', () => {
    expect(needs([explained, use], { written: ['b'] })).toEqual([])
    expect(needs([explained, use], { written: ['a', 'b'] })).toEqual([0])
  })
  test('an everyday word in a section is no idea', () => {
    const usual = { concepts: [{ isUsual: true }] }
    expect(needs([explained, use], { texts: said, written: ['b'], ...usual })).toEqual([])
  })
})

test('one explanation is enough for what is named after the other, which has not to be explained itself', () => {
  const named = { concepts: [{}, { keys: ['cluster mempool'] }] }
  const [use = []] = uses
  expect(find([aPassageOf('a', 0, [0]), use], named)[1]).toMatchObject([{ concept: 0, support: 1 }])
  const usual = { concepts: [{ isUsual: true }, { keys: ['cluster mempool'] }] }
  expect(find([aPassageOf('a', 0, [0]), use], usual)[1]).toEqual([])
  expect(find([explaining('a', 0, []), use], usual)[1]).toHaveLength(1)
  const other = { concepts: [{}, { keys: ['mempools'] }] }
  expect(find([explaining('a', 0, []), use], other)[1]).toEqual([])
})
