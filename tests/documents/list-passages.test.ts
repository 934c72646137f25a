import { expect, test } from 'vitest'
import { listPassages } from '../../src/documents/list-passages.js'
import { aDocument, aPassage } from '../builders/documents.js'

const passages = [
  aPassage({ ordinal: 0, startMs: 0 }),
  aPassage({ ordinal: 1, startMs: 10_000, ad: true, adReason: 'said so' }),
  aPassage({ ordinal: 2, startMs: null, endMs: null, anchor: 'notes' }),
]
const corrections = { offsetMs: -2000, speakers: {}, adOverrides: [] }
const catalog = {
  findDocument: (id: string) => Promise.resolve(id === 'document-1' ? aDocument() : null),
  findCorrections: () => Promise.resolve(new Map([['document-1', corrections]])),
  readPassages: () => Promise.resolve(passages),
}

test('passages come in order with their corrected times; without times they have their anchors', async () => {
  expect(await listPassages('document-1', catalog)).toEqual([
    { passageId: passages[0]?.id, startMs: 0, endMs: 8000, anchor: null, ad: false },
    { passageId: passages[1]?.id, startMs: 8000, endMs: 18_000, anchor: null, ad: true },
    { passageId: passages[2]?.id, startMs: null, endMs: null, anchor: 'notes', ad: false },
  ])
})

test('an unknown document is refused by name', async () => {
  await expect(listPassages('nobody', catalog)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
})
