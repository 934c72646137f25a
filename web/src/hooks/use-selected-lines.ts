import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Lines of a text that a reader selected. */
export interface SelectedLines {
  from: number
  /** Index of the last, itself included. */
  to: number
  /** The selected words. */
  text: string
  /** Of the selection, from the corner of the box that holds the lines, in px. */
  topPx: number
  bottomPx: number
  middlePx: number
}

/** While a selection is being drawn nothing appears. */
const settleMs = 150

/** What is selected in the lines (`data-index`) of `box`; null when nothing is, or something outside it too. */
export function useSelectedLines(box: RefObject<HTMLElement>): SelectedLines | null {
  const [selected, setSelected] = useState<SelectedLines | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isPressed = false
    const read = () => {
      if (isPressed || !box.current) return
      setSelected(readSelection(box.current))
    }
    const onChange = () => {
      clearTimeout(timer)
      if (getSelection()?.isCollapsed !== false) setSelected(null)
      else timer = setTimeout(read, settleMs)
    }
    const press = () => (isPressed = true)
    const release = () => {
      isPressed = false
      onChange()
    }
    const listeners = [
      ['selectionchange', onChange],
      ['pointerdown', press],
      ['pointerup', release],
      ['pointercancel', release],
    ] as const
    for (const [name, listener] of listeners) document.addEventListener(name, listener)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of listeners) document.removeEventListener(name, listener)
    }
  }, [])
  return selected
}

function readSelection(box: HTMLElement): SelectedLines | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!box.contains(range.commonAncestorContainer)) return null
  const lines = [...box.querySelectorAll<HTMLElement>('[data-index]')].filter(
    (line) => range.intersectsNode(line) && textInside(range, line) !== '',
  )
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return null
  const outer = box.getBoundingClientRect()
  const { top, bottom, left, width } = range.getBoundingClientRect()
  return {
    from: Number(first.dataset['index']),
    to: Number(last.dataset['index']),
    text: lines.map((line) => textInside(range, line)).join(' '),
    topPx: top - outer.top,
    bottomPx: bottom - outer.top,
    middlePx: left + width / 2 - outer.left,
  }
}

/**
 * What of a line is selected: of the last line of a triple click nothing is. Times and names between the lines are no
 * part of what was said.
 */
function textInside(range: Range, line: HTMLElement): string {
  const inside = document.createRange()
  inside.selectNodeContents(line)
  if (range.compareBoundaryPoints(Range.START_TO_START, inside) > 0)
    inside.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, inside) < 0)
    inside.setEnd(range.endContainer, range.endOffset)
  return inside.toString().replace(/\s+/g, ' ').trim()
}
