import { Type, type Static, type TSchema } from 'typebox'

export const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const DocumentKindSchema = Type.Union(
  [Type.Literal('episode'), Type.Literal('short'), Type.Literal('post')],
  { title: 'DocumentKind' },
)
export const TimingSchema = Type.Union(
  [Type.Literal('exact'), Type.Literal('approximate'), Type.Literal('unknown')],
  { title: 'Timing', description: 'How far the times of the document can be trusted' },
)
export const milliseconds = (description: string) =>
  Type.Integer({ minimum: 0, description: `${description}, in ms` })

export const ErrorResponse = Type.Object(
  {
    statusCode: Type.Integer(),
    code: Type.String({ description: 'One of docs/errors.md' }),
    error: Type.String({ description: 'The HTTP reason phrase' }),
    message: Type.String({ description: 'What was wrong, with the value, and what to do' }),
  },
  { title: 'ErrorBody', description: 'What went wrong' },
)
export type ErrorResponse = Static<typeof ErrorResponse>

export const errorResponses = { '4xx': ErrorResponse, '5xx': ErrorResponse }

export const IdParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 100 }) })
