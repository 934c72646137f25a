import { Type } from 'typebox'
import type { StoredPassage } from '../../catalog/catalog.js'
import { AppError } from '../../errors.js'
import { DocumentCard, describeCard, presentCard } from '../document-card.js'
import { ReadPassage, describePassage, loadDocumentPassages, presentPassage } from '../document-passages.js'
import { quotationNotice } from '../quote.js'
import { defineTool } from '../tool.js'

const defaultAround = 2
const maxAround = 10

export const readPassageTool = defineTool({
  name: 'read_passage',
  title: 'Read a passage in its place',
  description:
    'A passage with those before and after it, who says what, times and links. For what stands around a hit of search before quoting it or judging what it means.',
  input: Type.Object(
    {
      passageId: Type.String({ minLength: 1, maxLength: 100, description: 'From search or another tool' }),
      around: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: maxAround,
          default: defaultAround,
          description: 'Passages before it and after it',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    passageId: Type.String({ description: 'As given' }),
    document: DocumentCard,
    passages: Type.Array(ReadPassage, { description: 'In order, the given one among them' }),
  }),
  async run({ passageId, around = defaultAround }, { library: { catalog }, base }) {
    const [found] = await catalog.findPassages([passageId])
    const [document] = found ? await catalog.findSummaries([found.documentId]) : []
    if (!found || !document)
      throw new AppError('PASSAGE_NOT_FOUND', `There is no passage ${passageId} in this library.`)
    const { passages, corrections } = await loadDocumentPassages(document.id, catalog)
    return {
      passageId,
      document: presentCard(document),
      passages: takeAround(passages, found, around).map((each) => presentPassage(each, corrections, base)),
    }
  },
  render: ({ document, passages, passageId }) =>
    [
      describeCard(document),
      `document ${document.id} · asked for passage ${passageId}`,
      quotationNotice,
      ...passages.map((passage) => `\n${describePassage(passage)}`),
    ].join('\n'),
})

/** What was said and what is written are told apart by a gap in the ordinals. */
function takeAround(
  passages: readonly StoredPassage[],
  found: StoredPassage,
  around: number,
): StoredPassage[] {
  const at = passages.findIndex(({ id }) => id === found.id)
  // A pull may have replaced the document in between.
  if (at < 0) return [found]
  return passages
    .slice(Math.max(0, at - around), at + around + 1)
    .filter(({ ordinal }) => Math.abs(ordinal - found.ordinal) <= around)
}
