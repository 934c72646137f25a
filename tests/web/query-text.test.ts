import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lexQuery } from '../../src/domain/query-syntax.js'
import { locateUnderstood, looseWords, quoteWords, writeOperator } from '../../web/src/query-text.js'

describe('an exact search', () => {
  test.each([
    ['proof of work', '"proof of work"'],
    ['how does it work?', '"how does it work?"'],
    ['proof of work -mining', '"proof of work" -mining'],
    ['speaker:"Anna Meyer" proof of work', 'speaker:"Anna Meyer" "proof of work"'],
    ['energy "proof of work" cost', '"energy" "proof of work" "cost"'],
    ['  proof   of ', '"proof of"'],
    ['7" vinyl', '"7 vinyl"'],
    ['?!', '?!'],
    ['', ''],
  ])('of %s asks for %s', (typed, asked) => {
    expect(quoteWords(typed)).toBe(asked)
  })

  test('leaves no word outside of quotes, and asking exactly twice is asking exactly once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const asked = quoteWords(typed)
        const loose = lexQuery(asked).filter((part) => part.type === 'word')
        expect(loose.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))).toEqual([])
        expect(quoteWords(asked)).toBe(asked)
      }),
    )
  })
})

test('a name becomes an operator, whatever quotes are in it', () => {
  expect(writeOperator('speaker', 'Anna "Ann" Meyer')).toBe('speaker:"Anna Ann Meyer"')
})

test('the words alone are what is left without signs', () => {
  expect(looseWords('"proof of work" energy -mining kind:post speaker:"Anna Meyer"')).toBe(
    'proof of work energy',
  )
  expect(looseWords('kind:post -mining')).toBe('')
})

describe('taking away what was understood', () => {
  test('leaves the rest of the query as it was typed', () => {
    const q = 'fees  "proof of work"  -mining speaker:anna'
    expect(
      locateUnderstood(q, [
        { name: 'phrase', value: 'proof of work' },
        { name: 'without', value: 'mining' },
        { name: 'speaker', value: 'anna' },
      ]),
    ).toEqual([
      { name: 'phrase', value: 'proof of work', rest: 'fees -mining speaker:anna' },
      { name: 'without', value: 'mining', rest: 'fees "proof of work" speaker:anna' },
      { name: 'speaker', value: 'anna', rest: 'fees "proof of work" -mining' },
    ])
  })

  test('finds a source by its operator, as it comes back with its title', () => {
    expect(locateUnderstood('fees source:optech', [{ name: 'source', value: 'Bitcoin Optech' }])).toEqual([
      { name: 'source', value: 'Bitcoin Optech', rest: 'fees' },
    ])
  })

  test('takes away one of two equal parts, and passes over what is not in the query', () => {
    const understood = [
      { name: 'phrase', value: 'a b' },
      { name: 'phrase', value: 'a b' },
      { name: 'phrase', value: 'the quoted words of an exact search' },
    ]
    expect(locateUnderstood('"a b" x "a b"', understood).map(({ rest }) => rest)).toEqual([
      'x "a b"',
      '"a b" x',
    ])
  })
})
