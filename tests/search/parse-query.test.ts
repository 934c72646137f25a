import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxQueryLength, parseQuery } from '../../src/search/parse-query.js'

const parse = (input: string) => parseQuery(input, { mode: 'hybrid', filter: {}, languages: ['en'] })

test.each(['', '   ', '\n\t', '\u3000'])(
  'a query of nothing but white space (%j) is refused by name',
  (input) => {
    expect(() => parse(input)).toThrow(expect.objectContaining({ code: 'QUERY_EMPTY' }) as Error)
  },
)

test('2,000 characters are taken, one more is refused with both numbers', () => {
  expect(parse('x'.repeat(maxQueryLength)).text).toHaveLength(2000)
  expect(() => parse('x'.repeat(2001))).toThrow(/2001 characters, more than 2000/)
})

test('white space collapses, the rest stays as typed', () => {
  expect(parse('  what  is\nC++?  ').text).toBe('what is C++?')
})

test('a query of stop words only keeps them', () => {
  expect(parse('what is it').terms.map(({ word }) => word)).toEqual(['what', 'is', 'it'])
})

test('no text throws anything but its two names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (input) => {
      if (input.trim() === '') return
      expect(Array.isArray(parse(`${input} x`).terms)).toBe(true)
    }),
  )
})
