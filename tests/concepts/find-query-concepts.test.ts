import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findNamedConcepts, findResultConcepts } from '../../src/concepts/find-query-concepts.js'
import { summarizeConcept } from '../../src/concepts/find-concept.js'
import type { Concept, ConceptMention } from '../../src/domain/concept.js'
import { aConcept, aMention } from '../builders/concepts.js'

/** The part of a catalog that is asked, over plain lists. */
function aCatalog(concepts: readonly Concept[], mentions: readonly ConceptMention[] = []) {
  const slugOf = new Map(concepts.flatMap(({ slug, keys }) => keys.map((key) => [key, slug] as const)))
  const calls: string[][] = []
  return {
    calls,
    findConceptsByKey(keys: readonly string[]) {
      calls.push([...keys])
      return Promise.resolve(new Map([...slugOf].filter(([key]) => keys.includes(key))))
    },
    findMentionsIn: (ids: readonly string[]) =>
      Promise.resolve(mentions.filter(({ passageId }) => ids.includes(passageId))),
    findConceptSummaries: (slugs: readonly string[]) =>
      Promise.resolve(
        slugs.flatMap((slug) => concepts.filter((concept) => concept.slug === slug)).map(summarizeConcept),
      ),
  }
}

const bitcoin = aConcept({ slug: 'bitcoin', mentionCount: 900 })
const fee = aConcept({ slug: 'fee', mentionCount: 50 })
const feeRate = aConcept({ slug: 'fee-rate', name: 'fee rate', aliases: ['feerate'], mentionCount: 30 })
const sniping = aConcept({ slug: 'fee-sniping', name: 'fee sniping', mentionCount: 4 })
const concepts = [bitcoin, fee, feeRate, sniping]

const passageCount = () => Promise.resolve(1000)
const slugsOf = (found: { concepts: { slug: string }[] }) => found.concepts.map(({ slug }) => slug)

describe('concepts that a query names', () => {
  test.each([
    ['what is a fee rate in Bitcoin?', ['fee-rate', 'bitcoin']],
    ['FEE-RATES and fees', ['fee-rate', 'fee']],
    ['feerate', ['fee-rate']],
    ['bitcoin bitcoin', ['bitcoin']],
    ['coffee', []],
    ['', []],
  ])('%j: %j', async (query, slugs) => {
    expect(await findNamedConcepts(query, aCatalog(concepts))).toEqual(slugs)
  })

  test('all names are looked up in one call, a pasted page in part', async () => {
    const catalog = aCatalog(concepts)
    await findNamedConcepts('fee '.repeat(5000), catalog)
    expect(catalog.calls).toEqual([[6, 5, 4, 3, 2, 1].map((words) => 'fee '.repeat(words).trim())])
  })

  // Two-word names that cannot overlap: reading from the left finds the longest.
  test('no word is a part of two names, and no longer name goes unseen', async () => {
    const word = fc.constantFrom('fee', 'rate', 'sniping', 'in', 'bitcoin')
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        const slugs = await findNamedConcepts(words.join(' '), aCatalog(concepts))
        const expected: (string | undefined)[] = []
        for (let at = 0; at < words.length; at++) {
          const pair = concepts.find(({ name }) => name === words.slice(at, at + 2).join(' '))
          if (pair) at += 1
          expected.push((pair ?? concepts.find(({ name }) => name === words[at]))?.slug)
        }
        expect(new Set(slugs)).toEqual(new Set(expected.filter((slug) => slug !== undefined)))
      }),
    )
  })
})

describe('concepts of a search', () => {
  const mentioning = (passageId: string, slug: string, fields: Partial<ConceptMention> = {}) =>
    aMention({ passageId, slug, ...fields })

  test('those that the query names come first, then those of the best hits, the specific before what is everywhere', async () => {
    const mentions = [
      ...['p1', 'p2', 'p3'].map((id) => mentioning(id, 'bitcoin', { focus: 0.9 })),
      mentioning('p1', 'fee-sniping'),
      mentioning('p2', 'fee-rate'),
    ]
    const dependencies = { catalog: aCatalog(concepts, mentions), passageCount }
    const found = await findResultConcepts('miners and fees', ['p1', 'p2', 'p3'], dependencies)
    expect(slugsOf(found)).toEqual(['fee', 'fee-sniping', 'fee-rate', 'bitcoin'])
  })

  test('a passage that says what it is counts for more than one that uses it', async () => {
    const mentions = [
      mentioning('p1', 'fee', { focus: 0.5 }),
      mentioning('p1', 'fee-rate', { focus: 0.4, strength: 0.9 }),
    ]
    const dependencies = { catalog: aCatalog(concepts, mentions), passageCount }
    expect(slugsOf(await findResultConcepts('', ['p1'], dependencies))).toEqual(['fee-rate', 'fee'])
  })

  test('what is more of a concept comes before what is as rare and hardly one', async () => {
    const weak = aConcept({ slug: 'research', score: 2 })
    const strong = aConcept({ slug: 'timelock', score: 9 })
    const mentions = [mentioning('p1', 'research'), mentioning('p1', 'timelock')]
    const dependencies = { catalog: aCatalog([weak, strong], mentions), passageCount }
    expect(slugsOf(await findResultConcepts('', ['p1'], dependencies))).toEqual(['timelock', 'research'])
  })

  test('at most eight, of the first ten hits; four of each hit, and for later pages these alone', async () => {
    const many = Array.from({ length: 12 }, (_, at) => aConcept({ slug: `c${String(at).padStart(2, '0')}` }))
    const mentions = many.map(({ slug }) => mentioning('p0', slug))
    const late = mentioning('p10', 'bitcoin', { focus: 1, strength: 1 })
    const catalog = aCatalog([...many, bitcoin], [...mentions, late])
    const ids = Array.from({ length: 11 }, (_, at) => `p${at}`)
    const found = await findResultConcepts('nothing', ids, { catalog, passageCount })
    expect(slugsOf(found)).toEqual(many.slice(0, 8).map(({ slug }) => slug))
    expect(found.ofPassage.get('p0')).toEqual(many.slice(0, 4).map(({ slug, name }) => ({ slug, name })))
    expect(found.ofPassage.get('p10')).toEqual([{ slug: 'bitcoin', name: 'bitcoin' }])
    const later = await findResultConcepts(null, ids, { catalog, passageCount })
    expect([later.concepts, later.ofPassage]).toEqual([[], found.ofPassage])
  })

  test('a library that mentions it everywhere still names it', async () => {
    const catalog = aCatalog([aConcept({ slug: 'fee', mentionCount: 3 })], [mentioning('p1', 'fee')])
    const found = await findResultConcepts('', ['p1'], { catalog, passageCount: () => Promise.resolve(3) })
    expect(slugsOf(found)).toEqual(['fee'])
  })
})
