import { describe, expect, test } from 'vitest'
import { listDocumentConcepts } from '../../src/concepts/document-concepts.js'
import { listConcepts } from '../../src/concepts/list-concepts.js'
import { listMentions } from '../../src/concepts/list-mentions.js'
import { showGraph } from '../../src/concepts/show-graph.js'
import { aConceptLibrary } from './concept-library.js'

describe('the list', () => {
  test.each([
    ['', ['embedding', 'attention', 'token']],
    ['Embeddings', ['embedding']],
    ['word vec', ['embedding']],
    ['?!', []],
  ])('%j names %j', async (text, slugs) => {
    const { catalog } = await aConceptLibrary()
    const { concepts, total } = await listConcepts({ text }, { limit: 10, cursor: null }, catalog)
    expect([concepts.map(({ slug }) => slug), total]).toEqual([slugs, slugs.length])
  })

  test('hidden ones are listed alone', async () => {
    const { catalog } = await aConceptLibrary()
    const { concepts } = await listConcepts({ hidden: true }, { limit: 10, cursor: null }, catalog)
    expect(concepts.map(({ slug }) => slug)).toEqual(['secret'])
  })
})

describe('mentions', () => {
  test('are the sentences that name it, by date, a page after the other', async () => {
    const { catalog } = await aConceptLibrary()
    const first = await listMentions('word-vector', {}, { limit: 2, cursor: null }, catalog)
    expect(
      first.mentions.map(({ text, startMs, jumpMs, strength }) => [text, startMs, jumpMs, strength]),
    ).toEqual([
      ['Vectors of words are called embeddings.', null, null, 0.4],
      ['An embedding is a list of numbers.', 4500, 500, 0.9],
    ])
    const second = await listMentions('embedding', {}, { limit: 2, cursor: first.next }, catalog)
    expect([second.mentions.map(({ text }) => text), second.next]).toEqual([
      ['Attention mixes the embeddings.'],
      null,
    ])
  })

  test('of one document only, where one is asked for', async () => {
    const { catalog } = await aConceptLibrary()
    const page = { limit: 10, cursor: null }
    const { mentions } = await listMentions('embedding', { documentId: 'post' }, page, catalog)
    expect(mentions.map(({ document }) => document.id)).toEqual(['post'])
    await expect(listMentions('nonsense', {}, page, catalog)).rejects.toMatchObject({
      code: 'CONCEPT_NOT_FOUND',
    })
  })
})

describe('the graph', () => {
  const pairs = (edges: readonly { from: string; to: string }[]) =>
    edges.map(({ from, to }) => `${from}-${to}`)

  test('around a concept is it, those that are related to it, and what relates these', async () => {
    const { catalog } = await aConceptLibrary()
    const { nodes, edges } = await showGraph({ limit: 10, around: 'embedding' }, catalog)
    expect(nodes.map(({ slug }) => slug)).toEqual(['embedding', 'attention', 'token'])
    expect(pairs(edges)).toEqual(['embedding-attention', 'embedding-token', 'attention-token'])
    expect(edges[2]).toEqual({ from: 'attention', to: 'token', score: 0.4, passages: 1, reason: 'together' })
  })

  test('is cut to the nearest; without a centre it is of the best', async () => {
    const { catalog } = await aConceptLibrary()
    const near = await showGraph({ limit: 2, around: 'embedding' }, catalog)
    expect([near.nodes.length, pairs(near.edges)]).toEqual([2, ['embedding-attention']])
    const best = await showGraph({ limit: 2 }, catalog)
    expect(best.nodes.map(({ slug }) => slug)).toEqual(['embedding', 'attention'])
  })
})

describe('a document', () => {
  test('is most about what its passages are most about, and says who is in it', async () => {
    const { catalog, passageIds } = await aConceptLibrary()
    const { concepts, people } = await listDocumentConcepts('talk', catalog)
    expect(concepts.map(({ summary, ...rest }) => [summary.slug, rest])).toEqual([
      [
        'embedding', // √(3 × (.9 × 1.9 + .2)) / log2(3)
        {
          explained: true,
          places: [
            { passageId: passageIds.intro, startMs: 4500 },
            { passageId: passageIds.mixing, startMs: 16_500 },
          ],
        },
      ],
      ['attention', { explained: false, places: [{ passageId: passageIds.mixing, startMs: 16_500 }] }], // √(2 × .6)
      ['token', { explained: false, places: [{ passageId: passageIds.mixing, startMs: 20_500 }] }], // √.3
    ])
    expect(people).toEqual([{ documentId: 'talk', name: 'Ada', role: 'host', count: 5 }])
  })

  test('that is unknown is an error', async () => {
    const { catalog } = await aConceptLibrary()
    await expect(listDocumentConcepts('nothing', catalog)).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    })
  })
})
