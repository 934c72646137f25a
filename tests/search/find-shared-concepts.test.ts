import { expect, test } from 'vitest'
import type { Concept, ConceptMention } from '../../src/domain/concept.js'
import { findRelatedDocuments } from '../../src/search/find-related.js'
import { findSharedConcepts } from '../../src/search/find-shared-concepts.js'
import { aConcept, aMention, aReading, anUpdate } from '../builders/concepts.js'
import { aSmallLibrary } from './small-library.js'

/** Documents that have hardly a word in common, and what they mention. */
type Mentioned = Record<string, (Partial<ConceptMention> & { slug: string })[]>

const documents = ['asked', 'cousin', 'stranger']
const about = { focus: 0.8 }
const explained = { focus: 0.8, strength: 0.9 }
const named = { focus: 0.1 }

async function aLibrary(mentioned: Mentioned, concepts = [aConcept({ slug: 'compost', documentCount: 2 })]) {
  const library = await aSmallLibrary(
    { document: { id: 'asked' }, passages: ['worms turn leaves', 'earth grows warm'] },
    { document: { id: 'cousin' }, passages: ['humus feeds roots'] },
    { document: { id: 'stranger' }, passages: ['leaves of paper'] },
  )
  const { catalog } = library
  const readings = []
  for (const id of documents) {
    const passages = await catalog.readPassages(id)
    const mentions = (mentioned[id] ?? []).map((fields) => {
      const ordinal = fields.ordinal ?? 0
      return aMention({ ...fields, documentId: id, ordinal, passageId: passages[ordinal]?.id ?? '' })
    })
    readings.push(aReading(id, { mentions }))
  }
  await catalog.applyConcepts(anUpdate({ concepts, documents: readings }))
  return library
}

/** Document → nearness of what it shares, best first. */
async function shareConcepts(mentioned: Mentioned, concepts?: Concept[]) {
  const { catalog } = await aLibrary(mentioned, concepts)
  const { findings, ofDocument } = await findSharedConcepts('asked', [], catalog)
  return [...ofDocument].map(([id, shared]) => ({
    id,
    shared: shared.map(({ slug }) => slug),
    nearness: findings.filter(({ place }) => place.documentId === id).map(({ nearness }) => nearness),
  }))
}

test('two that explain the same concept are related where both do, however they put it', async () => {
  const explaining = {
    asked: [{ slug: 'compost', ordinal: 1, ...explained }],
    cousin: [{ slug: 'compost', ...explained }],
  }
  const [before, after] = await Promise.all(
    [{}, explaining].map(async (mentioned) => {
      const related = await findRelatedDocuments('asked', 10, await aLibrary(mentioned))
      return related.find(({ document }) => document.id === 'cousin')
    }),
  )
  expect(before?.concepts).toEqual([])
  expect(after).toMatchObject({
    text: 'humus feeds roots',
    from: { text: 'earth grows warm' },
    concepts: [{ slug: 'compost', name: 'compost' }],
  })
  expect((after?.score ?? 0) - (before?.score ?? 0)).toBeCloseTo(0.05, 12)
})

test.each([
  ['half as much where one of them is about it and does not explain it', about, explained, [0.025]],
  ['nothing where the other only names it', explained, named, []],
  ['nothing where the one asked about only names it', named, explained, []],
])('%s', async (_, ofAsked, ofCousin, nearness) => {
  const shared = await shareConcepts({
    asked: [{ slug: 'compost', ...ofAsked }],
    cousin: [{ slug: 'compost', ...ofCousin }],
  })
  expect(shared).toEqual(nearness.length === 0 ? [] : [{ id: 'cousin', shared: ['compost'], nearness }])
})

test('a rare concept counts for more than one of many documents, and one that is everywhere for nothing', async () => {
  const concepts = [
    aConcept({ slug: 'compost', documentCount: 3 }),
    aConcept({ slug: 'soil', documentCount: 15 }),
    aConcept({ slug: 'garden', documentCount: 101 }),
  ]
  const all = concepts.map(({ slug }) => ({ slug, ...explained }))
  const shared = await shareConcepts({ asked: all, cousin: all, stranger: all.slice(1) }, concepts)
  // log2(1 + 3) : log2(1 + 15) is 1 : 2.
  expect(shared).toEqual([
    { id: 'cousin', shared: ['compost', 'soil'], nearness: [0.05, 0.025] },
    { id: 'stranger', shared: ['soil'], nearness: [0.025] },
  ])
})
