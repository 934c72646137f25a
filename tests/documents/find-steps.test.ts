import { describe, expect, test } from 'vitest'
import type { Sibling } from '../../src/catalog/catalog.js'
import { findSteps } from '../../src/documents/find-steps.js'

const aSibling = (id: string, publishedAt: string | null, title = id): Sibling => ({ id, title, publishedAt })
const titles = (document: Sibling, siblings: Sibling[]) => {
  const { previous, next } = findSteps(document, siblings)
  return [previous?.title ?? null, next?.title ?? null]
}

describe('what came before and after', () => {
  test('goes by date, whatever the order of the list', () => {
    const [a, b, c] = [aSibling('a', '2026-01-01'), aSibling('b', '2026-02-01'), aSibling('c', '2026-03-01')]
    expect(titles(b, [c, a, b])).toEqual(['a', 'c'])
    expect(titles(a, [c, a, b])).toEqual([null, 'b'])
    expect(titles(c, [c, a, b])).toEqual(['b', null])
  })

  test('goes by the number in the title without dates: 9 comes before 10', () => {
    const parts = [10, 9, 11].map((part) => aSibling(`id-${part}`, null, `Part ${part}`))
    expect(titles(aSibling('id-10', null, 'Part 10'), parts)).toEqual(['Part 9', 'Part 11'])
  })

  test('goes by title on the same day', () => {
    const day = '2026-01-01T00:00:00.000Z'
    const siblings = ['B', 'A', 'C'].map((title) => aSibling(title, day))
    expect(titles(aSibling('B', day), siblings)).toEqual(['A', 'C'])
  })

  test('a withdrawn document, which the list leaves out, still has its place', () => {
    expect(
      titles(aSibling('b', '2026-02-01'), [aSibling('a', '2026-01-01'), aSibling('c', '2026-03-01')]),
    ).toEqual(['a', 'c'])
  })

  test('the only one has neither', () => {
    const only = aSibling('a', null)
    expect(findSteps(only, [only])).toEqual({ previous: null, next: null })
  })
})
