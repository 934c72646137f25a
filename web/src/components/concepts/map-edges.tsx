import { useMemo } from 'preact/hooks'
import type { MapEdge, MapNode } from '../../concepts/map-layout.js'
import type { MapTransform } from '../../concepts/map-view.js'

interface MapEdgesProps {
  nodes: readonly MapNode[]
  edges: readonly MapEdge[]
  transform: MapTransform
  active: string | null
}

/** Lines between related concepts; those of the one that is looked at stand out. Said in words by the nodes' labels. */
export function MapEdges({ nodes, edges, transform: { k, x, y }, active }: MapEdgesProps) {
  const lines = useMemo(() => {
    const places = new Map(nodes.map((node) => [node.slug, node]))
    return edges.map(({ from, to, score }) => {
      const [a, b] = [places.get(from), places.get(to)]
      if (!a || !b) return null
      const look = active === null ? 'plain' : from === active || to === active ? 'on' : 'off'
      return (
        <line
          key={`${from} ${to}`}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          data-look={look}
          stroke-width={score >= strongScore ? 2 : 1}
        />
      )
    })
  }, [nodes, edges, active])
  return (
    <g class="map-edges" aria-hidden="true" transform={`translate(${x},${y}) scale(${k})`}>
      {lines}
    </g>
  )
}

/** From here on a line is drawn bold. */
const strongScore = 0.6
