import { describe, expect, test } from 'vitest'
import { chooseTerms, toMatchExpression } from '../../../src/index/embedded/lexical-query.js'

const term = (word: string, ...forms: string[]) => ({ word, forms: forms.length > 0 ? forms : [word] })

describe('toMatchExpression', () => {
  test('any form of any term, quoted, once', () => {
    expect(toMatchExpression([term('fees', 'fee', 'fe'), term('fee')])).toBe('"fee" OR "fe"')
  })

  test('a quote is doubled, a NUL is a space', () => {
    expect(toMatchExpression([term('a"b'), term('c\0d')])).toBe('"a""b" OR "c d"')
  })

  test('nothing to look for is null', () => {
    expect(toMatchExpression([])).toBeNull()
    expect(toMatchExpression([term('')])).toBeNull()
  })
})

describe('chooseTerms', () => {
  const counts: Record<string, number> = { the: 9000, python: 2501, quarter: 2500, walrus: 3, walruses: 1 }
  const choose = (words: string[], passages = 10_000) => {
    const { chosen, dropped } = chooseTerms(
      words.map((word) => term(word)),
      passages,
      (form) => counts[form] ?? 0,
    )
    return { words: chosen.map(({ word }) => word), dropped }
  }

  test('terms in more than a quarter of the passages go when a rarer one exists', () => {
    expect(choose(['the', 'python', 'quarter', 'walrus'])).toEqual({
      words: ['walrus', 'quarter'],
      dropped: true,
    })
  })

  test('common terms stay when there is no rarer one; a term that is nowhere is none', () => {
    expect(choose(['the', 'python', 'nowhere'])).toEqual({ words: ['python', 'the'], dropped: false })
  })

  test('the forms of a term are counted together', () => {
    const terms = [term('quarters', 'quarter', 'walrus'), term('walruses')]
    const { chosen } = chooseTerms(terms, 10_000, (form) => counts[form] ?? 0)
    expect(chosen.map(({ word }) => word)).toEqual(['walruses'])
  })

  test('a small index is not counted', () => {
    const countPassages = () => expect.unreachable('counted')
    expect(chooseTerms([term('the')], 1999, countPassages)).toEqual({ chosen: [term('the')], dropped: false })
  })

  test('of more than 64 terms the rarest are looked for', () => {
    const terms = Array.from({ length: 70 }, (_, position) => term(`t${position}`))
    const { chosen, dropped } = chooseTerms(terms, 100, (form) => 100 - Number(form.slice(1)))
    expect(chosen.map(({ word }) => word)).toEqual(Array.from({ length: 64 }, (_, rank) => `t${69 - rank}`))
    expect(dropped).toBe(true)
  })
})
