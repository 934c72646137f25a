import { useMemo } from 'preact/hooks'
import type { ConceptGraph } from '../../../../client/index.js'
import { placeLabels, type Box } from '../../concepts/map-labels.js'
import { keepKnown, type MapNode } from '../../concepts/map-layout.js'
import { neighboursOf } from '../../concepts/map-steps.js'
import { shownRadius, toWindow, type MapTransform, type Size } from '../../concepts/map-view.js'
import { measureNames } from '../../concepts/measure-name.js'
import { MapEdges } from './map-edges.js'
import { MapLabel, MapNodeLink, type NodeLook, type NodePresses } from './map-node-link.js'

interface MapPictureProps extends NodePresses {
  /** Best first: of two as large whose names are too close, the earlier one's is shown. */
  nodes: readonly MapNode[]
  edges: ConceptGraph['edges']
  transform: MapTransform
  size: Size
  /** What lies over it: no name is shown there. */
  reserved?: readonly Box[]
  /** Slug of the concept that is looked at: it and its ring stand out. */
  active: string | null
  /** Slug of the one node that the Tab key stops at; the arrow keys reach the others. */
  tabbable: string | null
}

/** Nodes as links, their names at one size whatever the scale, and the edges below them. */
export function MapPicture(props: MapPictureProps) {
  const { nodes, edges, transform, size, reserved = [], active, tabbable, ...presses } = props
  const known = useMemo(() => keepKnown(nodes, edges), [nodes, edges])
  const neighbours = useMemo(() => neighboursOf(known), [known])
  const names = useMemo(() => new Map(nodes.map(({ slug, name }) => [slug, name])), [nodes])
  const ring = useMemo(() => new Set(active === null ? [] : neighbours.get(active)), [neighbours, active])
  const placed = measureNames(nodes).map((node) => ({
    ...node,
    ...toWindow(node, transform),
    radiusPx: shownRadius(node.radiusPx, transform.k),
    look: lookOf(node.slug, active, ring),
  }))
  // What is seen first is what is large: it is not left without a name.
  const bySize = placed.toSorted((a, b) => b.radiusPx - a.radiusPx)
  const settled = placeLabels(bySize, { ...size, reserved })
  const sides =
    active === null
      ? settled
      : placeLabels(
          bySize.toSorted((a, b) => rankOf[a.look] - rankOf[b.look]),
          { ...size, reserved, settled },
        )
  return (
    <>
      <MapEdges nodes={nodes} edges={known} transform={transform} active={active} />
      <g>
        {placed.map((node) => (
          <MapNodeLink
            key={node.slug}
            node={node}
            isTabbable={node.slug === tabbable}
            related={(neighbours.get(node.slug) ?? []).map((each) => names.get(each) ?? each)}
            {...presses}
          />
        ))}
      </g>
      <g>
        {placed.map((node) => {
          const side = sides.get(node.slug)
          return side && <MapLabel key={node.slug} node={node} side={side} {...presses} />
        })}
      </g>
    </>
  )
}

/** Whose names are shown before others': what is looked at, then its ring. */
const rankOf: Record<NodeLook, number> = { active: 0, ring: 1, plain: 2, far: 2 }

function lookOf(slug: string, active: string | null, ring: ReadonlySet<string>): NodeLook {
  if (active === null) return 'plain'
  return slug === active ? 'active' : ring.has(slug) ? 'ring' : 'far'
}
