import type { SourceItem } from '../../ingest/sources/source-format.js'
import type { Section } from '../../src/domain/document.js'

/** An item with nothing special about it; a test names only what matters to it. */
export function anItem(
  document: Partial<SourceItem['document']> = {},
  fields: Partial<SourceItem> = {},
): SourceItem {
  return {
    document: {
      guid: 'guid-1',
      kind: 'post',
      title: 'A title',
      description: '',
      url: null,
      otherUrls: [],
      imageUrl: null,
      publishedAt: null,
      durationMs: null,
      language: 'en',
      people: [],
      tags: [],
      series: null,
      links: [],
      chapters: [],
      soundbites: [],
      rating: null,
      sections: [],
      enclosure: null,
      ...document,
    },
    transcript: null,
    transcripts: [],
    chaptersUrl: null,
    ...fields,
  }
}

export function aSection(fields: Partial<Section> = {}): Section {
  return { anchor: 'one', heading: 'One', level: 2, text: 'Some text.', quotes: [], links: [], ...fields }
}
