import { useLocation } from 'preact-iso'
import { conceptPath } from '../../concepts/concept-paths.js'
import { describeNode } from '../../concepts/concept-words.js'
import { labelAnchor, shortenName, type LabelSide } from '../../concepts/map-labels.js'
import { isPlainClick } from '../../plain-click.js'

export type NodeLook = 'plain' | 'active' | 'ring' | 'far'

export interface ShownNode {
  slug: string
  name: string
  mentions: number
  /** Centre in the window, in px. */
  x: number
  y: number
  radiusPx: number
  /** Of the line of its name. */
  heightPx: number
  look: NodeLook
}

export interface NodePresses {
  onPoint: (slug: string | null) => void
  onFocus: (slug: string) => void
  /** A press that only looks, as the first one of a finger does; answers true when it was one. */
  onPress?: (slug: string, event: MouseEvent) => boolean
}

interface MapNodeLinkProps extends NodePresses {
  node: ShownNode
  isTabbable: boolean
  /** Names of its neighbours, nearest first. */
  related: readonly string[]
}

/** What a mouse hits; fingers are helped by the map itself, which looks for what is near. */
const minHitRadiusPx = 12

const placeOf = ({ x, y }: ShownNode): string => `translate(${x.toFixed(1)},${y.toFixed(1)})`

/** What pointing at a node or its name does, and pressing it. */
function usePresses({ slug }: ShownNode, { onPoint, onPress }: NodePresses) {
  const { route } = useLocation()
  return {
    href: conceptPath(slug),
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') onPoint(slug)
    },
    onPointerLeave: () => onPoint(null),
    onClick: (event: MouseEvent) => {
      if (!isPlainClick(event)) return
      // The router knows links of HTML only; to follow one of a picture is to leave the page, and the player with it.
      event.preventDefault()
      if (!onPress?.(slug, event)) route(conceptPath(slug))
    },
  }
}

export function MapNodeLink({ node, isTabbable, related, ...presses }: MapNodeLinkProps) {
  const { slug, name, mentions, radiusPx, look } = node
  return (
    <g transform={placeOf(node)}>
      <a
        {...usePresses(node, presses)}
        class="map-node"
        data-slug={slug}
        data-look={look}
        data-testid="map-node"
        tabindex={isTabbable ? 0 : -1}
        aria-label={describeNode(name, mentions, related)}
        onFocus={() => presses.onFocus(slug)}
      >
        <circle class="map-hit" r={Math.max(radiusPx, minHitRadiusPx)} />
        <circle class="map-dot" r={radiusPx} />
      </a>
    </g>
  )
}

interface MapLabelProps extends NodePresses {
  node: ShownNode
  side: LabelSide
}

/** The name of a node, over all nodes; for those who see it, as the node itself has it too. */
export function MapLabel({ node, side, ...presses }: MapLabelProps) {
  const { x, y, anchor } = labelAnchor(side, node)
  return (
    <g transform={placeOf(node)} aria-hidden="true">
      <a {...usePresses(node, presses)} class="map-label" data-look={node.look} tabindex={-1}>
        <text x={x} y={y} text-anchor={anchor}>
          {shortenName(node.name)}
        </text>
      </a>
    </g>
  )
}
