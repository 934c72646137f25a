import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do with vectors that no passage needs any more, whatever database is underneath. */
export function describeUnusedVectors(name: string, open: () => Promise<Catalog>): void {
  const withSource = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }

  describe(`${name}: vectors that nobody uses`, () => {
    test('are collected however many there are, and none that a passage needs in another space', async () => {
      const catalog = await withSource()
      const passage = aPassage()
      const bytes = new Uint8Array([1])
      const unused = Array.from({ length: 1200 }, (_, index) => ({ hash: `unused-${index}`, bytes }))
      const used = [passage.inputHash, ...passage.sentenceHashes].map((hash) => ({ hash, bytes }))
      const spaces = ['a', 'b'].map((identity) => ({ identity, role: 'passage' as const }))
      const vectors = spaces.map((space) => ({ space, vectors: [...unused, ...used] }))
      await catalog.writeDocument(aWrite({ passages: [passage], vectors }))
      expect(await catalog.collectVectors()).toBe(2400)
      expect(await catalog.collectVectors()).toBe(0)
      const hashes = used.map(({ hash }) => hash)
      for (const space of spaces)
        expect([...(await catalog.findVectors(space, hashes)).keys()].sort()).toEqual(hashes.sort())
    })

    test('are not collected once a document that is written meanwhile uses them', async () => {
      const catalog = await withSource()
      const space = { identity: 'a', role: 'passage' } as const
      const passages = Array.from({ length: 300 }, (_, ordinal) => aPassage({ ordinal }))
      const bytes = new Uint8Array([1])
      const vectors = passages.map(({ inputHash: hash }) => ({ hash, bytes }))
      await catalog.addVectors(space, vectors)
      const write = aWrite({ passages, vectors: [{ space, vectors }] })
      await Promise.all([catalog.collectVectors(), catalog.writeDocument(write), catalog.collectVectors()])
      const found = await catalog.findVectors(
        space,
        passages.map(({ inputHash }) => inputHash),
      )
      expect(found.size).toBe(300)
    })
  })
}
