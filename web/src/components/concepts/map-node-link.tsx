import { useLocation } from 'preact-iso'
import { conceptPath } from '../../concepts/concept-paths.js'
import { describeNode } from '../../concepts/concept-words.js'
import { labelGapPx, labelHeightPx, shortenName } from '../../concepts/map-labels.js'
import { isPlainClick } from '../../plain-click.js'

interface MapNodeLinkProps {
  slug: string
  name: string
  mentions: number
  /** Centre in the window, in px. */
  x: number
  y: number
  radiusPx: number
  look: 'plain' | 'active' | 'ring' | 'far'
  isLabelled: boolean
  isTabbable: boolean
  /** Names of its neighbours, nearest first. */
  related: readonly string[]
  onPoint: (slug: string | null) => void
  onFocus: (slug: string) => void
  onPress?: (slug: string, event: MouseEvent) => boolean
}

/** What a mouse hits; fingers are helped by the map itself, which looks for what is near. */
const minHitRadiusPx = 12
const textBaselinePx = 13

export function MapNodeLink(props: MapNodeLinkProps) {
  const { slug, name, mentions, x, y, radiusPx, look, isLabelled, isTabbable, related } = props
  const { route } = useLocation()
  const path = conceptPath(slug)
  return (
    <g transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}>
      <a
        href={path}
        class="map-node"
        data-slug={slug}
        data-look={look}
        data-testid="map-node"
        tabindex={isTabbable ? 0 : -1}
        aria-label={describeNode(name, mentions, related)}
        onPointerEnter={(event) => {
          if (event.pointerType === 'mouse') props.onPoint(slug)
        }}
        onPointerLeave={() => props.onPoint(null)}
        onFocus={() => props.onFocus(slug)}
        onClick={(event) => {
          if (!isPlainClick(event)) return
          // The router knows links of HTML only; to follow one of a picture is to leave the page, and the player with it.
          event.preventDefault()
          if (!props.onPress?.(slug, event)) route(path)
        }}
      >
        <circle class="map-hit" r={Math.max(radiusPx, minHitRadiusPx)} />
        <circle class="map-dot" r={radiusPx} />
        {isLabelled && (
          <text y={radiusPx + labelGapPx + textBaselinePx} height={labelHeightPx} text-anchor="middle">
            {shortenName(name)}
          </text>
        )}
      </a>
    </g>
  )
}
