import type { RefObject } from 'preact'
import type { MapNode } from '../concepts/map-layout.js'
import { directionOf, findNeighbour } from '../concepts/map-steps.js'

/** Moves the focus from a node of the map to its neighbour by the arrow keys; other keys, and other places, are left. */
export function useMapKeys(
  box: RefObject<Element>,
  nodes: readonly MapNode[],
): (event: KeyboardEvent) => void {
  return (event) => {
    const direction = directionOf(event.key)
    const slug = document.activeElement?.getAttribute('data-slug')
    const from = nodes.find((node) => node.slug === slug)
    if (!direction || !from || event.ctrlKey || event.altKey || event.metaKey) return
    // Also at the edge: the same key would seek the player.
    event.preventDefault()
    const next = findNeighbour(nodes, from, direction)
    if (next) focusNode(box.current, next.slug)
  }
}

export function focusNode(box: Element | null, slug: string): void {
  box?.querySelector<SVGAElement>(`[data-slug="${CSS.escape(slug)}"]`)?.focus({ preventScroll: true })
}
