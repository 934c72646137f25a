import { useMemo, useState } from 'preact/hooks'
import type { ConceptGraph } from '../../../../client/index.js'
import { conceptMapPath } from '../../concepts/concept-paths.js'
import { layoutMap } from '../../concepts/map-layout.js'
import { widestNamePx } from '../../concepts/measure-name.js'
import { replaceAddress } from '../../hooks/use-scroll-memory.js'
import { MapFocus } from './map-focus.js'
import { MapList } from './map-list.js'
import { MapWindow } from './map-window.js'

interface MapViewProps {
  graph: ConceptGraph
  around: string | null
  /** Slug that the address says is looked at. */
  initialFocus: string | null
}

/** The map, and beside it what is looked at and all of it as a list. */
export function MapView({ graph, around, initialFocus }: MapViewProps) {
  const nodes = useMemo(
    () => layoutMap(graph, around, matchMedia('(orientation: portrait)').matches),
    [graph, around],
  )
  const [focused, setFocused] = useState(
    nodes.some(({ slug }) => slug === initialFocus) ? initialFocus : around,
  )
  const [pointed, setPointed] = useState<string | null>(null)
  const focus = (slug: string) => {
    setFocused(slug)
    // The address of this view, without a step in the history for each node.
    replaceAddress(conceptMapPath({ around, focus: slug }))
  }
  const active = pointed ?? focused
  return (
    <div class="map-view">
      <MapWindow
        nodes={nodes}
        edges={graph.edges}
        widestPx={around === null ? 0 : widestNamePx(nodes)}
        active={active}
        focused={focused}
        onPoint={setPointed}
        onFocus={focus}
      />
      <div class="map-aside">
        <MapFocus graph={graph} slug={active} around={around} />
        <MapList graph={graph} active={active} onPoint={setPointed} />
      </div>
    </div>
  )
}
