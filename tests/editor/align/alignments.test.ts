import { expect, test } from 'vitest'
import type { DocumentSummary, StoredPassage } from '../../../src/catalog/catalog.js'
import type { Corrections } from '../../../src/domain/corrections.js'
import type { Document, Section } from '../../../src/domain/document.js'
import { writeChapters } from '../../../src/editor/align/alignment-chapters.js'
import type { AlignedTopic } from '../../../src/editor/align/alignment.js'
import { alignPost } from '../../../src/editor/align/align-post.js'
import { bindAlignments } from '../../../src/editor/align/alignments.js'
import { findDocument } from '../../../src/documents/read-transcript.js'
import type { ModelIdentity } from '../../../src/embed/embedder.js'
import { aDocument, aPassage } from '../../builders/documents.js'

const identity: ModelIdentity = {
  model: 'm',
  weights: 'w',
  dtype: 'q8',
  pooling: 'cls',
  dimensions: 2,
  queryPrefix: '',
}

const aSection = (heading: string, text: string): Section => ({
  anchor: heading.toLowerCase(),
  heading,
  level: 2,
  text,
  quotes: [],
  links: [],
})

const post = aDocument({
  id: 'post',
  kind: 'post',
  url: 'https://blog.example/post',
  sections: [
    aSection('Salmon', 'Salmon climb rivers and waterfalls to spawn in autumn.'),
    aSection('Orchards', 'Orchards need bees, and apple trees need frost in winter.'),
    aSection('Volcanoes', 'Magma chambers feed lava and ash plumes.'),
  ],
})
const episode = aDocument({ id: 'episode', kind: 'episode', publishedAt: '2026-01-03T00:00:00.000Z' })
const spoken = [
  'Welcome to the show, everybody.',
  'First orchards: apple trees need frost in winter, and orchards need bees.',
  'Next, salmon: in autumn salmon climb rivers and waterfalls to spawn.',
]

/** A library of a post, an episode and whatever else belongs to them; it counts how often passages are read. */
function aLibrary({ timed = true, others = [] as Document[], said = spoken } = {}) {
  const documents = [post, episode, ...others]
  const state = { seq: 5, changed: [] as string[], reads: 0, corrections: new Map<string, Corrections>() }
  const passages = said.map((text, ordinal): StoredPassage =>
    aPassage({ documentId: 'episode', ordinal, text, ...(timed ? {} : { startMs: null, endMs: null }) }),
  )
  if (!timed)
    for (const { sentences } of passages) Object.assign(sentences[0] ?? {}, { startMs: null, endMs: null })
  const summary = (document: Document): DocumentSummary => ({ ...document, sourceTitle: 'Show' })
  const catalog = {
    findDocument: (id: string) => Promise.resolve(documents.find((each) => each.id === id) ?? null),
    findSummaries: (ids: readonly string[]) =>
      Promise.resolve(documents.filter(({ id }) => ids.includes(id)).map(summary)),
    findCompanions: (id: string) => {
      const isPost = documents.find((each) => each.id === id)?.kind === 'post'
      const linked = documents.filter(({ kind }) => (kind === 'post') !== isPost)
      return Promise.resolve(id === 'lonely' ? [] : linked.map(summary))
    },
    findCorrections: () => Promise.resolve(state.corrections),
    readPassages: () => {
      state.reads += 1
      return Promise.resolve(passages)
    },
    findVectors: () => Promise.resolve(new Map<string, Uint8Array>()),
    latestSeq: () => Promise.resolve(state.seq),
    changesSince: () => Promise.resolve(state.changed.map((documentId) => ({ seq: state.seq, documentId }))),
  }
  const align = async (postId: string, recordingId: string) =>
    alignPost(await findDocument(postId, catalog), await findDocument(recordingId, catalog), {
      catalog,
      identity,
    })
  return { state, passages, alignments: bindAlignments(catalog, align) }
}

const placesOf = (topics: readonly AlignedTopic[]) =>
  topics.map(({ title, place }) => [title, place && [place.startMs, place.endMs]])

