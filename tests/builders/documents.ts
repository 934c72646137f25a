import type { DocumentWrite, StoredPassage } from '../../src/catalog/catalog.js'
import type { Document } from '../../src/domain/document.js'
import { inputHash, passageId } from '../../src/domain/ids.js'
import type { Source } from '../../src/domain/source.js'

/** Valid things with nothing special about them; a test names only what matters to it. */

export function aSource(fields: Partial<Source> = {}): Source {
  const id = fields.id ?? 'source-1'
  return {
    id,
    kind: 'feed',
    location: `https://example.org/${id}.xml`,
    guid: `guid-of-${id}`,
    title: `Title of ${id}`,
    url: null,
    imageUrl: null,
    language: 'en',
    addedAt: '2026-01-01T00:00:00.000Z',
    pulledAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    goneAt: null,
    ...fields,
  }
}

export function aDocument(fields: Partial<Document> = {}): Document {
  const id = fields.id ?? 'document-1'
  return {
    id,
    sourceId: 'source-1',
    guid: `guid-of-${id}`,
    kind: 'episode',
    title: `Title of ${id}`,
    description: '',
    url: null,
    otherUrls: [],
    imageUrl: null,
    publishedAt: '2026-01-02T00:00:00.000Z',
    durationMs: 60_000,
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
    transcriptOrigin: 'published',
    timing: 'exact',
    timingReason: '',
    status: 'present',
    ...fields,
  }
}

/** One sentence, ten seconds long, unless told otherwise. */
export function aPassage(fields: Partial<StoredPassage> = {}): StoredPassage {
  const documentId = fields.documentId ?? 'document-1'
  const ordinal = fields.ordinal ?? 0
  const text = fields.text ?? `Passage ${ordinal} of ${documentId}.`
  const startMs = fields.startMs === undefined ? ordinal * 10_000 : fields.startMs
  const endMs = startMs === null ? null : startMs + 10_000
  return {
    id: passageId(documentId, text, ordinal),
    documentId,
    ordinal,
    startMs,
    endMs,
    anchor: null,
    chapter: null,
    speaker: null,
    ad: false,
    adReason: null,
    text,
    sentences: [{ from: 0, to: text.length, startMs, endMs, speaker: null }],
    inputHash: inputHash(`input of ${text}`),
    sentenceHashes: [inputHash(text)],
    ...fields,
  }
}

export function aWrite(fields: Partial<DocumentWrite> = {}): DocumentWrite {
  const document = fields.document ?? aDocument()
  return {
    document,
    cues: [{ startMs: 0, endMs: 10_000, speaker: null, text: 'A cue.' }],
    passages: [aPassage({ documentId: document.id })],
    vectors: [],
    contentHash: 'content-1',
    ...fields,
  }
}
