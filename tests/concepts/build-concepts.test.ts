import { expect, test } from 'vitest'
import { buildConcepts } from '../../src/concepts/build-concepts.js'
import { conceptKey } from '../../src/concepts/concept-key.js'
import { DocumentRecords } from '../../src/concepts/document-records.js'
import type { NameMatch } from '../../src/concepts/match/match-document.js'
import type { ResolvedConcept } from '../../src/concepts/resolve/resolve-concepts.js'
import { aNaming, anEvidence, emptyCatalog } from './evidence-builder.js'

const aMatch = (key: string, documentId: string, ordinal: number): NameMatch => ({
  ...{ key, passageId: `${documentId}-${ordinal}`, ordinal, startMs: ordinal * 1000, endMs: null },
  ...{ anchor: null, sentence: 1, count: 2, strength: 0.7, focus: 0.5, text: 'It is it.', headed: false },
})
const aResolved = (name: string, fields: Partial<ResolvedConcept> = {}): ResolvedConcept => ({
  ...{ id: conceptKey(name), name, aliases: [], keys: [conceptKey(name)], score: 1 },
  ...{ origins: ['speech'], hidden: false, named: [] },
  ...fields,
})

async function build(resolved: ResolvedConcept[], issued = new Map<string, string>()) {
  const records = new DocumentRecords(emptyCatalog)
  await records.set(
    anEvidence({
      documentId: 'talk',
      publishedAt: '2026-01-01',
      passageIds: ['talk-0', 'talk-1', 'talk-2', 'talk-3'],
      people: [
        { name: 'Ada', role: 'speaker', count: 2 },
        { name: 'Ada', role: 'speaker', count: 2 },
        { name: 'Ada', role: 'host', count: 2 },
      ],
      mentioned: [
        { key: 'grace hopper', count: 3 },
        { key: 'cold retard', count: 3 },
        { key: 'ada', count: 1 },
      ],
      called: [
        { key: 'gracie', text: 'gracie', addressed: 2, speaking: 1, paired: 0 },
        { key: 'alice', text: 'Alice', addressed: 0, speaking: 0, paired: 9 },
      ],
      named: [aNaming(['Levain']), aNaming(['Rye'])],
    }),
  )
  records.setMatches('talk', [
    aMatch('levain', 'talk', 0),
    aMatch('starter', 'talk', 0),
    aMatch('rye', 'talk', 1),
    aMatch('levain', 'talk', 2),
    aMatch('rye', 'talk', 2),
    aMatch('unknown', 'talk', 3),
  ])
  const people = new Map([
    ['grace hopper', 'Grace Hopper'],
    ['gracie', 'Gracie'],
    ['alice', 'Alice'],
  ])
  return buildConcepts({
    resolved,
    people: { names: people, isPerson: () => false },
    records: records.inOrder(),
    issued,
    vectors: new Map(),
  })
}
const levain = aResolved('Levain', { aliases: ['Starter'], keys: ['levain', 'starter'] })

test('mentions are of concepts by whichever name; two names in one passage are one mention', async () => {
  const built = await build([levain, aResolved('Rye')])
  expect(built.slugOfKey).toEqual(
    new Map([
      ['levain', 'levain'],
      ['starter', 'levain'],
      ['rye', 'rye'],
    ]),
  )
  const mention = { documentId: 'talk', sentence: 1, strength: 0.7, focus: 0.5 }
  expect(built.mentionsOf('talk')).toEqual([
    { ...mention, slug: 'levain', passageId: 'talk-0', ordinal: 0, startMs: 0, count: 4 },
    { ...mention, slug: 'rye', passageId: 'talk-1', ordinal: 1, startMs: 1000, count: 2 },
    { ...mention, slug: 'levain', passageId: 'talk-2', ordinal: 2, startMs: 2000, count: 2 },
    { ...mention, slug: 'rye', passageId: 'talk-2', ordinal: 2, startMs: 2000, count: 2 },
  ])
  expect(built.concepts).toMatchObject([
    { slug: 'levain', mentionCount: 2, documentCount: 1, related: [{ slug: 'rye', reason: 'post' }] },
    { slug: 'rye', mentionCount: 2, documentCount: 1, related: [{ slug: 'levain', reason: 'post' }] },
  ])
  expect([built.mentionsOf('unknown'), built.peopleOf('unknown')]).toEqual([[], []])
})

test('a name that stands nowhere by itself is no concept, unless a section explains it', async () => {
  const named = [{ documentId: 'talk', named: aNaming(['Rye Flour']) }]
  const issued = new Map<string, string>()
  const built = await build([aResolved('Flour'), aResolved('Rye Flour', { named }), levain], issued)
  expect(built.concepts.map(({ slug }) => slug)).toEqual(['rye-flour', 'levain'])
  expect([...issued.keys()]).toEqual(['rye-flour', 'levain'])
  expect(built.mentionsOf('talk').map(({ slug }) => slug)).toEqual(['levain', 'levain'])
})

test('people are those of the document, once, and known ones whom it mentions', async () => {
  expect((await build([])).peopleOf('talk')).toEqual([
    { name: 'Ada', documentId: 'talk', role: 'host', count: 2 },
    { name: 'Gracie', documentId: 'talk', role: 'mentioned', count: 3 },
    { name: 'Grace Hopper', documentId: 'talk', role: 'mentioned', count: 3 },
  ])
})

test('a slug that was issued for any of its names stays; a new one is noted for the name', async () => {
  const issued = new Map([
    ['starter-dough', 'starter'],
    ['rye', 'something else'],
  ])
  const built = await build([levain, aResolved('Rye')], issued)
  expect(built.concepts.map(({ slug }) => slug)).toEqual(['starter-dough', 'rye-2'])
  expect(issued.get('rye-2')).toBe('rye')
})
