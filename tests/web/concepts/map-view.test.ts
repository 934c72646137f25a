import { describe, expect, test } from 'vitest'
import { findNeighbour, directionOf, neighboursOf } from '../../../web/src/concepts/map-steps.js'
import {
  findNodeAt,
  fitMap,
  shiftIntoSight,
  shownRadius,
  toWindow,
} from '../../../web/src/concepts/map-view.js'
import { anEdge } from './concept-builders.js'

const size = { widthPx: 800, heightPx: 600 }

describe('what is seen of the map', () => {
  test('fitting shows every node inside the margins, the map in the middle', () => {
    const nodes = [
      { x: -1000, y: -100 },
      { x: 1000, y: 300 },
    ]
    const transform = fitMap(nodes, size)
    expect(nodes.map((node) => toWindow(node, transform))).toEqual([
      { x: 64, y: expect.closeTo(232.8) as number }, // 672 px for 2000: a scale of .336
      { x: 736, y: expect.closeTo(367.2) as number },
    ])
    // On a phone a tenth of the width is what there is.
    const narrow = { widthPx: 350, heightPx: 600 }
    expect(nodes.map((node) => toWindow(node, fitMap(nodes, narrow)).x)).toEqual([35, 315])
  })

  test('the widest name is whole at the edge, unless it is wider than half the window', () => {
    const nodes = [
      { x: -1000, y: 0 },
      { x: 1000, y: 0 },
    ]
    const narrow = { widthPx: 300, heightPx: 300 }
    const left = (widestPx: number) => toWindow({ x: -1000, y: 0 }, fitMap(nodes, narrow, widestPx)).x
    expect([left(0), left(100), left(400)]).toEqual([30, 50, 75])
  })

  test('few nodes are not blown up, and none is no reason to divide by zero', () => {
    expect(fitMap([{ x: 3, y: 4 }], size).k).toBe(2.2)
    expect(fitMap([], size)).toEqual({ k: 1, x: 0, y: 0 })
  })

  test('nodes are smaller where the map is small, and never larger than they are', () => {
    expect([0.01, 0.49, 1, 4].map((k) => shownRadius(10, k))).toEqual([4.5, 7, 10, 10])
  })

  test('what is out of sight is shifted just inside the margin', () => {
    expect(shiftIntoSight({ x: 400, y: 300 }, size, 70)).toEqual([0, 0])
    expect(shiftIntoSight({ x: -30, y: 640 }, size, 70)).toEqual([100, -110])
  })

  test('a finger means the nearest node in its reach', () => {
    const nodes = [
      { slug: 'a', x: 0, y: 0 },
      { slug: 'b', x: 30, y: 0 },
    ]
    expect(findNodeAt(nodes, { x: 18, y: 0 }, 22)?.slug).toBe('b')
    expect(findNodeAt(nodes, { x: 18, y: 40 }, 22)).toBeNull()
  })
})

describe('moving by the arrow keys', () => {
  const nodes = [
    { slug: 'middle', x: 0, y: 0 },
    { slug: 'right', x: 100, y: 20 },
    { slug: 'far right', x: 200, y: 0 },
    { slug: 'up', x: 10, y: -50 },
    { slug: 'aside', x: 20, y: 90 },
  ]
  const go = (from: number, key: string) => {
    const direction = directionOf(key)
    const node = nodes[from]
    return direction && node ? (findNeighbour(nodes, node, direction)?.slug ?? null) : null
  }

  test('the nearest in the direction is next', () => {
    expect(['ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'].map((key) => go(0, key))).toEqual([
      'right',
      'up',
      'aside',
      null,
    ])
  })

  test('what lies across the way is taken only when nothing lies along it', () => {
    expect(go(1, 'ArrowDown')).toBe('aside')
    expect(go(2, 'ArrowRight')).toBeNull()
  })

  test('neighbours are named once, nearest first', () => {
    expect(neighboursOf([anEdge('a', 'b', 0.2), anEdge('c', 'a', 0.9), anEdge('b', 'a', 0.1)])).toEqual(
      new Map([
        ['c', ['a']],
        ['a', ['c', 'b']],
        ['b', ['a']],
      ]),
    )
  })
})
