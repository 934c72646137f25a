import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { ConceptGraph } from '../../../client/index.js'

/**
 * Where concepts stand on the map: those that belong together lie together. Seeded and run to its end before anything is
 * shown, so that the same library gives the same map and nothing moves by itself.
 */

export interface MapNode {
  slug: string
  name: string
  mentions: number
  /** Centre, in units of the map: px at a scale of 1, (0, 0) in its middle. */
  x: number
  y: number
  /** At a scale of 1; see `shownRadius`. */
  radiusPx: number
}

export interface MapEdge {
  from: string
  to: string
  /** 0 to 1, larger is nearer. */
  score: number
}

/** Enough for the forces to come to rest: d3-force cools down in 300 steps. */
const ticks = 300
const minRadiusPx = 4
const maxRadiusPx = 14
/** Room around a node for its name. */
const spacing = 16
const nearest = 36
const farthest = 110
const repulsion = -190
/** Names are wider than high: what is drawn together more strongly gets narrow. */
const gravity = { weak: 0.05, strong: 0.08 }
/** Angle between two seeds of a sunflower, which fills the plane evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))
const seedSpacing = 24

interface Body {
  slug: string
  x: number
  y: number
  radiusPx: number
  fx?: number
  fy?: number
}

/**
 * In the order of the graph's nodes. Edges to what is no node are left out. About 0.15 s for 120 nodes.
 * @param centre slug of the concept that stays in the middle
 * @param isTall for a window that is higher than wide
 */
export function layoutMap(
  { nodes, edges }: ConceptGraph,
  centre: string | null = null,
  isTall = false,
): MapNode[] {
  const most = nodes.reduce((max, { mentions }) => Math.max(max, mentions), 1)
  const bodies = nodes.map(({ slug, mentions }, index): Body => {
    const distance = seedSpacing * Math.sqrt(index)
    const seed = { x: distance * Math.cos(index * goldenAngle), y: distance * Math.sin(index * goldenAngle) }
    const radiusPx = minRadiusPx + (maxRadiusPx - minRadiusPx) * Math.sqrt(mentions / most)
    return { slug, radiusPx, ...(slug === centre ? { x: 0, y: 0, fx: 0, fy: 0 } : seed) }
  })
  const links = keepKnown(nodes, edges).map(({ from, to, score }) => ({ source: from, target: to, score }))
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ slug }) => slug)
        .distance(({ score }) => farthest - (farthest - nearest) * clamp(score)),
    )
    .force('apart', forceManyBody().strength(repulsion))
    .force(
      'room',
      forceCollide<Body>(({ radiusPx }) => radiusPx + spacing),
    )
    .force('x', forceX(0).strength(isTall ? gravity.strong : gravity.weak))
    .force('y', forceY(0).strength(isTall ? gravity.weak : gravity.strong))
    .stop()
    .tick(ticks)
  const placed = simulation.nodes()
  return nodes.map(({ slug, name, mentions }, index) => {
    const { x = 0, y = 0, radiusPx = minRadiusPx } = placed[index] ?? {}
    return { slug, name, mentions, x, y, radiusPx }
  })
}

const clamp = (score: number): number => Math.max(0, Math.min(1, score))

/** The edges between two of the nodes. */
export function keepKnown<Edge extends { from: string; to: string }>(
  nodes: readonly { slug: string }[],
  edges: readonly Edge[],
): Edge[] {
  const known = new Set(nodes.map(({ slug }) => slug))
  return edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
}
