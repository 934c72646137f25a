import type { PassageEvidence } from '../../src/index/search-index.js'

/** Evidence that speaks for nothing, but for what a test names. */
export const evidenceOf = (passageId: string, fields: Partial<PassageEvidence> = {}): PassageEvidence => ({
  passageId,
  documentId: `document of ${passageId}`,
  lexical: 0,
  dense: null,
  neighbours: [],
  coverage: 0,
  titleCoverage: 0,
  pairs: 0,
  ...fields,
})
