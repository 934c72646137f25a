import type { SourceItem } from './source-format.js'

type Document = SourceItem['document']

/** An item of which nothing is known but what is named. */
export const newItem = (
  document: Pick<Document, 'guid' | 'kind' | 'title'> & Partial<Document>,
  { transcript = null, transcripts = [], chaptersUrl = null }: Partial<Omit<SourceItem, 'document'>> = {},
): SourceItem => ({
  document: {
    description: '',
    url: null,
    otherUrls: [],
    imageUrl: null,
    publishedAt: null,
    durationMs: null,
    language: null,
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
  transcript,
  transcripts,
  chaptersUrl,
})
