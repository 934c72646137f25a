import { useEffect, useRef } from 'preact/hooks'
import type { ConceptGraph } from '../../../../client/index.js'
import type { Box } from '../../concepts/map-labels.js'
import type { MapNode } from '../../concepts/map-layout.js'
import { directionOf } from '../../concepts/map-steps.js'
import { findNodeAt, shiftIntoSight, toWindow, type Size } from '../../concepts/map-view.js'
import { useMapKeys } from '../../hooks/use-map-keys.js'
import { useMapZoom } from '../../hooks/use-map-zoom.js'
import { useSize } from '../../hooks/use-size.js'
import { countOf } from '../../words.js'
import { MapButtons } from './map-buttons.js'
import { MapPicture } from './map-picture.js'

interface MapWindowProps {
  nodes: readonly MapNode[]
  edges: ConceptGraph['edges']
  /** Of the widest name that must be whole where all is shown; 0 where there are too many for that. */
  widestPx: number
  active: string | null
  focused: string | null
  onPoint: (slug: string | null) => void
  onFocus: (slug: string) => void
}

/** Of the buttons from the edges, as in concept-map.css. */
const cornerGapPx = 8
const panStepPx = 80
/** A concept that is looked at keeps this far from the edge, for its name. */
const sightMarginPx = 70
/** Half of what a thumb needs. */
const fingerReachPx = 22

/** The part of the map that is seen; it moves by wheel, pinch, drag, keys and buttons. */
export function MapWindow({ nodes, edges, widestPx, active, focused, onPoint, onFocus }: MapWindowProps) {
  const box = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const size = useSize(box)
  const buttons = useRef<HTMLDivElement>(null)
  const buttonsSize = useSize(buttons)
  const { transform, zoomIn, zoomOut, panBy, fit } = useMapZoom(svg, size, nodes, widestPx)
  const moveFocus = useMapKeys(svg, nodes)
  /** How the press under way began: a press gives the focus before it is a click. */
  const press = useRef<{ isTouch: boolean; focused: string | null }>({ isTouch: false, focused: null })

  useEffect(() => {
    const node = nodes.find(({ slug }) => slug === focused)
    if (!node || !size) return
    const [dx, dy] = shiftIntoSight(toWindow(node, transform), size, sightMarginPx)
    if (dx !== 0 || dy !== 0) panBy(dx, dy)
    // Where the reader has moved it since is the reader's choice.
  }, [focused])

  const onKeyDown = (event: KeyboardEvent) => {
    moveFocus(event)
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    const direction = directionOf(event.key)
    if (direction) panBy(-direction[0] * panStepPx, -direction[1] * panStepPx)
    else if (event.key === '+' || event.key === '=') zoomIn()
    else if (event.key === '-') zoomOut()
    else if (event.key === '0') fit()
    else return
    event.preventDefault()
  }
  /** The first tap looks, as pointing does with a mouse; the second one opens. */
  const onPress = (slug: string) => {
    if (!press.current.isTouch || slug === press.current.focused) return false
    onFocus(slug)
    return true
  }
  const pressNear = (event: MouseEvent & { currentTarget: SVGSVGElement }) => {
    if (event.target !== event.currentTarget || !press.current.isTouch) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const placed = nodes.map(({ slug, x, y }) => ({ slug, ...toWindow({ x, y }, transform) }))
    const near = findNodeAt(placed, { x: event.clientX - left, y: event.clientY - top }, fingerReachPx)
    if (near) onFocus(near.slug)
  }
  return (
    <div ref={box} class="map-box">
      <svg
        ref={svg}
        class="map"
        role="group"
        aria-label={`Map of ${countOf(nodes.length, 'concept')}`}
        aria-describedby="map-help"
        // By the mouse only: the first stop of the Tab key is a concept.
        tabindex={-1}
        data-testid="concept-map"
        onKeyDown={onKeyDown}
        onPointerDown={({ pointerType }) => (press.current = { isTouch: pointerType === 'touch', focused })}
        onClick={pressNear}
      >
        {size && (
          <MapPicture
            nodes={nodes}
            edges={edges}
            transform={transform}
            size={size}
            reserved={buttonsSize ? [inCorner(buttonsSize, size)] : []}
            active={active}
            tabbable={focused ?? nodes[0]?.slug ?? null}
            onPoint={onPoint}
            onFocus={onFocus}
            onPress={onPress}
          />
        )}
      </svg>
      <MapButtons box={buttons} zoomIn={zoomIn} zoomOut={zoomOut} fit={fit} />
      <p id="map-help" class="visually-hidden">
        Arrow keys go from a concept to the next one in their direction, Enter opens its page; plus and minus
        zoom, 0 shows all. The list after the map says the same.
      </p>
    </div>
  )
}

/** The corner of the window that the buttons lie over. */
const inCorner = (buttons: Size, window: Size): Box => ({
  left: window.widthPx - buttons.widthPx - cornerGapPx,
  right: window.widthPx,
  top: window.heightPx - buttons.heightPx - cornerGapPx,
  bottom: window.heightPx,
})
