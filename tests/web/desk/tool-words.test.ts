import { expect, test } from 'vitest'
import type { FoundRepeat, RepeatingClip, WebhookDelivery } from '../../../client/index.js'
import {
  describeLongAgo,
  describePresence,
  describeSearches,
  otherForms,
} from '../../../web/src/desk/gap-words.js'
import { describeGroup, warnOfRepeats } from '../../../web/src/desk/repeat-words.js'
import { describeRelation, describeRun } from '../../../web/src/desk/reuse-words.js'
import { describeDelivery, describeFilters, describeMatches } from '../../../web/src/desk/saved-words.js'

const now = Date.parse('2026-05-01T12:00:00Z')

test('a group of repeats says how and how often', () => {
  expect(describeGroup({ kind: 'verbatim', companion: false, placeCount: 3 })).toBe(
    'Nearly the same words, in 3 places',
  )
  expect(describeGroup({ kind: 'reworded', companion: true, placeCount: 2 })).toBe(
    'The same in other words, in 2 places, post and recording',
  )
})

const clip = (clipId: string, collectionId: string, clipTitle = ''): RepeatingClip => ({
  clipId,
  clipTitle,
  collectionId,
  collectionTitle: `Title of ${collectionId}`,
})

const repeat = (kind: FoundRepeat['kind'], title: string, clips: RepeatingClip[]) =>
  ({ kind, likeness: 0.8, companion: false, place: { document: { title } }, clips }) as unknown as FoundRepeat

test('a clip that repeats others warns of each once: by its name here, by its collection elsewhere', () => {
  const repeats = [
    repeat('verbatim', 'A talk', [clip('1', 'here', 'The mean'), clip('2', 'there')]),
    repeat('reworded', 'Another talk', [clip('1', 'here', 'The mean'), clip('3', 'here', ' ')]),
    repeat('reworded', 'A post', []),
  ]
  expect(warnOfRepeats({ repeats }, 'here')).toEqual([
    {
      clipId: '1',
      collectionId: 'here',
      text: 'Nearly the same words as another clip here, ',
      link: 'The mean',
    },
    {
      clipId: '2',
      collectionId: 'there',
      text: 'Nearly the same words as a clip in another collection, ',
      link: 'Title of there',
    },
    { clipId: '3', collectionId: 'here', text: 'Says the same as another clip here, ', link: 'Another talk' },
  ])
})

const paragraph = (count: number) => ({ matches: Array.from({ length: count }) }) as never
const run = { next: null, isBusy: false, isDegraded: false, error: null }

test('what was found of a draft, while it is looked for and after', () => {
  expect(describeRun({ ...run, paragraphs: [], total: null, isBusy: true })).toBe('')
  expect(describeRun({ ...run, paragraphs: [paragraph(1)], total: 3, next: '1', isBusy: true })).toBe(
    '1 of 3 paragraphs',
  )
  expect(describeRun({ ...run, paragraphs: [paragraph(1)], total: 3, next: '1' })).toBe(
    'Stopped after 1 of 3 paragraphs.',
  )
  expect(describeRun({ ...run, paragraphs: [paragraph(1), paragraph(0)], total: 2 })).toBe(
    '1 of 2 paragraphs is in the library.',
  )
  expect(describeRun({ ...run, paragraphs: [paragraph(0)], total: 1 })).toBe(
    'Nothing in the library is near enough to it.',
  )
  expect(describeRun({ ...run, paragraphs: [], total: 0 })).toContain('There is no paragraph in it')
  expect(describeRelation({ relation: 'supports' })).toBe('On the same matter')
})

test('gaps are counted in posts and recordings', () => {
  const side = { documents: 1, passages: 2, peak: 2, explained: 1 }
  expect(describePresence({ spoken: { ...side, documents: 3 }, written: side }, 'written')).toBe(
    '2 passages of 1 post',
  )
  expect(describePresence({ spoken: { ...side, documents: 3 }, written: side }, 'spoken')).toBe(
    '2 passages of 3 recordings',
  )
  expect(
    describeLongAgo({ lastExplainedAt: '2022-05-03T00:00:00Z', since: { documents: 12, passages: 40 } }),
  ).toBe('Last explained 3 May 2022, mentioned in 12 documents since')
})

test('searches in vain say how often, when, and how little was found', () => {
  const lastAt = '2026-05-01T09:00:00Z'
  expect(describeSearches({ times: 1, lastAt, foundWell: 0 }, now)).toBe('Asked once 3 h ago; nothing fitted')
  expect(describeSearches({ times: 4, lastAt, foundWell: 1 }, now)).toBe(
    'Asked 4 times, the last 3 h ago; 1 passage fitted',
  )
  const form = (text: string) => ({ text, times: 1, lastAt })
  expect(otherForms({ text: 'bread', queries: [form('bread'), form('breads')] })).toEqual(['breads'])
})

test('a saved search says what it found, and what it asks besides its words', () => {
  expect(describeMatches({ matches: 0, lastMatchAt: null }, now)).toBe('Nothing new so far')
  expect(describeMatches({ matches: 1200, lastMatchAt: '2026-05-01T11:58:00Z' }, now)).toBe(
    '1,200 found, the last 2 min ago',
  )
  const filters = { kind: 'post', source: 's', speaker: 'Anna', after: '2025', before: '2026' } as const
  expect(describeFilters({ query: 'a', mode: 'lexical', filters }, 'A show')).toBe(
    'post · A show · speaker Anna · 2025 · by its words alone',
  )
  expect(describeFilters({ query: 'a', mode: 'hybrid', filters: {} }, null)).toBe('')
})

const sent: WebhookDelivery = {
  at: '2026-05-01T11:57:00Z',
  status: 'delivered',
  attempts: 1,
  httpStatus: 204,
  error: null,
  nextTryAt: null,
}

test('the state of a webhook, with the last error and what comes next', () => {
  expect(describeDelivery(null, now)).toBe('Nothing was sent to it yet.')
  expect(describeDelivery(sent, now)).toBe('Delivered 3 min ago, answered 204.')
  const waiting = {
    ...sent,
    status: 'waiting',
    httpStatus: 500,
    error: 'The receiver answered 500.',
  } as const
  expect(describeDelivery({ ...waiting, nextTryAt: '2026-05-01T12:30:00Z' }, now)).toBe(
    'Not taken 3 min ago: The receiver answered 500. It is tried again in 30 min.',
  )
  expect(describeDelivery({ ...waiting, at: null, attempts: 0 }, now)).toBe('A message is about to be sent.')
  expect(describeDelivery({ ...waiting, status: 'failed', attempts: 8 }, now)).toBe(
    'Given up after 8 tries, the last 3 min ago: The receiver answered 500.',
  )
})
