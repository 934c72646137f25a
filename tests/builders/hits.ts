import type { PassagePlace } from '../../src/catalog/catalog.js'
import type { Hit } from '../../src/search/collapse.js'

/** Places and hits named after document and ordinal: `a-5`. */

export const aPlace = (
  documentId: string,
  ordinal: number,
  fields: Partial<PassagePlace> = {},
): PassagePlace => ({
  passageId: `${documentId}-${ordinal}`,
  documentId,
  ordinal,
  speaker: null,
  anchor: null,
  kind: 'episode',
  sourceId: 's',
  sourceTitle: 'S',
  publishedAt: null,
  ...fields,
})

export const aHit = (documentId: string, ordinal: number, score = 1): Hit => ({
  place: aPlace(documentId, ordinal),
  score,
  more: [],
})

export const namesOf = (hits: readonly Hit[]): string[] => hits.map(({ place }) => place.passageId)
