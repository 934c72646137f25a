import { expect, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { listSentences } from '../../src/documents/list-sentences.js'
import { noCorrections } from '../../src/domain/corrections.js'
import { aDocument, aPassage } from '../builders/documents.js'

const sentence = (startMs: number | null, endMs: number | null) => ({
  from: 0,
  to: 1,
  startMs,
  endMs,
  speaker: 'Ann',
})

const aCatalog = (offsetMs = 0, isTimed = true) =>
  ({
    findDocument: () => Promise.resolve(aDocument()),
    findCorrections: () =>
      Promise.resolve(new Map([['document-1', { ...noCorrections, offsetMs, speakers: { Ann: 'Anna' } }]])),
    readCues: () =>
      Promise.resolve([
        { startMs: 0, endMs: 2000, speaker: 'Ann', text: 'One two.' },
        { startMs: 2000, endMs: 3000, speaker: 'Ann', text: 'Three.' },
      ]),
    readPassages: () =>
      Promise.resolve([
        aPassage({
          sentences: isTimed ? [sentence(0, 2000), sentence(2000, 3000)] : [sentence(null, null)],
        }),
      ]),
  }) as unknown as Catalog

test('the sentences that a range touches come with their words, times and names as shown', async () => {
  expect(await listSentences('document-1', { startMs: 900, endMs: 1500 }, aCatalog(500))).toEqual([
    {
      startMs: 500,
      endMs: 2500,
      speaker: 'Anna',
      words: [
        { startMs: 500, endMs: 1500, text: 'One ' },
        { startMs: 1500, endMs: 2500, text: 'two. ' },
      ],
    },
  ])
  expect(await listSentences('document-1', { startMs: 0, endMs: 9000 }, aCatalog())).toHaveLength(2)
})

test('there are none outside of what is said, and none without times', async () => {
  expect(await listSentences('document-1', { startMs: 3000, endMs: 9000 }, aCatalog())).toEqual([])
  expect(await listSentences('document-1', { startMs: 0, endMs: 9000 }, aCatalog(0, false))).toEqual([])
})
