import { expect, test } from 'vitest'
import { showConcept } from '../../src/concepts/show-concept.js'
import type { ConceptPlace } from '../../src/concepts/load-places.js'
import { aStatement } from '../builders/concepts.js'
import { aConceptLibrary } from './concept-library.js'

const brief = (place: ConceptPlace | null | undefined) =>
  place && {
    text: place.text,
    document: place.document.id,
    times: [place.startMs, place.endMs, place.jumpMs],
    anchor: place.anchor,
  }

test('what is said of it comes with its document, corrected times and where to begin playing', async () => {
  const { catalog } = await aConceptLibrary()
  const shown = await showConcept('embedding', catalog)
  expect(shown.definitions.map(brief)).toEqual([
    {
      text: 'An embedding is a list of numbers.',
      document: 'talk',
      times: [4500, 8500, 500],
      anchor: null,
    },
  ])
  expect(brief(shown.best)).toEqual(brief(shown.definitions[0]))
  expect(brief(shown.first)).toEqual({
    text: 'Vectors of words are called embeddings.',
    document: 'post',
    times: [null, null, null],
    anchor: 'embeddings',
  })
  expect(shown.links.map(({ title, document }) => [title, document.title])).toEqual([
    ['Word2vec', 'The post'],
  ])
})

test('a related concept is shown by the sentence that names both; hidden ones are none', async () => {
  const { catalog } = await aConceptLibrary()
  const { related, prerequisites } = await showConcept('embedding', catalog)
  expect(related.map(({ summary, reason, example }) => [summary.name, reason, brief(example)])).toEqual([
    [
      'Attention',
      'together',
      {
        text: 'Attention mixes the embeddings.',
        document: 'talk',
        times: [16_500, 20_500, 12_500],
        anchor: null,
      },
    ],
    ['token', 'meaning', null],
  ])
  expect(
    prerequisites.map(({ summary, support, evidence }) => [summary.slug, support, evidence[0]?.text]),
  ).toEqual([['token', 3, 'Attention mixes the embeddings. Tokens come first.']])
})

test('the timeline is by date; the first mention is the sentence that names it there', async () => {
  const { catalog } = await aConceptLibrary()
  const { timeline, firstMention } = await showConcept('embedding', catalog)
  expect(timeline).toEqual([
    {
      documentId: 'post',
      kind: 'post',
      title: 'The post',
      publishedAt: '2025-02-01T00:00:00.000Z',
      passages: 1,
      strength: 0.4,
    },
    {
      documentId: 'talk',
      kind: 'episode',
      title: 'The talk',
      publishedAt: '2026-02-01T00:00:00.000Z',
      passages: 2,
      strength: 0.9,
    },
  ])
  expect(brief(firstMention)).toEqual({
    text: 'Vectors of words are called embeddings.',
    document: 'post',
    times: [null, null, null],
    anchor: 'embeddings',
  })
})

test('nobody knows when an undated document was: it mentions first only what no dated one mentions', async () => {
  const { catalog } = await aConceptLibrary({ post: { publishedAt: null } })
  const firstOf = async () => (await showConcept('embedding', catalog)).firstMention?.text
  expect(await firstOf()).toBe('An embedding is a list of numbers.')
  await catalog.setDocumentStatus('talk', 'withdrawn')
  expect(await firstOf()).toBe('Vectors of words are called embeddings.')
  await catalog.setDocumentStatus('post', 'withdrawn')
  expect(await firstOf()).toBeUndefined()
})

test('a former slug leads to the concept; an unknown one is an error that names it', async () => {
  const { catalog } = await aConceptLibrary()
  expect((await showConcept('word-vector', catalog)).summary.slug).toBe('embedding')
  await expect(showConcept('nonsense', catalog)).rejects.toMatchObject({
    code: 'CONCEPT_NOT_FOUND',
    message:
      'There is no concept "nonsense" in this library: look for its name with GET /api/v1/concepts?q=.',
  })
})

test('a hidden concept is shown to who asks for it', async () => {
  const { catalog } = await aConceptLibrary()
  expect((await showConcept('secret', catalog)).summary.hidden).toBe(true)
})

test('words of a document that is gone are left out; those of a replaced passage play from where they begin', async () => {
  const gone = aStatement({ documentId: 'gone', passageId: 'gone-0', text: 'Gone.' })
  const replaced = aStatement({
    documentId: 'talk',
    passageId: 'old',
    text: 'Old.',
    startMs: 9000,
    endMs: 9900,
  })
  const { catalog } = await aConceptLibrary({ embedding: { definitions: [gone, replaced] } })
  const { definitions } = await showConcept('embedding', catalog)
  expect(definitions.map(brief)).toEqual([
    { text: 'Old.', document: 'talk', times: [9500, 10_400, 9500], anchor: null },
  ])
})