test('a post is aligned to its recording, asked for from either side', async () => {
  const { alignments, passages } = aLibrary()
  const shown = await alignments.show('post', null)
  expect(placesOf(shown.topics)).toEqual([
    ['Salmon', [20_000, 30_000]],
    ['Orchards', [10_000, 20_000]],
    ['Volcanoes', null],
  ])
  expect(shown.paragraphs[0]).toMatchObject({
    topic: 0,
    anchor: 'salmon',
    heading: 'Salmon',
    paragraph: 0,
    from: 0,
    to: 54,
    place: { passageId: passages[2]?.id, offset: 0, endPassageId: passages[2]?.id, endOffset: 68 },
  })
  expect(await alignments.show('episode', 'post')).toEqual(shown)
})

test('the user’s offset moves the times, and nothing is aligned again for it', async () => {
  const { alignments, state } = aLibrary()
  await alignments.show('post', null)
  state.corrections.set('episode', { offsetMs: 5000, speakers: {}, adOverrides: [] })
  const { topics } = await alignments.show('post', null)
  expect(placesOf(topics)[0]).toEqual(['Salmon', [25_000, 35_000]])
  expect(state.reads).toBe(1)
})

test('it is made anew when one of the two changes, and only then', async () => {
  const { alignments, state } = aLibrary()
  await alignments.show('post', null)
  Object.assign(state, { seq: 6, changed: ['somebody-else'] })
  await alignments.show('post', null)
  expect(state.reads).toBe(1)
  Object.assign(state, { seq: 7, changed: ['somebody-else', 'episode'] })
  await alignments.show('post', null)
  expect(state.reads).toBe(2)
})

test('without a clock the passages lead, and chapters cannot be', async () => {
  const { alignments, passages } = aLibrary({ timed: false })
  const { topics } = await alignments.show('post', null)
  expect(topics[1]?.place).toMatchObject({ startMs: null, endMs: null, passageId: passages[1]?.id })
  await expect(alignments.writeChapters('post', null)).rejects.toMatchObject({ code: 'ALIGNMENT_UNTIMED' })
})

test('of several companions the nearest in date is taken, the others are told', async () => {
  const far = aDocument({ id: 'far', publishedAt: '2020-01-01T00:00:00.000Z' })
  const undated = aDocument({ id: 'undated', publishedAt: null })
  const { alignments } = aLibrary({ others: [undated, far] })
  const shown = await alignments.show('post', null)
  expect([shown.recording.id, shown.others.map(({ id }) => id)]).toEqual(['episode', ['far', 'undated']])
})

test('what cannot be aligned says why', async () => {
  const lonely = aDocument({ id: 'lonely', kind: 'post', title: 'Alone' })
  const { alignments } = aLibrary({ others: [lonely] })
  await expect(alignments.show('nobody', null)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  await expect(alignments.show('post', 'nobody')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  await expect(alignments.show('lonely', null)).rejects.toMatchObject({
    code: 'COMPANION_MISSING',
    message: expect.stringContaining('"Alone"') as string,
  })
  await expect(alignments.show('post', 'lonely')).rejects.toMatchObject({ code: 'ALIGNMENT_INVALID' })
  const silent = aLibrary({ said: [] })
  await expect(silent.alignments.show('post', null)).rejects.toMatchObject({ code: 'TRANSCRIPT_MISSING' })
})

test('topics become chapters by their times, with the address of their section', async () => {
  const { alignments } = aLibrary()
  expect(await alignments.writeChapters('episode', null)).toEqual({
    version: '1.2.0',
    title: 'Title of episode',
    podcastName: 'Show',
    chapters: [
      { startTime: 10, title: 'Orchards', url: 'https://blog.example/post#orchards' },
      { startTime: 20, title: 'Salmon', url: 'https://blog.example/post#salmon' },
    ],
  })
})

test('an address that is none of the web is no link, and text before the first heading no chapter', () => {
  const place = {
    startMs: 1500,
    endMs: 2000,
    passageId: 'p',
    offset: 0,
    endPassageId: 'p',
    endOffset: 1,
    confidence: 1,
  }
  const topics: AlignedTopic[] = [
    { title: '', anchor: '', isSection: true, place },
    { title: 'A', anchor: 'a"b', isSection: true, place },
  ]
  const chaptersOf = (url: string | null) =>
    writeChapters({ post: { url }, recording: { title: 'T', sourceTitle: 'S' }, topics }).chapters
  for (const url of [null, 'javascript:alert(1)', '/relative'])
    expect(chaptersOf(url)).toEqual([{ startTime: 1.5, title: 'A' }])
  expect(chaptersOf('https://a.example/?x=1')[0]?.url).toBe('https://a.example/?x=1#a%22b')
})
