import { Type } from 'typebox'
import { Nullable } from '../../api/schemas/common.js'
import { ConceptPlaceSchema, describeConceptPlace, presentConceptPlace } from '../concept-place.js'
import { quotationNotice } from '../quote.js'
import { defineTool } from '../tool.js'

const defaultLimit = 15

export const listMentionsTool = defineTool({
  name: 'list_mentions',
  title: 'Where a concept is mentioned',
  description:
    'Every passage that mentions a concept, by date, with the sentence that names it: to follow an idea through the years, or through one document.',
  input: Type.Object(
    {
      slug: Type.String({ minLength: 1, maxLength: 200, description: 'From find_concept or search' }),
      documentId: Type.Optional(Type.String({ maxLength: 100, description: 'Only in this document' })),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 50, default: defaultLimit, description: 'Mentions a page' }),
      ),
      cursor: Type.Optional(Type.String({ maxLength: 500, description: '`next` of the page before' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    slug: Type.String({ description: 'As given' }),
    mentions: Type.Array(
      Type.Object({
        ...ConceptPlaceSchema.properties,
        strength: Type.Number({ description: '0 to 1: how much it says what the concept is' }),
      }),
      { description: 'By date of the document, then by place' },
    ),
    next: Nullable(Type.String({ description: 'Cursor of the next page; null on the last' })),
  }),
  async run({ slug, documentId, limit = defaultLimit, cursor = null }, { library, base }) {
    const filter = documentId === undefined ? {} : { documentId }
    const { mentions, next } = await library.concepts.listMentions(slug, filter, { limit, cursor })
    return {
      slug,
      mentions: mentions.map((mention) => ({
        ...presentConceptPlace(mention, base),
        strength: mention.strength,
      })),
      next,
    }
  },
  render: ({ slug, mentions, next }) =>
    [
      `${mentions.length} mentions of ${slug}`,
      ...(mentions.length > 0 ? [quotationNotice] : []),
      ...mentions.map((mention) => `\n${describeConceptPlace(mention)}`),
      ...(next === null ? [] : [`\nMore: the same call with cursor ${next}`]),
    ].join('\n'),
})
