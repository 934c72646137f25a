import { aConcept, aMention, aPerson, aReading, aStatement, anUpdate } from '../builders/concepts.js'
import type { Concept } from '../../src/domain/concept.js'
import type { Document } from '../../src/domain/document.js'
import { noCorrections } from '../../src/domain/corrections.js'
import { aSmallLibrary } from '../search/small-library.js'
import { spoken } from './spoken.js'

/**
 * A talk (its times corrected by half a second) and an older post about embeddings, attention and tokens; `secret` is
 * hidden.
 */
export async function aConceptLibrary(
  changes: {
    embedding?: Partial<Concept>
    post?: Partial<Document>
    /** How much the best mention of each says what an embedding is. */
    strengths?: { talk: number; post: number }
  } = {},
) {
  const library = await aSmallLibrary(
    {
      document: { id: 'talk', title: 'The talk', publishedAt: '2026-02-01T00:00:00.000Z' },
      passages: [
        spoken(0, 'Welcome back.', 'An embedding is a list of numbers.', 'It stands for a word.'),
        spoken(12_000, 'So much for that.', 'Attention mixes the embeddings.', 'Tokens come first.'),
      ],
    },
    {
      document: {
        id: 'post',
        kind: 'post',
        title: 'The post',
        publishedAt: '2025-02-01T00:00:00.000Z',
        ...changes.post,
      },
      passages: [{ ...spoken(null, 'Vectors of words are called embeddings.'), anchor: 'embeddings' }],
    },
  )
  const { catalog } = library
  const { strengths = { talk: 0.9, post: 0.4 } } = changes
  const corrections = { ...noCorrections, offsetMs: 500 }
  await catalog.writeCorrections('talk', corrections, { ifContentHash: 'talk', write: null })
  const [intro, mixing] = await catalog.readPassages('talk')
  const [written] = await catalog.readPassages('post')
  if (!intro || !mixing || !written) throw new RangeError('three passages were written')

  const introPlace = { documentId: 'talk', passageId: intro.id }
  const mixingPlace = { documentId: 'talk', passageId: mixing.id, ordinal: 1 }
  const writtenPlace = { documentId: 'post', passageId: written.id }
  const said = aStatement({
    ...introPlace,
    text: 'An embedding is a list of numbers.',
    startMs: 4000,
    endMs: 8000,
  })
  const embedding = aConcept({
    name: 'Embedding',
    aliases: ['word vector', 'embeddings'],
    keys: ['embedding', 'word vector'],
    score: 3,
    origins: ['heading', 'speech'],
    definitions: [said],
    best: said,
    first: aStatement({
      ...writtenPlace,
      text: 'Vectors of words are called embeddings.',
      startMs: null,
      endMs: null,
      anchor: 'embeddings',
    }),
    links: [{ title: 'Word2vec', url: 'https://example.org/w2v.pdf', rel: 'paper', documentId: 'post' }],
    related: [
      { slug: 'attention', score: 0.8, reason: 'together', passages: 1, example: mixingPlace },
      { slug: 'secret', score: 0.7, reason: 'together', passages: 1, example: mixingPlace },
      { slug: 'token', score: 0.6, reason: 'meaning', passages: 0, example: null },
    ],
    prerequisites: [{ slug: 'token', support: 3, evidence: [mixingPlace] }],
    mentionCount: 3,
    documentCount: 2,
    ...changes.embedding,
  })
  const attention = aConcept({
    slug: 'attention',
    name: 'Attention',
    score: 2,
    definitions: [aStatement({ text: 'Attention is a weighting.' })],
    related: [
      { slug: 'embedding', score: 0.8, reason: 'together', passages: 1, example: mixingPlace },
      { slug: 'token', score: 0.4, reason: 'together', passages: 1, example: mixingPlace },
    ],
  })
  await catalog.applyConcepts(
    anUpdate({
      concepts: [
        embedding,
        attention,
        aConcept({ slug: 'token', score: 1 }),
        aConcept({ slug: 'secret', hidden: true }),
      ],
      issuedSlugs: new Map([
        ['embedding', 'embedding'],
        ['word-vector', 'word vector'],
      ]),
      documents: [
        aReading('talk', {
          mentions: [
            aMention({ ...introPlace, startMs: 4000, sentence: 1, strength: strengths.talk, focus: 0.9 }),
            aMention({ ...mixingPlace, startMs: 16_000, sentence: 1, focus: 0.2 }),
            aMention({ ...mixingPlace, slug: 'attention', startMs: 16_000, sentence: 1, focus: 0.6 }),
            aMention({ ...mixingPlace, slug: 'secret', startMs: 16_000, sentence: 1, focus: 1 }),
            aMention({ ...mixingPlace, slug: 'token', startMs: 20_000, sentence: 2, focus: 0.3 }),
          ],
          people: [aPerson({ documentId: 'talk', name: 'Ada', role: 'host', count: 5 })],
        }),
        aReading('post', {
          mentions: [aMention({ ...writtenPlace, startMs: null, strength: strengths.post })],
        }),
      ],
    }),
  )
  return { ...library, passageIds: { intro: intro.id, mixing: mixing.id, written: written.id } }
}
