import { expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aDocument, aPassage, aSource, aWrite } from '../builders/documents.js'

/** What every catalog must do to find what is said at a time. */
export function describePassageAt(name: string, open: () => Promise<Catalog>): void {
  test(`${name}: the passage at a time is the one that is spoken then, in a gap the next; notes are never spoken`, async () => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    const passages = [
      aPassage({ ordinal: 0, startMs: 0 }),
      aPassage({ ordinal: 1, startMs: 30_000 }),
      aPassage({ ordinal: 3, startMs: null, anchor: 'notes' }),
    ]
    await catalog.writeDocument(aWrite({ document: aDocument(), passages }))
    const ordinalAt = async (ms: number) => (await catalog.findPassageAt('document-1', ms))?.ordinal ?? null
    expect([await ordinalAt(0), await ordinalAt(9999)]).toEqual([0, 0])
    expect([await ordinalAt(10_000), await ordinalAt(39_999)]).toEqual([1, 1])
    expect([await ordinalAt(40_000), await catalog.findPassageAt('unknown', 0)]).toEqual([null, null])
  })
}
