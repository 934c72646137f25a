import { shortenName } from './map-labels.js'

/** How wide names are drawn on the map, in px. */

/**
 * As in concept-map.css, which says it in rem: what is measured grows with the reader's size of text. In the weight of the
 * one that is looked at: each may be.
 */
const mapFont = '700 13px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif'
/** Where there is no canvas: about half an em a letter. */
const guessedLetterPx = 7

let context: CanvasRenderingContext2D | null | undefined
const widths = new Map<string, number>()
const maxKept = 5000

const rootFontPx = 16
const lineHeightPx = 18

/** How much larger than usual the reader's text is. */
const readTextScale = (): number =>
  (parseFloat(getComputedStyle(document.documentElement).fontSize) || rootFontPx) / rootFontPx

interface NameSize {
  widthPx: number
  heightPx: number
}

/** The nodes with the sizes of their names as they are drawn now. */
export function measureNames<Node extends { name: string }>(nodes: readonly Node[]): (Node & NameSize)[] {
  const scale = readTextScale()
  return nodes.map((node) => ({
    ...node,
    widthPx: scale * measureOnce(shortenName(node.name)),
    heightPx: scale * lineHeightPx,
  }))
}

export const widestNamePx = (nodes: readonly { name: string }[]): number =>
  measureNames(nodes).reduce((widest, { widthPx }) => Math.max(widest, widthPx), 0)

/** In the usual size. */
function measureOnce(name: string): number {
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
