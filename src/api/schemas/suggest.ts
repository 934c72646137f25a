import { Type, type Static } from 'typebox'

export const SuggestQuery = Type.Object({
  q: Type.String({ maxLength: 200, description: 'What is typed so far; nothing typed gives nothing' }),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })),
})

export const SuggestResponse = Type.Object(
  {
    query: Type.String({ description: 'As asked' }),
    suggestions: Type.Array(
      Type.Object({
        kind: Type.Union([
          Type.Literal('title'),
          Type.Literal('concept'),
          Type.Literal('speaker'),
          Type.Literal('source'),
          Type.Literal('query'),
        ]),
        text: Type.String(),
        documentId: Type.Optional(Type.String({ description: 'Of a title' })),
        slug: Type.Optional(Type.String({ description: 'Of a concept' })),
        sourceId: Type.Optional(Type.String({ description: 'Of a source' })),
        ranges: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), {
          description:
            'Half-open ranges of `text` that were typed, in UTF-16 units, in order; empty where another name of a concept was',
        }),
      }),
      { description: 'Texts that begin with what was typed first, the kinds balanced' },
    ),
  },
  { title: 'Suggestions' },
)
export type SuggestResponse = Static<typeof SuggestResponse>
