import { expect, test } from 'vitest'
import { listConceptDocuments } from '../../src/concepts/list-concept-documents.js'
import { aConceptLibrary } from './concept-library.js'

const all = { limit: 9, cursor: null }

test('what says most of it comes first, or what is oldest; times are corrected, playing begins a sentence before', async () => {
  const { catalog, passageIds } = await aConceptLibrary()
  const { documents } = await listConceptDocuments('embedding', { order: 'best' }, all, catalog)
  expect(documents.map(({ document, ...places }) => ({ document: document.id, ...places }))).toEqual([
    {
      document: 'talk',
      passages: 2,
      first: { passageId: passageIds.intro, startMs: 4500, jumpMs: 500, anchor: null },
      best: { passageId: passageIds.intro, startMs: 4500, jumpMs: 500, anchor: null, strength: 0.9 },
    },
    {
      document: 'post',
      passages: 1,
      first: { passageId: passageIds.written, startMs: null, jumpMs: null, anchor: 'embeddings' },
      best: {
        passageId: passageIds.written,
        startMs: null,
        jumpMs: null,
        anchor: 'embeddings',
        strength: 0.4,
      },
    },
  ])
  const byDate = await listConceptDocuments('embedding', { order: 'date' }, all, catalog)
  expect(byDate.documents).toEqual(documents.toReversed())
})

test('of those that say as much the one that mentions it more comes first', async () => {
  const { catalog, passageIds } = await aConceptLibrary({ strengths: { talk: 0.4, post: 0.4 } })
  const { documents } = await listConceptDocuments('embedding', { order: 'best' }, all, catalog)
  expect(documents.map(({ document, passages }) => [document.id, passages])).toEqual([
    ['talk', 2],
    ['post', 1],
  ])
  expect(documents[0]?.best.passageId).toBe(passageIds.intro)
})

test('pages meet without gap or overlap; only a kind or a document; by a former slug too', async () => {
  const { catalog } = await aConceptLibrary()
  const idsOf = async (
    filter: Omit<Parameters<typeof listConceptDocuments>[1], 'order'>,
    page: Parameters<typeof listConceptDocuments>[2] = all,
  ) => {
    const { documents, ...rest } = await listConceptDocuments(
      'word-vector',
      { order: 'best', ...filter },
      page,
      catalog,
    )
    return { ids: documents.map(({ document }) => document.id), ...rest }
  }
  expect(await idsOf({}, { limit: 1, cursor: null })).toEqual({ ids: ['talk'], total: 2, next: '1' })
  expect(await idsOf({}, { limit: 1, cursor: '1' })).toEqual({ ids: ['post'], total: 2, next: null })
  expect(await idsOf({}, { limit: 1, cursor: '7' })).toEqual({ ids: [], total: 2, next: null })
  expect(await idsOf({ kind: 'post' })).toEqual({ ids: ['post'], total: 1, next: null })
  expect(await idsOf({ documentId: 'talk' })).toEqual({ ids: ['talk'], total: 1, next: null })
  expect(await idsOf({ kind: 'post', documentId: 'talk' })).toEqual({ ids: [], total: 0, next: null })
})

test('an unknown concept and a cursor of none of ours are errors that name them', async () => {
  const { catalog } = await aConceptLibrary()
  await expect(listConceptDocuments('nonsense', { order: 'best' }, all, catalog)).rejects.toMatchObject({
    code: 'CONCEPT_NOT_FOUND',
  })
  await expect(
    listConceptDocuments('embedding', { order: 'best' }, { limit: 1, cursor: 'x' }, catalog),
  ).rejects.toMatchObject({ code: 'QUERY_INVALID', message: expect.stringContaining('"x"') as string })
})
