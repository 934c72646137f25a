import type { TextMatch } from './find-in-text.js'

/**
 * Matches painted over a text that stays as it is: the browser's highlights need no elements, so that marking a thousand
 * places is no work for the page. Where there are none (before Firefox 140) the match that was gone to is selected.
 */

/** The names are those of transcript.css. */
type HighlightName = 'find' | 'find-current'

const hasHighlights = typeof CSS !== 'undefined' && 'highlights' in CSS

/** Paints matches in the lines (`data-index`) that are inside `box`; answers how to take them away. */
export function paintMatches(box: Element, matches: readonly TextMatch[], name: HighlightName): () => void {
  const ranges = matches.map((match) => rangeOf(box, match)).filter((range) => range !== null)
  if (!hasHighlights) {
    const [range] = ranges
    if (range && name === 'find-current') getSelection()?.setBaseAndExtent(...anchorsOf(range))
    return () => undefined
  }
  const highlight = highlightOf(name)
  for (const range of ranges) highlight.add(range)
  return () => {
    for (const range of ranges) highlight.delete(range)
  }
}

function highlightOf(name: HighlightName): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const highlight = new Highlight()
  highlight.priority = name === 'find-current' ? 1 : 0
  CSS.highlights.set(name, highlight)
  return highlight
}

const anchorsOf = ({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRange): [Node, number, Node, number] => [startContainer, startOffset, endContainer, endOffset]

function rangeOf(box: Element, { line, from, lastLine, to }: TextMatch): StaticRange | null {
  const start = placeIn(box, line, from)
  const end = placeIn(box, lastLine, to - 1)
  if (!start || !end) return null
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset + 1,
  })
}

/** The text node, and the place in it, of a character of a line. */
function placeIn(box: Element, line: number, offset: number): { node: Text; offset: number } | null {
  const element = box.querySelector(`[data-index="${line}"]`)
  if (!element) return null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (offset < before + node.length) return { node, offset: offset - before }
    before += node.length
  }
  return null
}
