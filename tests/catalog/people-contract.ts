import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aPerson, aReading, anUpdate } from '../builders/concepts.js'
import { aDocument, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with the people of documents. */
export function describePeople(name: string, open: () => Promise<Catalog>): void {
  describe(`${name}: people`, () => {
    const withPeople = async (): Promise<Catalog> => {
      const catalog = await open()
      onTestFinished(() => catalog.close())
      await catalog.addSources([aSource()])
      for (const id of ['one', 'two', 'three', 'withdrawn'])
        await catalog.writeDocument(aWrite({ document: aDocument({ id }), passages: [] }))
      const ada = 'Ada Lovelace'
      const zoe = 'Zoë 50%_ Ng'
      const people = [
        aPerson({ documentId: 'one', name: zoe, role: 'mentioned', count: 90 }),
        aPerson({ documentId: 'one', name: ada, role: 'guest', count: 5 }),
        aPerson({ documentId: 'one', name: ada, role: 'mentioned', count: 7 }),
        aPerson({ documentId: 'one', name: 'Bob', role: 'host', count: 5 }),
        aPerson({ documentId: 'two', name: ada, role: 'host', count: 1 }),
        aPerson({ documentId: 'three', name: zoe, role: 'author', count: 1 }),
        aPerson({ documentId: 'withdrawn', name: 'Bob', role: 'host', count: 1 }),
        aPerson({ documentId: 'unknown', name: 'Carl', role: 'host', count: 1 }),
      ]
      const ids = [...new Set(people.map(({ documentId }) => documentId))]
      const documents = ids.map((id) =>
        aReading(id, { people: people.filter(({ documentId }) => documentId === id) }),
      )
      await catalog.applyConcepts(anUpdate({ documents }))
      await catalog.setDocumentStatus('withdrawn', 'withdrawn')
      return catalog
    }

    test('those of a document: who speaks or writes first, then by count', async () => {
      const catalog = await withPeople()
      expect(await catalog.listPeopleOfDocument('one')).toEqual([
        { name: 'Ada Lovelace', documentId: 'one', role: 'guest', count: 5 },
        { name: 'Bob', documentId: 'one', role: 'host', count: 5 },
        { name: 'Zoë 50%_ Ng', documentId: 'one', role: 'mentioned', count: 90 },
        { name: 'Ada Lovelace', documentId: 'one', role: 'mentioned', count: 7 },
      ])
      expect(await catalog.listPeopleOfDocument('unknown')).toEqual([])
    })

    test('everybody: most documents first, then by name, withdrawn and removed documents not counted', async () => {
      const catalog = await withPeople()
      const all = [
        { name: 'Ada Lovelace', documents: 2, roles: ['host', 'guest', 'mentioned'] },
        { name: 'Zoë 50%_ Ng', documents: 2, roles: ['author', 'mentioned'] },
        { name: 'Bob', documents: 1, roles: ['host'] },
      ]
      expect(await catalog.listPeople({}, 10)).toEqual(all)
      expect(await catalog.listPeople({}, 1)).toEqual(all.slice(0, 1))
    })

    test('a name is found by a part of it, whatever its case and accents, wildcards taken as they are', async () => {
      const catalog = await withPeople()
      const find = async (part: string) =>
        (await catalog.listPeople({ name: part }, 10)).map(({ name }) => name)
      expect([await find('ZOE'), await find('zoë'), await find('0%_ '), await find('LOVE')]).toEqual([
        ['Zoë 50%_ Ng'],
        ['Zoë 50%_ Ng'],
        ['Zoë 50%_ Ng'],
        ['Ada Lovelace'],
      ])
      expect([await find('z%g'), await find('b_b'), await find('\\')]).toEqual([[], [], []])
    })
  })
}
