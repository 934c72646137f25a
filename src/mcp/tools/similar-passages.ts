import { Type } from 'typebox'
import { quotationNotice } from '../quote.js'
import { defineTool } from '../tool.js'
import { HitSchema, describeHit, presentMcpHit } from './search.js'

const defaultHits = 8

export const similarPassagesTool = defineTool({
  name: 'similar_passages',
  title: 'Find passages that say the same',
  description:
    'Passages of any document that say much the same as a given one, nearest first: to compare explanations, to find where something was said again, or the post that goes with a recording.',
  input: Type.Object(
    {
      passageId: Type.String({ minLength: 1, maxLength: 100, description: 'From search or read_passage' }),
      k: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 20, default: defaultHits, description: 'How many' }),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    passageId: Type.String({ description: 'As given' }),
    hits: Type.Array(HitSchema, { description: 'Nearest first' }),
  }),
  async run({ passageId, k = defaultHits }, { library, base }) {
    const hits = await library.findSimilar(passageId, k)
    return { passageId, hits: hits.map((hit) => presentMcpHit(hit, base)) }
  },
  render: ({ passageId, hits }) =>
    [
      `${hits.length} passages like ${passageId}`,
      ...(hits.length > 0 ? [quotationNotice] : ['Nothing says much the same.']),
      ...hits.map((hit, index) => `\n${index + 1}. ${describeHit(hit)}`),
    ].join('\n'),
})
