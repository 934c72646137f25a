import { Type } from 'typebox'
import { Nullable, milliseconds } from '../../api/schemas/common.js'
import type { StoredPassage } from '../../catalog/catalog.js'
import { correctTime, type Corrections } from '../../domain/corrections.js'
import { AppError } from '../../errors.js'
import { readPosition } from '../../position-cursor.js'
import { DocumentCard, describeCard, presentCard } from '../document-card.js'
import {
  ReadPassage,
  describePassage,
  lengthOf,
  loadDocumentPassages,
  presentPassage,
} from '../document-passages.js'
import { quotationNotice } from '../quote.js'
import { defineTool, type ToolContext } from '../tool.js'

/** About 3,000 tokens of words: ten minutes of speech. */
const pageCharacters = 12_000

export const readTranscriptTool = defineTool({
  name: 'read_transcript',
  title: 'Read a document',
  description:
    'The words of a document in pages of about ten minutes: the transcript of an episode or short with speakers and times, the sections of a post. For one moment read_passage is cheaper; to go to a chapter give its startMs as fromMs, to go to a section give its id.',
  input: Type.Object(
    {
      documentId: Type.String({ minLength: 1, maxLength: 100, description: 'From search or list_documents' }),
      fromMs: Type.Optional(milliseconds('Begin with what is said at this time')),
      section: Type.Optional(
        Type.String({ maxLength: 300, description: 'Begin with this section (id from read_document)' }),
      ),
      cursor: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    document: DocumentCard,
    total: Type.Integer({ description: 'Passages of the whole document' }),
    passages: Type.Array(ReadPassage, { description: 'In order; advertisements too, marked' }),
    next: Nullable(Type.String({ description: 'Cursor of the next page; null on the last' })),
  }),
  async run({ documentId, ...start }, { library, base }) {
    const document = await findCard(documentId, library)
    const { passages, corrections } = await loadDocumentPassages(documentId, library.catalog)
    const from = findStart(passages, start, corrections)
    const to = findPageEnd(passages, from)
    return {
      document,
      total: passages.length,
      passages: passages.slice(from, to).map((each) => presentPassage(each, corrections, base)),
      next: to < passages.length ? String(to) : null,
    }
  },
  render: ({ document, passages, total, next }) =>
    [
      describeCard(document),
      `document ${document.id} · ${passages.length} of ${total} passages`,
      passages.length > 0
        ? quotationNotice
        : total === 0
          ? 'It has no transcript and no text.'
          : 'Nothing follows.',
      ...passages.map((passage) => `\n${describePassage(passage)}`),
      ...(next === null ? [] : [`\nMore: read_transcript with the same documentId and cursor ${next}`]),
    ].join('\n'),
})

/** @throws DOCUMENT_NOT_FOUND */
async function findCard(id: string, { catalog }: ToolContext['library']): Promise<DocumentCard> {
  const [summary] = await catalog.findSummaries([id])
  if (!summary) throw new AppError('DOCUMENT_NOT_FOUND', `There is no document ${id} in this library.`)
  return presentCard(summary)
}

interface Start {
  fromMs?: number | undefined
  section?: string | undefined
  cursor?: string | undefined
}

/** Position of the page's first passage; behind the last one where nothing follows. @throws QUERY_INVALID */
function findStart(
  passages: readonly StoredPassage[],
  { cursor, section, fromMs }: Start,
  corrections: Corrections,
): number {
  if (cursor !== undefined) return Math.min(readPosition(cursor), passages.length)
  if (section !== undefined) {
    const at = passages.findIndex(({ anchor }) => anchor === section)
    if (at < 0)
      throw new AppError(
        'QUERY_INVALID',
        `There is no section ${JSON.stringify(section.slice(0, 40))}: read_document lists them.`,
      )
    return at
  }
  if (fromMs === undefined) return 0
  const at = passages.findIndex(({ endMs }) => endMs !== null && correctTime(endMs, corrections) > fromMs)
  return at < 0 ? passages.length : at
}

/** At least one passage, and no more than fill a page. */
function findPageEnd(passages: readonly StoredPassage[], from: number): number {
  let to = from
  for (let length = 0; to < passages.length; to++) {
    length += lengthOf(passages[to] as StoredPassage)
    if (to > from && length > pageCharacters) break
  }
  return to
}
