import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../src/catalog/catalog.js'
import type { ClipUse } from '../../../src/catalog/collection-store.js'
import { noCorrections } from '../../../src/domain/corrections.js'
import { findUses } from '../../../src/editor/reuse/find-uses.js'

const document = { id: 'episode-1', kind: 'episode' } as DocumentSummary
const post = { id: 'post-1', kind: 'post', title: 'A post', url: null } as DocumentSummary
const aUse = (clipId: string, fields: Partial<ClipUse> = {}): ClipUse => ({
  documentId: 'episode-1',
  startMs: 10_000,
  endMs: 20_000,
  passageId: null,
  clipId,
  clipTitle: `Title of ${clipId}`,
  collectionId: 'collection-1',
  collectionTitle: 'Best of',
  ...fields,
})

const ask = (
  passage: { startMs: number | null; endMs: number | null },
  uses: readonly ClipUse[],
  { offsetMs = 0, companions = [] as DocumentSummary[] } = {},
) =>
  findUses([{ passageId: 'passage-1', document, ...passage }], {
    findClipUses: () => Promise.resolve([...uses]),
    findCompanions: () => Promise.resolve(companions),
    findCorrections: () => Promise.resolve(new Map([['episode-1', { ...noCorrections, offsetMs }]])),
  })

test('clips that overlap the passage are uses of it; those that touch it, or are of another document, are not', async () => {
  const uses = [
    aUse('inside', { startMs: 12_000, endMs: 13_000 }),
    aUse('before', { startMs: 0, endMs: 11_000 }),
    aUse('elsewhere', { documentId: 'episode-2', startMs: 12_000 }),
    aUse('across', { startMs: 19_000, endMs: 30_000 }),
  ]
  expect(await ask({ startMs: 11_000, endMs: 20_000 }, uses)).toEqual([
    {
      clips: ['inside', 'across'].map((clipId) => ({
        collectionId: 'collection-1',
        collectionTitle: 'Best of',
        clipId,
        clipTitle: `Title of ${clipId}`,
      })),
      companions: [],
    },
  ])
})

test('published times of clips are corrected as those of passages are', async () => {
  const passage = { startMs: 21_000, endMs: 24_000 }
  const clips = async (offsetMs: number) =>
    (await ask(passage, [aUse('clip')], { offsetMs }))[0]?.clips.length
  expect([await clips(0), await clips(5000)]).toEqual([0, 1])
})

test('without times it is the passage that tells', async () => {
  const untimed = { startMs: null, endMs: null }
  const uses = [
    aUse('same', { ...untimed, passageId: 'passage-1' }),
    aUse('other', { ...untimed, passageId: 'p2' }),
  ]
  expect((await ask(untimed, uses))[0]?.clips.map(({ clipId }) => clipId)).toEqual(['same'])
})

test('a recording whose post is there was used in it', async () => {
  const [uses] = await ask({ startMs: 0, endMs: 1 }, [], { companions: [post] })
  expect(uses?.companions).toEqual([{ id: 'post-1', kind: 'post', title: 'A post', url: null }])
})
