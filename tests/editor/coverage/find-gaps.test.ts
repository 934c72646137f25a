import { expect, test } from 'vitest'
import type { ConceptPresence, ConceptSide } from '../../../src/catalog/coverage-store.js'
import { findGaps, monthsBefore } from '../../../src/editor/coverage/find-gaps.js'

const aSide = (fields: Partial<ConceptSide> = {}): ConceptSide => ({
  documents: 0,
  passages: 0,
  peak: 0,
  explained: 0,
  ...fields,
})
/** Talked about in several passages of some documents. */
const aTopic = (fields: Partial<ConceptSide> = {}) =>
  aSide({ documents: 4, passages: 12, peak: 6, ...fields })

const aPresence = (slug: string, fields: Partial<ConceptPresence> = {}): ConceptPresence => ({
  slug,
  name: slug,
  aliases: [],
  spoken: aSide(),
  written: aSide(),
  focus: 0.9,
  firstExplainedAt: null,
  lastExplainedAt: null,
  since: { documents: 0, passages: 0 },
  ...fields,
})

const slugsOf = (presences: readonly ConceptPresence[]) => presences.map(({ slug }) => slug)
const options = { newestAt: '2026-06-15T00:00:00.000Z', months: 24 }

test('a concept of one side is a gap of the other, those told about most first', () => {
  const { writtenOnly, spokenOnly } = findGaps(
    [
      aPresence('both', { spoken: aTopic(), written: aSide({ documents: 1, passages: 1, peak: 1 }) }),
      aPresence('said', { spoken: aTopic() }),
      aPresence('said-more', { spoken: aTopic({ passages: 13 }) }),
      aPresence('written', { written: aTopic() }),
      aPresence('nowhere'),
    ],
    options,
  )
  expect(slugsOf(writtenOnly)).toEqual(['written'])
  expect(slugsOf(spokenOnly)).toEqual(['said-more', 'said'])
})

test.each([
  ['a phrase that falls once in each document', { written: aSide({ documents: 90, passages: 90, peak: 1 }) }],
  ['one that now and then falls twice', { written: aSide({ documents: 90, passages: 95, peak: 2 }) }],
  ['a word that no passage is about', { written: aTopic(), focus: 0.5 }],
  ['what is mentioned once', { written: aSide({ documents: 1, passages: 1, peak: 1 }) }],
])('%s is no gap', (_, fields) => {
  expect(findGaps([aPresence('noise', fields)], options).writtenOnly).toEqual([])
})

test('one explanation makes a gap, however little else there is', () => {
  const explained = aPresence('once', {
    written: aSide({ documents: 1, passages: 1, peak: 1, explained: 1 }),
    focus: 0.1,
  })
  expect(slugsOf(findGaps([explained], options).writtenOnly)).toEqual(['once'])
})

const explainedAt = (slug: string, lastExplainedAt: string, documents = 5, explained = 1) =>
  aPresence(slug, {
    spoken: aTopic({ explained }),
    written: aSide({ documents: 1, passages: 1 }),
    firstExplainedAt: '2020-01-01T00:00:00.000Z',
    lastExplainedAt,
    since: { documents, passages: documents },
  })

test('an explanation is long ago by the date of the newest document, when the concept is still mentioned', () => {
  const presences = [
    explainedAt('just-before', '2024-06-14T23:59:59.000Z'),
    explainedAt('just-after', '2024-06-15T00:00:00.000Z'),
    explainedAt('no-more', '2021-01-01T00:00:00.000Z', 2),
    explainedAt('more-often', '2021-01-01T00:00:00.000Z', 6),
    explainedAt('worth-more', '2021-01-01T00:00:00.000Z', 6, 2),
    aPresence('never', { spoken: aTopic(), since: { documents: 9, passages: 9 } }),
  ]
  expect(slugsOf(findGaps(presences, options).explainedLongAgo)).toEqual([
    'worth-more',
    'more-often',
    'just-before',
  ])
  expect(findGaps(presences, { ...options, newestAt: null }).explainedLongAgo).toEqual([])
})

test('months are counted back to the same day, or the last one that the month has', () => {
  expect(monthsBefore('2026-06-15T10:00:00.000Z', 24)).toBe('2024-06-15T10:00:00.000Z')
  expect(monthsBefore('2026-03-31T00:00:00.000Z', 1)).toBe('2026-02-28T00:00:00.000Z')
  expect(monthsBefore('2026-01-31T00:00:00.000Z', 2)).toBe('2025-11-30T00:00:00.000Z')
})
