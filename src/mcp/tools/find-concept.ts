import { Type } from 'typebox'
import { Nullable } from '../../api/schemas/common.js'
import { cleanLine, cleanText, quotationNotice, quoteLines } from '../quote.js'
import { defineTool } from '../tool.js'

const defaultLimit = 10
const maxAliases = 8

export const findConceptTool = defineTool({
  name: 'find_concept',
  title: 'Find a concept',
  description:
    'Ideas that the library names and explains (“mempool”, “cell division”), by name or a part of it; without a name the most important ones. read_concept tells what is known of one. For what was said in free words take search.',
  input: Type.Object(
    {
      name: Type.Optional(
        Type.String({
          maxLength: 200,
          description: 'What a name must contain; may be the beginning of a word',
        }),
      ),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 50, default: defaultLimit, description: 'Concepts a page' }),
      ),
      cursor: Type.Optional(Type.String({ maxLength: 500, description: '`next` of the page before' })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    total: Type.Integer({ description: 'All that match' }),
    concepts: Type.Array(
      Type.Object({
        slug: Type.String({ description: 'For read_concept and list_mentions' }),
        name: Type.String(),
        aliases: Type.Array(Type.String(), { description: 'Other names, most used first' }),
        definition: Nullable(Type.String({ description: 'The best sentence that says what it is; quoted' })),
        mentions: Type.Integer({ description: 'Passages that mention it' }),
        documents: Type.Integer({ description: 'Documents that mention it' }),
      }),
      { description: 'Best first' },
    ),
    next: Nullable(Type.String({ description: 'Cursor of the next page; null on the last' })),
  }),
  async run({ name = '', limit = defaultLimit, cursor = null }, { library }) {
    const { concepts, total, next } = await library.concepts.list({ text: name }, { limit, cursor })
    return {
      total,
      concepts: concepts.map((concept) => ({
        slug: concept.slug,
        name: cleanLine(concept.name),
        aliases: concept.aliases.slice(0, maxAliases).map(cleanLine),
        definition: concept.definition === null ? null : cleanText(concept.definition),
        mentions: concept.mentionCount,
        documents: concept.documentCount,
      })),
      next,
    }
  },
  render: ({ concepts, total, next }) =>
    [
      `${concepts.length} of ${total} concepts`,
      ...(concepts.length > 0 ? [quotationNotice] : ['No concept has such a name: try search.']),
      ...concepts.map(({ slug, name, aliases, definition, mentions, documents }) =>
        [
          `\n“${name}” = ${slug} · ${mentions} mentions in ${documents} documents`,
          ...(aliases.length > 0 ? [`also “${aliases.join('”, “')}”`] : []),
          ...(definition === null ? [] : [quoteLines(definition)]),
        ].join('\n'),
      ),
      ...(next === null ? [] : [`\nMore: the same call with cursor ${next}`]),
    ].join('\n'),
})
