import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Catalog } from '../../../src/catalog/catalog.js'
import { noCorrections } from '../../../src/domain/corrections.js'
import { followSavedSearches } from '../../../src/editor/saved-searches/follow-saved-searches.js'
import { aFollowedLibrary } from './followed-library.js'

test('what is there when a search is saved is not new to it, what comes later is', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await write('old', ['Taproot is old news.'])
  await save('taproot')
  await write('new', ['Nothing here.', 'Now taproot is active.', 'Nor here.'])
  await catchUp()
  expect(await matches()).toEqual(['Now taproot is active.'])
})

test('a passage must say all that is asked for, in any form of the words', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await save('covenant proposal')
  await write('a', ['A covenant.', 'A proposal.'])
  await write('b', ['Two proposals for covenants.'])
  await write('c', [{ text: 'This one is a proposal.', chapter: 'Covenants' }])
  await catchUp()
  expect((await matches()).toSorted()).toEqual(['This one is a proposal.', 'Two proposals for covenants.'])
})

test('a search never runs ahead of the index', async () => {
  const { write, save, follow, followIndex, matches, catalog } = await aFollowedLibrary()
  await save('taproot')
  await write('a', ['Taproot.'])
  expect([await follow(), await matches(), await catalog.readFollowedSeq()]).toEqual([0, [], 0])
  await followIndex()
  expect([await follow(), await matches(), await catalog.readFollowedSeq()]).toEqual([1, ['Taproot.'], 1])
  expect(await follow()).toBe(0)
})

test('a document that is pulled again is no news', async () => {
  const { write, save, catchUp, matches, catalog } = await aFollowedLibrary()
  await write('old', ['Taproot is old news.'])
  await save('taproot')
  await write('new', ['Taproot is new.'])
  await catchUp()
  await catalog.markRead('search', null)
  for (const id of ['old', 'new'])
    await write(id, [id === 'old' ? 'Taproot is old news.' : 'Taproot is new.', 'And more.'], {
      title: 'New title',
    })
  await catchUp()
  expect(await matches()).toEqual(['(Taproot is new.)'])
})

test('what an old document says now is news', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await write('old', ['Taproot is old news.', 'Nothing.', 'Nothing else.', 'At all.'])
  await save('taproot')
  await write('old', ['Taproot is old news.', 'Nothing.', 'Nothing else.', 'But this on taproot.'])
  await catchUp()
  expect(await matches()).toEqual(['But this on taproot.'])
})

test('a match whose words were mended stays the match that it was', async () => {
  const { write, save, catchUp, matches, catalog } = await aFollowedLibrary()
  await save('taproot')
  await write('a', ['Taproot is actve.'])
  await catchUp()
  await catalog.markRead('search', null)
  await write('a', ['Taproot is active.'])
  await catchUp()
  expect(await matches()).toEqual(['(Taproot is active.)'])
})

test('matches go with their document and come back with it, told of once', async () => {
  const { write, save, catchUp, matches, catalog } = await aFollowedLibrary()
  const webhook = { url: 'https://example.org', secret: 'whsec_', active: true }
  await save('taproot', { webhook })
  await write('a', ['Taproot is active.'])
  await catchUp()
  const [pending] = await catalog.findPendingMatches('search', 9)
  const delivery = { id: 'm', searchId: 'search', kind: 'matches', body: '', createdAt: '2026' } as const
  await catalog.addDelivery(delivery, [pending?.number ?? 0])
  await catalog.setDocumentStatus('a', 'withdrawn')
  await catchUp()
  expect(await matches()).toEqual([])
  await catalog.setDocumentStatus('a', 'present')
  await catchUp()
  expect(await matches()).toEqual(['Taproot is active.'])
  const source = await catalog.findSource('source-1')
  await catalog.removeSource('source-1')
  await catchUp()
  expect(await matches()).toEqual([])
  await catalog.addSources(source ? [source] : [])
  await write('a', ['Taproot is active.'])
  await catchUp()
  expect(await matches()).toEqual(['Taproot is active.'])
  expect(await catalog.findPendingMatches('search', 9)).toEqual([])
})

test('a document is three pieces of news at most, and what stands side by side is one', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await save('taproot')
  const texts = Array.from({ length: 60 }, (_, index) =>
    index % 10 === 0 ? `Taproot ${index}.` : `Other ${index}.`,
  )
  await write('a', texts)
  await write('b', ['Taproot once.', 'Taproot again.', 'Other.'])
  await catchUp()
  const found = await matches()
  expect(found.filter((text) => /\d/.test(text ?? ''))).toHaveLength(3)
  expect(found.filter((text) => !/\d/.test(text ?? ''))).toHaveLength(1)
})

