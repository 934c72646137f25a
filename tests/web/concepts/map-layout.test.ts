import { describe, expect, test } from 'vitest'
import { keepKnown, layoutMap } from '../../../web/src/concepts/map-layout.js'
import { aNode, anEdge } from './concept-builders.js'

/** Two rings that one edge joins. */
const slugs = ['a', 'b', 'c', 'd', 'x', 'y', 'z']
const graph = {
  nodes: slugs.map((slug, index) => aNode(slug, 100 - index * 10)),
  edges: [
    anEdge('a', 'b', 0.9),
    anEdge('b', 'c', 0.9),
    anEdge('c', 'd', 0.9),
    anEdge('d', 'a', 0.9),
    anEdge('x', 'y', 0.9),
    anEdge('y', 'z', 0.9),
    anEdge('z', 'x', 0.9),
    anEdge('a', 'x', 0.1),
  ],
}
const distance = (a?: { x: number; y: number }, b?: { x: number; y: number }) =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN

describe('laying out the map', () => {
  test('the same graph gives the same map', () => {
    expect(layoutMap(graph)).toEqual(layoutMap(structuredClone(graph)))
  })

  test('what belongs together lies together, and nothing lies on another', () => {
    const nodes = layoutMap(graph)
    const at = new Map(nodes.map((node) => [node.slug, node]))
    expect(distance(at.get('a'), at.get('b'))).toBeLessThan(distance(at.get('b'), at.get('z')))
    for (const [index, node] of nodes.entries())
      for (const other of nodes.slice(index + 1))
        expect(distance(node, other)).toBeGreaterThan(node.radiusPx + other.radiusPx)
  })

  test('the centre stays in the middle; more mentions are larger', () => {
    const nodes = layoutMap(graph, 'x')
    const centre = nodes.find(({ slug }) => slug === 'x')
    expect([centre?.x, centre?.y]).toEqual([0, 0])
    expect(nodes.map(({ radiusPx }) => radiusPx)).toEqual(
      nodes.map(({ radiusPx }) => radiusPx).sort((a, b) => b - a),
    )
  })

  test('a map for a tall window is narrower', () => {
    const extent = (isTall: boolean) => {
      const xs = layoutMap(graph, null, isTall).map(({ x }) => x)
      return Math.max(...xs) - Math.min(...xs)
    }
    expect(extent(true)).toBeLessThan(extent(false))
  })

  test('edges to what is not shown are left out, and a graph of nothing is laid out', () => {
    const nodes = [aNode('a'), aNode('b')]
    const edges = [anEdge('a', 'b'), anEdge('a', 'gone'), anEdge('b', 'b')]
    expect(keepKnown(nodes, edges)).toEqual([anEdge('a', 'b')])
    expect(layoutMap({ nodes, edges })).toHaveLength(2)
    expect(layoutMap({ nodes: [], edges: [] })).toEqual([])
  })
})
