import { useMemo } from 'preact/hooks'
import type { GraphResponse } from '../../../../src/api/schemas/concept.js'
import { chooseLabels, shortenName } from '../../concepts/map-labels.js'
import { keepKnown, type MapNode } from '../../concepts/map-layout.js'
import { neighboursOf } from '../../concepts/map-steps.js'
import { toWindow, type MapTransform, type Size } from '../../concepts/map-view.js'
import { measureName } from '../../concepts/measure-name.js'
import { MapEdges } from './map-edges.js'
import { MapNodeLink } from './map-node-link.js'

interface MapPictureProps {
  /** Best first: where names are too close the earlier ones are shown. */
  nodes: readonly MapNode[]
  edges: GraphResponse['edges']
  transform: MapTransform
  size: Size
  /** Slug of the concept that is looked at: it and its ring stand out. */
  active: string | null
  /** Slug of the one node that the Tab key stops at; the arrow keys reach the others. */
  tabbable: string | null
  onPoint: (slug: string | null) => void
  onFocus: (slug: string) => void
  /** A press that only looks, as the first one of a finger does; answers true when it was one. */
  onPress?: (slug: string, event: MouseEvent) => boolean
}

/** Nodes as links, their names at one size whatever the scale, and the edges below them. */
export function MapPicture(props: MapPictureProps) {
  const { nodes, edges, transform, size, active, tabbable, onPoint, onFocus, onPress } = props
  const known = useMemo(() => keepKnown(nodes, edges), [nodes, edges])
  const neighbours = useMemo(() => neighboursOf(known), [known])
  const names = useMemo(() => new Map(nodes.map(({ slug, name }) => [slug, name])), [nodes])
  const ring = useMemo(() => new Set(active === null ? [] : neighbours.get(active)), [neighbours, active])
  const rankOf = (slug: string) => (slug === active ? 0 : ring.has(slug) ? 1 : 2)
  const placed = nodes.map((node) => ({
    ...node,
    ...toWindow(node, transform),
    widthPx: measureName(shortenName(node.name)),
  }))
  const labelled = chooseLabels(
    [...placed].sort((a, b) => rankOf(a.slug) - rankOf(b.slug)),
    size,
  )
  return (
    <>
      <MapEdges nodes={nodes} edges={known} transform={transform} active={active} />
      <g>
        {placed.map(({ slug, name, mentions, x, y, radiusPx }) => (
          <MapNodeLink
            key={slug}
            slug={slug}
            name={name}
            mentions={mentions}
            x={x}
            y={y}
            radiusPx={radiusPx}
            look={active === null ? 'plain' : ((['active', 'ring', 'far'] as const)[rankOf(slug)] ?? 'far')}
            isLabelled={labelled.has(slug)}
            isTabbable={slug === tabbable}
            related={(neighbours.get(slug) ?? []).map((each) => names.get(each) ?? each)}
            onPoint={onPoint}
            onFocus={onFocus}
            {...(onPress && { onPress })}
          />
        ))}
      </g>
    </>
  )
}
