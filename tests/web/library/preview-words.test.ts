import { expect, test } from 'vitest'
import type { SourcePreview } from '../../../client/index.js'
import { describePreview, describeTranscripts } from '../../../web/src/library/preview-words.js'
import { describeIndex, formatBytes } from '../../../web/src/library/status-words.js'
import { describeDocuments } from '../../../web/src/library/document-words.js'
import { documentsState } from '../../../web/src/library/library-state.js'

const aPreview = (fields: Partial<SourcePreview>) =>
  ({
    documents: { episode: 0, short: 0, post: 0 },
    withTranscript: 0,
    oldestAt: null,
    newestAt: null,
    language: null,
    ...fields,
  }) as SourcePreview

test('what was found: how many, from when to when, in which language', () => {
  expect(
    describePreview(
      aPreview({
        documents: { episode: 57, short: 3, post: 0 },
        oldestAt: '2017-05-12T00:00:00Z',
        newestAt: '2025-05-30T00:00:00Z',
        language: 'de-CH',
      }),
    ),
  ).toEqual(['57 episodes, 3 shorts', '12 May 2017 – 30 May 2025', 'Swiss High German'])
  expect(describePreview(aPreview({ language: 'not a language' }))).toEqual(['nothing in it yet'])
})

test('what lacks a transcript is said before it is added', () => {
  const say = (episode: number, withTranscript: number) =>
    describeTranscripts(aPreview({ documents: { episode, short: 0, post: 4 }, withTranscript }))
  expect([say(0, 0), say(9, 9), say(1, 1), say(9, 8), say(9, 0)]).toEqual([
    '',
    'All have a transcript.',
    'It has a transcript.',
    '8 recordings with a transcript, 1 without: that one is found by title and show notes, not by what is said.',
    'None has a transcript: each is found by title and show notes, not by what is said.',
  ])
})

test('a list says how many of what it holds', () => {
  expect([
    describeDocuments(45, documentsState),
    describeDocuments(1, { ...documentsState, kind: 'episode', only: 'without-transcript' }),
    describeDocuments(0, { ...documentsState, kind: 'post', only: 'with-issues', q: 'bread' }),
  ]).toEqual([
    '45 documents',
    '1 episode without a transcript',
    'No posts with issues with “bread” in the title',
  ])
})

test('the index says whether it has all', () => {
  const index = { engine: 'embedded', passages: 1200, vectors: 1200, sizeBytes: 0, behind: 0 }
  expect([
    describeIndex(index),
    describeIndex({ ...index, behind: 1 }),
    describeIndex({ ...index, vectors: 1000 }),
    describeIndex({ ...index, passages: 0, vectors: 0 }),
  ]).toEqual([
    '1,200 passages, up to date',
    '1,200 passages; 1 change to follow',
    '1,200 passages, 200 of them found by their words only',
    'Empty',
  ])
  expect([formatBytes(900), formatBytes(26_400_000), formatBytes(9_640_000), formatBytes(2e12)]).toEqual([
    '1 kB',
    '26 MB',
    '9.6 MB',
    '2.0 TB',
  ])
})