test('filters and operators hold, and advertisements are no news', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await save('taproot', { id: 'posts', filter: { kinds: ['post'] } })
  await save('taproot kind:post', { id: 'operator' })
  await save('"taproot is"', { id: 'phrase' })
  await save('taproot -active', { id: 'without' })
  await save('taproot', { id: 'ads', filter: { includeAds: true } })
  await save('taproot source:nobody', { id: 'nowhere' })
  await write('a', ['Is taproot active?'])
  await write('b', ['Taproot is for posts.'], { kind: 'post' })
  await write('c', [{ text: 'Buy taproot.', ad: true }])
  await catchUp()
  expect(await matches('posts')).toEqual(['Taproot is for posts.'])
  expect(await matches('operator')).toEqual(['Taproot is for posts.'])
  expect(await matches('phrase')).toEqual(['Taproot is for posts.'])
  expect((await matches('without')).toSorted()).toEqual(['Taproot is for posts.'])
  expect((await matches('ads')).toSorted()).toEqual([
    'Buy taproot.',
    'Is taproot active?',
    'Taproot is for posts.',
  ])
  // A name of nothing becomes words.
  expect(await matches('nowhere')).toEqual([])
})

test('a filter alone finds new documents, once each, and none that changed', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await write('old', ['Before.'])
  await save('kind:episode')
  await write('a', ['First.', 'Second.', 'Third.', 'Fourth.'])
  await write('old', ['After.'])
  await write('post', ['Written.'], { kind: 'post' })
  await catchUp()
  expect(await matches()).toEqual(['First.'])
})

test('a correction makes old words no news', async () => {
  const { write, save, catchUp, matches, catalog } = await aFollowedLibrary()
  await write('old', ['Taproot.'])
  await save('taproot')
  await catchUp()
  const corrections = { ...noCorrections, offsetMs: 1000 }
  expect(
    await catalog.writeCorrections('old', corrections, { ifContentHash: 'version 1', write: null }),
  ).toBe(true)
  await catchUp()
  expect(await matches()).toEqual([])
})

test('passages that a new version cut by other rules are no news', async () => {
  const { write, save, catchUp, matches, catalogPath } = await aFollowedLibrary()
  await write('old', ['Taproot is old news.'])
  await save('taproot')
  const database = new Database(catalogPath)
  database.prepare('update saved_search_passages set segmentation = segmentation - 1').run()
  database.close()
  await write('old', ['Taproot is old news, cut anew.'])
  await catchUp()
  expect(await matches()).toEqual([])
  await write('old', ['Taproot is old news, cut anew.', 'Nothing.', 'Nothing.', 'Taproot again.'])
  await catchUp()
  expect(await matches()).toEqual(['Taproot again.'])
})

test('a search that was saved later has its own beginning', async () => {
  const { write, save, catchUp, matches } = await aFollowedLibrary()
  await save('taproot', { id: 'first' })
  await write('a', ['Taproot one.'])
  await save('taproot', { id: 'second' })
  await write('b', ['Taproot two.'])
  await catchUp()
  expect((await matches('first')).toSorted()).toEqual(['Taproot one.', 'Taproot two.'])
  expect(await matches('second')).toEqual(['Taproot two.'])
})

test('a step that was interrupted is done again, with the same outcome', async () => {
  const { write, save, followIndex, dependencies, matches, follow, catalog } = await aFollowedLibrary()
  await save('taproot')
  await write('a', ['Taproot.'])
  await followIndex()
  const killed: Catalog = { ...catalog, applyFollowedStep: () => Promise.reject(new Error('killed')) }
  const step = followSavedSearches({ ...dependencies, catalog: killed }, { now: () => 0 })
  await expect(step).rejects.toThrow('killed')
  expect(await matches()).toEqual([])
  await follow()
  expect(await matches()).toEqual(['Taproot.'])
})

test('what is written while a step is made is news to the next one', async () => {
  const { write, save, followIndex, dependencies, matches, catchUp, catalog } = await aFollowedLibrary()
  await save('taproot')
  await write('a', ['Nothing.'])
  await followIndex()
  let isWritten = false
  const busy: Catalog = {
    ...catalog,
    findDocumentsToFollow: async (ids) => {
      if (!isWritten) await write('a', ['Nothing.', 'Taproot.'])
      isWritten = true
      return catalog.findDocumentsToFollow(ids)
    },
  }
  await followSavedSearches({ ...dependencies, catalog: busy }, { now: () => 0 })
  expect(isWritten).toBe(true)
  await catchUp()
  expect(await matches()).toEqual(['Taproot.'])
})

test('a hundred documents at once are a few steps', async () => {
  const { write, save, catchUp, matches, catalog } = await aFollowedLibrary()
  await save('taproot')
  for (let index = 0; index < 100; index++)
    await write(`d${index}`, [`Taproot in document ${index}.`, 'More.'])
  await catchUp()
  expect(new Set(await matches()).size).toBe(100)
  expect(await catalog.readFollowedSeq()).toBe(100)
})
