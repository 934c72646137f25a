import type { RefObject } from 'preact'
import { Icon } from '../icon.js'

interface MapButtonsProps {
  box: RefObject<HTMLDivElement>
  zoomIn: () => void
  zoomOut: () => void
  fit: () => void
}

export function MapButtons({ box, zoomIn, zoomOut, fit }: MapButtonsProps) {
  const buttons = [
    ['Zoom in', 'plus', zoomIn],
    ['Zoom out', 'minus', zoomOut],
    ['Show all of the map', 'fit', fit],
  ] as const
  return (
    <div ref={box} class="map-buttons" role="group" aria-label="Zoom">
      {buttons.map(([label, icon, act]) => (
        <button key={icon} type="button" class="button" aria-label={label} title={label} onClick={act}>
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}
