import { expect, test } from 'vitest'
import { findSimilarPassages } from '../../src/search/find-similar.js'
import { aSmallLibrary } from './small-library.js'

const idOf = async (
  { catalog }: Awaited<ReturnType<typeof aSmallLibrary>>,
  documentId: string,
  ordinal = 0,
) => (await catalog.readPassages(documentId))[ordinal]?.id ?? ''

test('passages of all kinds are found, not itself and not those of its own moment', async () => {
  const library = await aSmallLibrary(
    {
      document: { id: 'episode' },
      // The third is asked about; all say the same.
      passages: ['owl 1 mouse', 'owl 2 mouse', 'owl 3 mouse', 'owl 4 mouse', 'owl 5 mouse', 'owl 6 mouse'],
    },
    { document: { id: 'short', kind: 'short' }, passages: ['owl and mouse at night'] },
    { document: { id: 'post', kind: 'post' }, passages: [{ text: 'mouse', anchor: 'mice', startMs: null }] },
  )
  const similar = await findSimilarPassages(await idOf(library, 'episode', 2), 10, library)
  expect(similar.map(({ document, text }) => [document.kind, text])).toEqual([
    ['episode', 'owl 6 mouse'],
    ['post', 'mouse'],
    ['short', 'owl and mouse at night'],
  ])
})

test('the same words in several documents are one result', async () => {
  const trailer = 'owls hunt mice at night in this new series about the wood'
  const library = await aSmallLibrary(
    { document: { id: 'asked' }, passages: ['how owls hunt mice'] },
    { document: { id: 'a' }, passages: [trailer] },
    { document: { id: 'b' }, passages: [trailer] },
  )
  const similar = await findSimilarPassages(await idOf(library, 'asked'), 10, library)
  expect(similar.map(({ text }) => text)).toEqual([trailer])
})

test('a document that says it all the time leaves room for others', async () => {
  const library = await aSmallLibrary(
    { document: { id: 'asked' }, passages: ['owl hunts mouse'] },
    {
      document: { id: 'all' },
      // Every third, so that they are moments of their own.
      passages: Array.from({ length: 16 }, (_, at) =>
        at % 3 === 0 ? `owl hunts mouse ${at}` : `rain ${at}`,
      ),
    },
    { document: { id: 'other' }, passages: ['the owl hunts mouse and hare'] },
  )
  const similar = await findSimilarPassages(await idOf(library, 'asked'), 4, library)
  expect(similar.map(({ document }) => document.id)).toEqual(['all', 'all', 'all', 'other'])
})

test('an unknown passage, and one that is not embedded, are named errors', async () => {
  const library = await aSmallLibrary({ document: { id: 'asked' }, passages: ['owl'] })
  await expect(findSimilarPassages('nothing', 10, library)).rejects.toMatchObject({
    code: 'PASSAGE_NOT_FOUND',
  })
  const otherModel = { ...library, identity: { ...library.identity, model: 'another' } }
  await expect(findSimilarPassages(await idOf(library, 'asked'), 10, otherModel)).rejects.toMatchObject({
    code: 'INDEX_UNAVAILABLE',
  })
})
