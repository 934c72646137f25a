import { Type, type Static } from 'typebox'

const side = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description }))

export const OembedQuery = Type.Object({
  url: Type.String({
    maxLength: 2000,
    description: 'The address of a document of this server, as `https://…/d/{id}?t=754&end=790`',
  }),
  maxwidth: side('The frame must not be wider, in CSS pixels'),
  maxheight: side('The frame must not be higher, in CSS pixels'),
  format: Type.Optional(
    Type.String({ maxLength: 20, default: 'json', description: '`json` is the only one' }),
  ),
})
export type OembedQuery = Static<typeof OembedQuery>

export const OembedResponse = Type.Object(
  {
    version: Type.Literal('1.0'),
    type: Type.Union([Type.Literal('rich'), Type.Literal('video')]),
    title: Type.String(),
    author_name: Type.String({ description: 'The show' }),
    provider_name: Type.String(),
    provider_url: Type.String(),
    cache_age: Type.Integer({ description: 'In seconds' }),
    html: Type.String({ description: 'A frame to put into a page; what is in it is escaped' }),
    width: Type.Integer({ description: 'In CSS pixels' }),
    height: Type.Integer({ description: 'In CSS pixels' }),
  },
  { title: 'Oembed', description: 'As in the specification of oEmbed 1.0' },
)
export type OembedResponse = Static<typeof OembedResponse>
