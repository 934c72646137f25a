import { newItem } from '../../ingest/sources/new-item.js'
import type { SourceItem } from '../../ingest/sources/source-format.js'
import type { Section } from '../../src/domain/document.js'

/** An item with nothing special about it; a test names only what matters to it. */
export const anItem = (
  document: Partial<SourceItem['document']> = {},
  fields: Partial<SourceItem> = {},
): SourceItem =>
  newItem({ guid: 'guid-1', kind: 'post', title: 'A title', language: 'en', ...document }, fields)

export function aSection(fields: Partial<Section> = {}): Section {
  return { anchor: 'one', heading: 'One', level: 2, text: 'Some text.', quotes: [], links: [], ...fields }
}
