import { shortenName } from './map-labels.js'

/** How wide names are drawn on the map, in px. */

/** As in concept-map.css. */
const mapFont = '500 13px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif'
/** Where there is no canvas: about half an em a letter. */
const guessedLetterPx = 7

let context: CanvasRenderingContext2D | null | undefined
const widths = new Map<string, number>()
const maxKept = 5000

/** Measured once a name. */
export function measureName(name: string): number {
  const known = widths.get(name)
  if (known !== undefined) return known
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d')
    if (context) context.font = mapFont
  }
  const width = context?.measureText(name).width ?? name.length * guessedLetterPx
  if (widths.size >= maxKept) widths.clear()
  widths.set(name, width)
  return width
}

export const widestNamePx = (nodes: readonly { name: string }[]): number =>
  nodes.reduce((widest, { name }) => Math.max(widest, measureName(shortenName(name))), 0)
