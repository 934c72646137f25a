import type {
  ExportClip,
  ExportCollection,
  ExportDocument,
  ExportOptions,
} from '../../src/editor/export/export-format.js'
import { fileNameOf } from '../../src/editor/export/media-name.js'

/** Valid things with nothing special about them, for what is made from collections. */

export function anExportDocument(fields: Partial<ExportDocument> = {}): ExportDocument {
  const { id = 'document-1', mediaUrl = `https://example.org/${id}.mp3` } = fields
  return {
    id,
    guid: `guid-of-${id}`,
    kind: 'episode',
    title: `Title of ${id}`,
    sourceTitle: 'A show',
    publishedAt: '2026-01-02T00:00:00.000Z',
    url: `https://example.org/${id}`,
    mediaUrl,
    mediaName: mediaUrl && fileNameOf(mediaUrl),
    mediaType: 'audio/mpeg',
    durationMs: 600_000,
    language: 'en',
    ...fields,
  }
}

/** From 10 s to 20 s, with one cue, unless told otherwise. */
export function anExportClip(fields: Partial<ExportClip> = {}): ExportClip {
  const {
    id = 'clip-1',
    startMs = 10_000,
    endMs = 20_000,
    text = 'Words as spoken.',
    speaker = 'Ann',
  } = fields
  return {
    id,
    title: '',
    note: '',
    tags: [],
    text,
    speaker,
    startMs,
    endMs,
    link: `http://localhost:8080/d/document-1?t=${(startMs ?? 0) / 1000}`,
    document: anExportDocument(),
    cues: startMs === null || endMs === null ? [] : [{ startMs, endMs, speaker, text }],
    ...fields,
  }
}

/** A passage of a post: words without times. */
export const aWrittenClip = (fields: Partial<ExportClip> = {}): ExportClip =>
  anExportClip({
    id: 'written',
    text: 'Words as written.',
    speaker: null,
    startMs: null,
    endMs: null,
    document: anExportDocument({
      id: 'post-1',
      kind: 'post',
      mediaUrl: null,
      mediaType: null,
      durationMs: null,
    }),
    ...fields,
  })

export const anExportCollection = (
  clips: readonly ExportClip[],
  fields: Partial<ExportCollection> = {},
): ExportCollection => ({
  title: 'Best of',
  note: '',
  updatedAt: '2026-02-03T00:00:00.000Z',
  clips,
  ...fields,
})

export const sequence: ExportOptions = { frameRate: '25', times: 'sequence' }

/** Each would do something somewhere if it were taken for more than words. */
export const hostileTexts = [
  'plain "double" and \'single\' quotes',
  'two\nlines\r\nand a third\u2028and more',
  'ends CDATA ]]> and a cue --> and a comment -- and --->',
  '$(touch pwned) `touch pwned` ; touch pwned && $HOME ${IFS}',
  '=cmd|calc!A0',
  '@SUM(1+1)*cmd',
  '<script>alert(1)</script> &amp; &lt;b&gt; <v Bob>',
  'שלום עולם, مرحبا \u202Egpj.exe',
  'family 👨‍👩‍👧‍👦 and flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'nul \u0000 bell \u0007 escape \u001B[31m',
  'half a pair \uD83D here',
  '[link](javascript:alert(1)) ![x](y) **bold** _it_ # not a heading',
  '# heading\n> quote\n- list\n1. one\n===\n---',
  'END_OF_LIST',
  '../../etc/passwd',
  '-rf',
  'long '.repeat(500),
  '   ',
] as const

/** A clip for each hostile text, with the text wherever a text can stand. */
export const aHostileCollection = (): ExportCollection =>
  anExportCollection(
    hostileTexts.map((text, index) => {
      const startMs = 1000 + index * 7_777
      return anExportClip({
        id: `clip-${index}`,
        title: text,
        note: text,
        tags: [text, 'plain'],
        text,
        speaker: text,
        startMs,
        endMs: startMs + 5_005,
        cues: [{ startMs, endMs: startMs + 5_005, speaker: text, text: `Said: ${text}` }],
        document: anExportDocument({ id: `document-${index % 3}`, title: text, sourceTitle: text }),
      })
    }),
    { title: hostileTexts.join(' '), note: hostileTexts.join('\n\n') },
  )
