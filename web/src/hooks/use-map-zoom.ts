import { select } from 'd3-selection'
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fitMap, identity, type MapTransform, type Size } from '../concepts/map-view.js'

const scales: [number, number] = [0.15, 6]
const zoomStep = 1.4

export interface MapZoom {
  transform: MapTransform
  zoomIn: () => void
  zoomOut: () => void
  /** Shifts what is seen, in px of the window. */
  panBy: (dxPx: number, dyPx: number) => void
  /** Shows all of it. */
  fit: () => void
}

/**
 * Zooming and panning by wheel, pinch and drag, and by what is called. Nothing moves by itself.
 * @param widestPx see `fitMap`
 */
export function useMapZoom(
  svg: RefObject<SVGSVGElement>,
  size: Size | null,
  nodes: readonly { x: number; y: number }[],
  widestPx: number,
): MapZoom {
  const [transform, setTransform] = useState<MapTransform>(identity)
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown>>()
  /** The reader chose what to see: a change of the window's size keeps it. */
  const isMoved = useRef(false)

  useLayoutEffect(() => {
    const element = svg.current
    if (!element) return
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent(scales)
      .on('zoom', ({ transform: { k, x, y }, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (sourceEvent) isMoved.current = true
        setTransform({ k, x, y })
      })
    behaviour.current = zooming
    const selection = select(element)
    selection.call(zooming).on('dblclick.zoom', null)
    return () => {
      selection.on('.zoom', null)
    }
  }, [])

  const withBehaviour = (
    act: (zooming: ZoomBehavior<SVGSVGElement, unknown>, element: SVGSVGElement) => void,
  ) => {
    if (behaviour.current && svg.current) act(behaviour.current, svg.current)
  }
  const fit = () =>
    withBehaviour((zooming, element) => {
      if (!size) return
      const { k, x, y } = fitMap(nodes, size, widestPx)
      isMoved.current = false
      zooming.transform(select(element), zoomIdentity.translate(x, y).scale(k))
    })

  useLayoutEffect(() => {
    isMoved.current = false
  }, [nodes])
  useLayoutEffect(() => {
    if (!size) return
    behaviour.current?.extent([
      [0, 0],
      [size.widthPx, size.heightPx],
    ])
    if (!isMoved.current) fit()
  }, [nodes, size])

  const scaleBy = (factor: number) =>
    withBehaviour((zooming, element) => {
      isMoved.current = true
      zooming.scaleBy(select(element), factor)
    })
  return {
    transform,
    zoomIn: () => scaleBy(zoomStep),
    zoomOut: () => scaleBy(1 / zoomStep),
    panBy: (dxPx, dyPx) =>
      withBehaviour((zooming, element) => {
        isMoved.current = true
        zooming.translateBy(select(element), dxPx / transform.k, dyPx / transform.k)
      }),
    fit,
  }
}
