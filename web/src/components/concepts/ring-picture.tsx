import { useMemo, useRef, useState } from 'preact/hooks'
import '../../styles/concept-map.css'
import { readGraph } from '../../concepts-api.js'
import { keptGraphs } from '../../concepts/kept-concepts.js'
import { layoutMap } from '../../concepts/map-layout.js'
import { fitMap } from '../../concepts/map-view.js'
import { widestNamePx } from '../../concepts/measure-name.js'
import { useLoaded } from '../../hooks/use-loaded.js'
import { useMapKeys } from '../../hooks/use-map-keys.js'
import { useSize } from '../../hooks/use-size.js'
import type { RingProps } from './concept-ring.js'
import { MapPicture } from './map-picture.js'

/** Itself and so many around it: their names fit beside a text. */
const ringSize = 12

export function RingPicture({ slug, name }: RingProps) {
  const { value } = useLoaded(
    `ring:${slug}`,
    (signal) => readGraph({ limit: ringSize, around: slug }, signal),
    keptGraphs,
  )
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  // Names take room at the sides: what is narrow is drawn larger.
  const nodes = useMemo(() => (value ? layoutMap(value, slug, true) : []), [value, slug])
  const [pointed, setPointed] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const onKeyDown = useMapKeys(box, nodes)
  return (
    <div ref={box} class="ring-box" onKeyDown={onKeyDown}>
      {value && size && (
        <svg class="map" role="group" aria-label={`${name} and the concepts nearest to it`}>
          <MapPicture
            nodes={nodes}
            edges={value.edges}
            transform={fitMap(nodes, size, widestNamePx(nodes))}
            size={size}
            active={pointed ?? focused ?? slug}
            tabbable={focused ?? slug}
            onPoint={setPointed}
            onFocus={setFocused}
          />
        </svg>
      )}
    </div>
  )
}
