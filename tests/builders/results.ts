import type { DocumentSummary } from '../../src/catalog/catalog.js'
import type { PassageResult } from '../../src/search/search-result.js'
import { aDocument } from './documents.js'

/** A passage as a search shows it, with nothing special about it. */
export function aResult({
  document = {},
  ...fields
}: Partial<Omit<PassageResult, 'document'>> & { document?: Partial<DocumentSummary> } = {}): PassageResult {
  const text = fields.text ?? 'Words as spoken.'
  return {
    passageId: 'passage-1',
    score: 1,
    startMs: 10_000,
    endMs: 20_000,
    jumpMs: 9_000,
    anchor: null,
    text,
    document: { ...aDocument(), sourceTitle: 'Title of source-1', ...document },
    speaker: null,
    chapter: null,
    before: '',
    after: '',
    highlights: [],
    best: [0, text.length],
    more: [],
    concepts: [],
    ...fields,
  }
}
