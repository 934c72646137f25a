import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  labelAnchor,
  placeLabels,
  shortenName,
  type LabelSide,
} from '../../../web/src/concepts/map-labels.js'

const window = { widthPx: 400, heightPx: 300 }
const aLabel = (slug: string, x: number, y: number, widthPx = 60) => ({
  slug,
  x,
  y,
  radiusPx: 5,
  widthPx,
  heightPx: 18,
})

const slugsOf = (placed: ReadonlyMap<string, unknown>) => [...placed.keys()]

describe('placing the names of the map', () => {
  test('a name stands below its node', () => {
    expect(placeLabels([aLabel('a', 100, 100)], window)).toEqual(new Map([['a', 'below']]))
  })

  test('where another one is, it goes to another side', () => {
    expect(placeLabels([aLabel('a', 100, 100), aLabel('b', 140, 112)], window)).toEqual(
      new Map([
        ['a', 'below'],
        ['b', 'above'],
      ]),
    )
  })

  test('a side where it covers no node is better than one where it does', () => {
    const small = { ...aLabel('small', 100, 115), widthPx: 500 } // its own name fits nowhere
    expect(placeLabels([aLabel('a', 100, 100), small], window)).toEqual(new Map([['a', 'above']]))
  })

  test('of sides that all cover nodes the one where least of them is covered', () => {
    const around = [
      { ...aLabel('large', 100, 120), radiusPx: 12, widthPx: 500 },
      { ...aLabel('small', 100, 85), radiusPx: 3, widthPx: 500 },
      { ...aLabel('right', 125, 100), radiusPx: 12, widthPx: 500 },
      { ...aLabel('left', 75, 100), radiusPx: 12, widthPx: 500 },
    ]
    expect(placeLabels([aLabel('a', 100, 100), ...around], window)).toEqual(new Map([['a', 'above']]))
  })

  test('where no side is free the better one is shown, and one that is hidden leaves its room to the next', () => {
    const wall = { left: 0, right: 400, top: 0, bottom: 90 }
    const floor = { left: 0, right: 400, top: 130, bottom: 300 }
    const labels = [aLabel('a', 200, 100, 120), aLabel('b', 190, 100, 350), aLabel('c', 340, 100)]
    expect(slugsOf(placeLabels(labels, { ...window, reserved: [wall, floor] }))).toEqual(['a', 'c'])
  })

  test('no name is cut off by the window, nor hidden behind what lies over it', () => {
    expect(placeLabels([aLabel('left', 5, 100), aLabel('right', 395, 100)], window)).toEqual(
      new Map([
        ['left', 'right'],
        ['right', 'left'],
      ]),
    )
    expect(slugsOf(placeLabels([aLabel('out', -500, 100)], window))).toEqual([])
    const buttons = { left: 350, right: 400, top: 200, bottom: 300 }
    expect(placeLabels([aLabel('a', 340, 220)], { ...window, reserved: [buttons] })).toEqual(
      new Map([['a', 'left']]),
    )
  })

  test('who looks at a concept moves no name to another side', () => {
    const [a, b] = [aLabel('a', 100, 100), aLabel('b', 140, 112)]
    const settled = placeLabels([a, b], window)
    expect(placeLabels([b, a], { ...window, settled })).toEqual(settled)
    // One that was hidden before takes what room it needs.
    const onlyB = new Map([['b', 'below' as const]])
    expect(placeLabels([a, b], { ...window, settled: onlyB })).toEqual(new Map([['a', 'below']]))
  })

  test('no two of the shown names overlap, all are whole, and the first inside the window is among them', () => {
    const label = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 10, max: 290 }) })
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 40 }), (places) => {
        const labels = places.map(({ x, y }, index) => aLabel(`n${index}`, x, y))
        const placed = placeLabels(labels, window)
        expect(placed.has('n0')).toBe(true)
        const shown = labels.flatMap((each) => {
          const side = placed.get(each.slug)
          return side ? [rangeOf(each, side)] : []
        })
        for (const [index, a] of shown.entries()) {
          expect(a.left >= 0 && a.right <= 400 && a.middle >= 0 && a.middle <= 300).toBe(true)
          for (const b of shown.slice(index + 1))
            expect(
              a.left < b.right && b.left < a.right && Math.abs(a.middle - b.middle) < 18 - rounding,
            ).toBe(false)
        }
      }),
    )
  })
})

/** Names that touch are 17.999… px apart by what is left of a baseline's decimals. */
const rounding = 1e-6

/** Where a name is drawn, from where its text is told to begin. */
function rangeOf({ x, y, widthPx, ...node }: ReturnType<typeof aLabel>, side: LabelSide) {
  const text = labelAnchor(side, node)
  const left = x + text.x - { start: 0, middle: widthPx / 2, end: widthPx }[text.anchor]
  return { left, right: left + widthPx, middle: y + text.y }
}

test('long names are cut at a word', () => {
  expect(shortenName('Short')).toBe('Short')
  expect(shortenName('Out-of-distribution inputs and their detection')).toBe('Out-of-distribution inputs…')
  expect(shortenName('a'.repeat(40))).toBe(`${'a'.repeat(28)}…`)
})
