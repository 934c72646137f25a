import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import type { FollowedStep, FoundMatch } from '../../src/catalog/saved-search-store.js'
import type { SavedSearch } from '../../src/domain/saved-search.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with saved searches, what they found, and what is to be told of it. */
export function describeSavedSearches(name: string, open: () => Promise<Catalog>): void {
  const opened = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()
  const webhook = { url: 'https://example.org/hook', secret: 'whsec_AAAA', active: true }
  const aSearch = (fields: Partial<SavedSearch> = {}): Omit<SavedSearch, 'sinceSeq'> => ({
    id: 'search-1',
    name: 'Taproot',
    query: 'taproot',
    mode: 'hybrid',
    filter: { kinds: ['episode'], includeAds: true },
    createdAt: at(0),
    askedAt: at(0),
    webhook: null,
    ...fields,
  })
  const found = (passageId: string, fields: Partial<FoundMatch> = {}): FoundMatch => ({
    searchId: 'search-1',
    passageId,
    documentId: 'document-1',
    askedAt: at(0),
    replaces: null,
    ...fields,
  })
  const step = (fields: Partial<FollowedStep>): FollowedStep => ({
    fromSeq: 0,
    toSeq: 0,
    documents: [],
    found: [],
    show: [],
    hide: [],
    at: at(1),
    maxMatches: 100,
    ...fields,
  })
  const numbers = async (catalog: Catalog, searchId = 'search-1') =>
    (await catalog.listMatches(searchId, { limit: 100, cursor: null })).matches.map(({ number }) => number)

  describe(`${name}: saved searches`, () => {
    test('one is kept with all that it was given, and what is there is not new to it', async () => {
      const catalog = await opened()
      await catalog.writeDocument(aWrite())
      expect(await catalog.readFollowedSeq()).toBeNull()
      expect(await catalog.addSavedSearch(aSearch({ webhook }), 10)).toBe(true)
      expect(await catalog.listSavedSearches()).toEqual([
        { ...aSearch({ webhook }), sinceSeq: 1, unread: 0, matches: 0, lastMatchAt: null },
      ])
      expect(await catalog.readFollowedSeq()).toBe(1)
      expect(await catalog.findDocumentsToFollow(['document-1', 'nowhere'])).toEqual([
        {
          documentId: 'document-1',
          present: true,
          passages: [{ id: aPassage().id, ad: false }],
          seen: new Set([aPassage().id]),
        },
        { documentId: 'nowhere', present: false, passages: [], seen: 'none' },
      ])
    })

    test('there are no more than there may be', async () => {
      const catalog = await opened()
      expect(await catalog.addSavedSearch(aSearch(), 1)).toBe(true)
      expect(await catalog.addSavedSearch(aSearch({ id: 'search-2' }), 1)).toBe(false)
      expect((await catalog.listSavedSearches()).map(({ id }) => id)).toEqual(['search-1'])
    })

    test('a passage is found once by a search, however often it is found', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      expect(await catalog.applyFollowedStep(step({ toSeq: 1, found: [found('a'), found('b')] }))).toBe(true)
      expect(await catalog.applyFollowedStep(step({ fromSeq: 1, toSeq: 2, found: [found('a')] }))).toBe(true)
      expect(await catalog.listMatches('search-1', { limit: 10, cursor: null })).toEqual({
        matches: [
          {
            number: 2,
            searchId: 'search-1',
            passageId: 'b',
            documentId: 'document-1',
            foundAt: at(1),
            read: false,
          },
          {
            number: 1,
            searchId: 'search-1',
            passageId: 'a',
            documentId: 'document-1',
            foundAt: at(1),
            read: false,
          },
        ],
        next: null,
      })
    })

    test('a step from another place than the watermark writes nothing', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      expect(await catalog.applyFollowedStep(step({ fromSeq: 5, toSeq: 6, found: [found('a')] }))).toBe(false)
      expect(await numbers(catalog)).toEqual([])
      expect(await catalog.readFollowedSeq()).toBe(0)
    })

    test('what was found for another question, or by a search that is gone, is left out', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      const late = [found('a', { askedAt: at(9) }), found('b', { searchId: 'gone' }), found('c')]
      await catalog.applyFollowedStep(step({ toSeq: 1, found: late }))
      expect((await catalog.findKnownMatches(['document-1'])).map(({ passageId }) => passageId)).toEqual([
        'c',
      ])
    })

    test('unread matches come first, page by page, and are read up to one or all', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      await catalog.applyFollowedStep(
        step({ toSeq: 1, found: ['a', 'b', 'c', 'd', 'e'].map((id) => found(id)) }),
      )
      expect(await catalog.markRead('search-1', 2)).toBe(2)
      const first = await catalog.listMatches('search-1', { limit: 2, cursor: null })
      const second = await catalog.listMatches('search-1', { limit: 2, cursor: first.next })
      const third = await catalog.listMatches('search-1', { limit: 2, cursor: second.next })
      const shown = [first, second, third].map(({ matches }) =>
        matches.map(({ number, read }) => [number, read]),
      )
      expect(shown).toEqual([
        [
          [5, false],
          [4, false],
        ],
        [
          [3, false],
          [2, true],
        ],
        [[1, true]],
      ])
      expect(third.next).toBeNull()
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({
        unread: 3,
        matches: 5,
        lastMatchAt: at(1),
      })
      expect(await catalog.markRead('search-1', null)).toBe(3)
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({ unread: 0, matches: 5 })
    })

    test('hidden matches are not shown, counted or told of, and come back as they were', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch({ webhook }), 10)
      await catalog.applyFollowedStep(step({ toSeq: 1, found: [found('a'), found('b')] }))
      await catalog.markRead('search-1', 1)
      await catalog.applyFollowedStep(step({ fromSeq: 1, toSeq: 2, hide: [1, 2] }))
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({
        unread: 0,
        matches: 0,
        lastMatchAt: null,
      })
      expect(await numbers(catalog)).toEqual([])
      expect(await catalog.listPendingMatches()).toEqual([])
      await catalog.applyFollowedStep(
        step({ fromSeq: 2, toSeq: 3, show: [1, 2], found: [found('a'), found('b')] }),
      )
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({ unread: 1, matches: 2 })
      expect(await catalog.listPendingMatches()).toEqual([])
    })

    test('a match goes on as the passage that took the place of its own: read stays read', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      await catalog.applyFollowedStep(step({ toSeq: 1, found: [found('a')] }))
      await catalog.markRead('search-1', null)
      const replacing = [found('a2', { replaces: 1 })]
      await catalog.applyFollowedStep(step({ fromSeq: 1, toSeq: 2, hide: [1], found: replacing }))
      expect((await catalog.listMatches('search-1', { limit: 9, cursor: null })).matches).toMatchObject([
        { number: 1, passageId: 'a2', read: true },
      ])
    })

    test('of too many matches the oldest go', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      const many = Array.from({ length: 25 }, (_, index) => found(`p${index}`))
      await catalog.applyFollowedStep(step({ toSeq: 1, found: many, maxMatches: 10 }))
      expect(await numbers(catalog)).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16])
    })

    test('a step remembers which passages were looked at, and forgets those that are gone', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      const passages = (...ids: string[]) => ids.map((id) => ({ id, ad: false }))
      await catalog.applyFollowedStep(
        step({ toSeq: 1, documents: [{ documentId: 'document-1', passages: passages('a', 'b') }] }),
      )
      await catalog.applyFollowedStep(
        step({
          fromSeq: 1,
          toSeq: 2,
          documents: [{ documentId: 'document-1', passages: passages('b', 'c') }],
        }),
      )
      const [document] = await catalog.findDocumentsToFollow(['document-1'])
      expect(document?.seen).toEqual(new Set(['b', 'c']))
    })

    test('a withdrawn document is not present, its passages are', async () => {
      const catalog = await opened()
      await catalog.writeDocument(aWrite({ document: aDocument({ status: 'withdrawn' }) }))
      await catalog.addSavedSearch(aSearch(), 10)
      expect(await catalog.findDocumentsToFollow(['document-1'])).toMatchObject([
        { present: false, passages: [{ id: aPassage().id }] },
      ])
    })

    test('another question begins anew, another name does not', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      await catalog.applyFollowedStep(step({ toSeq: 1, found: [found('a')] }))
      expect(await catalog.updateSavedSearch('search-1', { name: 'Other' })).toBe(true)
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({ name: 'Other', matches: 1 })
      await catalog.writeDocument(aWrite())
      const asked = { query: 'schnorr', mode: 'lexical', filter: {}, askedAt: at(5) } as const
      await catalog.updateSavedSearch('search-1', { asked })
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({ ...asked, sinceSeq: 1, matches: 0 })
      expect(await catalog.updateSavedSearch('unknown', { name: 'x' })).toBe(false)
    })

    test('with the last one everything goes, and the next begins from where the library is', async () => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch(), 10)
      await catalog.applyFollowedStep(step({ toSeq: 0, found: [found('a')] }))
      expect(await catalog.removeSavedSearch('search-1')).toBe(true)
      expect(await catalog.removeSavedSearch('search-1')).toBe(false)
      expect(await catalog.readFollowedSeq()).toBeNull()
      expect(await catalog.findKnownMatches(['document-1'])).toEqual([])
      await catalog.writeDocument(aWrite())
      await catalog.addSavedSearch(aSearch({ id: 'search-2' }), 10)
      expect(await catalog.readFollowedSeq()).toBe(1)
    })
  })

  describe(`${name}: webhooks`, () => {
    const aDelivery = (id: string, searchId = 'search-1') =>
      ({ id, searchId, kind: 'matches', body: `{"id":"${id}"}`, createdAt: at(2) }) as const
    const taken = { at: at(3), httpStatus: 200, error: null }
    const refused = { at: at(3), httpStatus: 500, error: 'no' }
    const withMatches = async (): Promise<Catalog> => {
      const catalog = await opened()
      await catalog.addSavedSearch(aSearch({ webhook }), 10)
      await catalog.addSavedSearch(aSearch({ id: 'silent' }), 10)
      const silent = found('a', { searchId: 'silent' })
      await catalog.applyFollowedStep(step({ toSeq: 1, found: [found('a'), found('b'), silent] }))
      return catalog
    }

    test('matches wait until a message tells of them; those of a search without one do not', async () => {
      const catalog = await withMatches()
      expect(await catalog.listPendingMatches()).toEqual([
        { searchId: 'search-1', count: 2, firstAt: at(1), lastAt: at(1), toldAt: null },
      ])
      const [first] = await catalog.findPendingMatches('search-1', 1)
      expect(first).toMatchObject({ number: 1, passageId: 'a' })
      expect(await catalog.addDelivery(aDelivery('m1'), [1])).toBe(true)
      // One message at a time: the rest waits until this one was taken.
      expect(await catalog.listPendingMatches()).toEqual([])
      await catalog.recordAttempt('m1', taken, { status: 'delivered' })
      expect(await catalog.listPendingMatches()).toEqual([
        { searchId: 'search-1', count: 1, firstAt: at(1), lastAt: at(1), toldAt: at(2) },
      ])
      expect(await catalog.addDelivery(aDelivery('m2', 'silent'), [3])).toBe(false)
    })

    test('a message is due until it was taken, again when its time has come', async () => {
      const catalog = await withMatches()
      await catalog.addDelivery(aDelivery('m1'), [1, 2])
      expect(await catalog.listDueDeliveries(at(1), 9)).toEqual([])
      expect(await catalog.listDueDeliveries(at(2), 9)).toEqual([
        { ...aDelivery('m1'), status: 'waiting', attempts: 0, nextTryAt: at(2), lastTry: null },
      ])
      await catalog.recordAttempt('m1', refused, { status: 'waiting', nextTryAt: at(8) })
      expect(await catalog.listDueDeliveries(at(7), 9)).toEqual([])
      const { body: _, ...shown } = aDelivery('m1')
      expect(await catalog.findLastDeliveries(['search-1', 'silent'])).toEqual(
        new Map([
          ['search-1', { ...shown, status: 'waiting', attempts: 1, nextTryAt: at(8), lastTry: refused }],
        ]),
      )
      expect(await catalog.listDueDeliveries(at(8), 9)).toMatchObject([{ id: 'm1', attempts: 1 }])
      await catalog.recordAttempt('m1', taken, { status: 'delivered' })
      expect(await catalog.listDueDeliveries(at(50), 9)).toEqual([])
      expect((await catalog.findLastDeliveries(['search-1'])).get('search-1')).toMatchObject({
        status: 'delivered',
        attempts: 2,
        nextTryAt: null,
        lastTry: taken,
      })
    })

    test('a receiver that is gone is told of nothing more, until it is set again', async () => {
      const catalog = await withMatches()
      await catalog.addDelivery(aDelivery('m1'), [1])
      await catalog.recordAttempt('m1', { ...refused, httpStatus: 410 }, { status: 'gone' })
      expect(await catalog.findSavedSearch('search-1')).toMatchObject({
        webhook: { ...webhook, active: false },
      })
      expect((await catalog.findLastDeliveries(['search-1'])).get('search-1')?.status).toBe('failed')
      expect(await catalog.addDelivery(aDelivery('m2'), [])).toBe(false)
      await catalog.applyFollowedStep(step({ fromSeq: 1, toSeq: 2, found: [found('c')] }))
      await catalog.updateSavedSearch('search-1', { webhook })
      await catalog.applyFollowedStep(step({ fromSeq: 2, toSeq: 3, found: [found('d')] }))
      expect((await catalog.findPendingMatches('search-1', 9)).map(({ passageId }) => passageId)).toEqual([
        'd',
      ])
    })

    test('without its webhook a search has no messages', async () => {
      const catalog = await withMatches()
      await catalog.addDelivery(aDelivery('m1'), [1])
      await catalog.updateSavedSearch('search-1', { webhook: null })
      expect(await catalog.listDueDeliveries(at(50), 9)).toEqual([])
      expect(await catalog.findLastDeliveries(['search-1'])).toEqual(new Map())
      await catalog.updateSavedSearch('search-1', { webhook })
      expect(await catalog.listPendingMatches()).toEqual([])
    })

    test('an attempt at a message that was removed meanwhile is nothing', async () => {
      const catalog = await withMatches()
      await catalog.addDelivery(aDelivery('m1'), [1])
      await catalog.removeSavedSearch('search-1')
      await catalog.recordAttempt('m1', taken, { status: 'delivered' })
      expect(await catalog.listDueDeliveries(at(50), 9)).toEqual([])
    })

    test('of the messages that were sent the newest are kept, and all that wait', async () => {
      const catalog = await withMatches()
      for (let index = 0; index < 30; index++) {
        await catalog.addDelivery(aDelivery(`m${index}`), [])
        if (index !== 1) await catalog.recordAttempt(`m${index}`, taken, { status: 'delivered' })
      }
      await catalog.recordAttempt('m0', refused, { status: 'waiting', nextTryAt: at(9) })
      expect((await catalog.listDueDeliveries(at(50), 99)).map(({ id }) => id)).toEqual(['m1'])
    })
  })
}
