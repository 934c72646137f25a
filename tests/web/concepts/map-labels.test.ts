import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseLabels, labelHeightPx, shortenName } from '../../../web/src/concepts/map-labels.js'

const window = { widthPx: 400, heightPx: 300 }
const aLabel = (slug: string, x: number, y: number, widthPx = 60) => ({ slug, x, y, radiusPx: 5, widthPx })

describe('choosing the names that are shown', () => {
  test('of two that would overlap the better one is shown', () => {
    expect(chooseLabels([aLabel('a', 100, 100), aLabel('b', 120, 105)], window)).toEqual(new Set(['a']))
    expect(chooseLabels([aLabel('b', 120, 105), aLabel('a', 100, 100)], window)).toEqual(new Set(['b']))
  })

  test('zooming in shows both', () => {
    expect(chooseLabels([aLabel('a', 100, 100), aLabel('b', 180, 105)], window)).toEqual(new Set(['a', 'b']))
  })

  test('one that is hidden leaves its room to the next', () => {
    const labels = [aLabel('a', 100, 100), aLabel('b', 140, 100), aLabel('c', 180, 100)]
    expect(chooseLabels(labels, window)).toEqual(new Set(['a', 'c']))
  })

  test('what is outside the window takes no room', () => {
    expect(chooseLabels([aLabel('out', -200, 100, 500), aLabel('in', 100, 100)], window)).toEqual(
      new Set(['out', 'in']),
    )
    expect(chooseLabels([aLabel('far', -500, 100)], window)).toEqual(new Set())
  })

  test('no two of the shown names overlap, and the first inside the window is among them', () => {
    const label = fc.record({ x: fc.integer({ min: 50, max: 350 }), y: fc.integer({ min: 20, max: 250 }) })
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 40 }), (places) => {
        const labels = places.map(({ x, y }, index) => aLabel(`n${index}`, x, y))
        const chosen = chooseLabels(labels, window)
        expect(chosen.has('n0')).toBe(true)
        const shown = labels.filter(({ slug }) => chosen.has(slug))
        for (const [index, a] of shown.entries())
          for (const b of shown.slice(index + 1))
            expect(Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < labelHeightPx).toBe(false)
      }),
    )
  })
})

test('long names are cut at a word', () => {
  expect(shortenName('Short')).toBe('Short')
  expect(shortenName('Out-of-distribution inputs and their detection')).toBe('Out-of-distribution inputs…')
  expect(shortenName('a'.repeat(40))).toBe(`${'a'.repeat(28)}…`)
})
