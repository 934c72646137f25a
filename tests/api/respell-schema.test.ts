import { expect, test } from 'vitest'
import { respellSchema } from '../../src/api/respell-schema.js'

test('a tuple is spelled as JSON Schema 2020-12 does', () => {
  const number = { type: 'integer' }
  expect(
    respellSchema({ type: 'array', items: [number, number], additionalItems: false, minItems: 2 }),
  ).toEqual({ type: 'array', prefixItems: [number, number], items: false, minItems: 2 })
})

test('a choice of words is one enum', () => {
  const word = (text: string) => ({ type: 'string', enum: [text] })
  expect(respellSchema({ description: 'Which', anyOf: [word('a'), word('b')] })).toEqual({
    type: 'string',
    enum: ['a', 'b'],
    description: 'Which',
  })
})

test('a choice of other things stays', () => {
  const schema = { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] }
  expect(respellSchema(schema)).toEqual(schema)
})
