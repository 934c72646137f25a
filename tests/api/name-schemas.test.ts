import { expect, test } from 'vitest'
import { nameSchemas } from '../../src/api/name-schemas.js'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

test('a schema with a title is written once and referred to, also from within others', () => {
  const place = { title: 'Place', type: 'object', properties: { title: { type: 'string' } } }
  const list = { title: 'PlaceList', type: 'array', items: place }
  expect(
    nameSchemas({
      components: { securitySchemes: {} },
      paths: { '/a': place, '/b': { anyOf: [list, place] } },
    }),
  ).toEqual({
    components: {
      securitySchemes: {},
      schemas: {
        Place: { type: 'object', properties: { title: { type: 'string' } } },
        PlaceList: { type: 'array', items: ref('Place') },
      },
    },
    paths: { '/a': ref('Place'), '/b': { anyOf: [ref('PlaceList'), ref('Place')] } },
  })
})

test('a title in data is no name', () => {
  const paths = { '/a': { type: 'object', default: { title: 'Untitled' } } }
  expect(nameSchemas({ paths })).toEqual({ components: { schemas: {} }, paths })
})

test('one name for two things is refused', () => {
  const paths = { '/a': { title: 'Place', type: 'string' }, '/b': { title: 'Place', type: 'number' } }
  expect(() => nameSchemas({ paths })).toThrow('Two different schemas have the title Place')
})
