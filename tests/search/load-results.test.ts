import { expect, test } from 'vitest'
import { describeHits } from '../../src/search/load-results.js'
import { aDocument, aPassage } from '../builders/documents.js'

test('what is shown around a hit is no advertisement, unless the hit is one', async () => {
  const document = { ...aDocument(), sourceTitle: 'Source' }
  const [talk, ad, more] = [
    aPassage({ ordinal: 0, text: 'The worms turn the soil.' }),
    aPassage({ ordinal: 1, text: 'Buy the fine mattress.', ad: true }),
    aPassage({ ordinal: 2, text: 'Leaves rot faster then.' }),
  ]
  const describe = (
    passage: typeof talk,
    neighbours: { before: typeof talk | null; after: typeof talk | null },
  ) =>
    describeHits(
      [
        {
          place: {
            ...{ passageId: passage.id, documentId: passage.documentId, ordinal: passage.ordinal },
            ...{ speaker: null, anchor: null, kind: document.kind },
            ...{ sourceId: document.sourceId, sourceTitle: 'Source', publishedAt: null },
          },
          score: 1,
          more: [],
        },
      ],
      {
        passageOf: new Map([[passage.id, passage]]),
        neighboursOf: () => neighbours,
        documentOf: new Map([[passage.documentId, { ...document, id: passage.documentId }]]),
        corrections: new Map(),
      },
      { terms: [], phrases: [], sentences: [] },
    )
  const contexts = async (...of: Parameters<typeof describe>) =>
    (await describe(...of)).map((hit) => [hit.before, hit.after])
  expect(await contexts(more, { before: ad, after: talk })).toEqual([['', talk.text]])
  expect(await contexts(talk, { before: null, after: ad })).toEqual([['', '']])
  expect(await contexts(ad, { before: talk, after: ad })).toEqual([['', ad.text]])
})
