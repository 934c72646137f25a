import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface DragOrder {
  /** Index of the row that is dragged. */
  from: number
  /** It would come before the row with this index; behind the last when it is their number. */
  before: number
}

/** This near to the edge of what scrolls, the list moves under the pointer. */
const scrollEdgePx = 56
const scrollStepPx = 14

/** Rows of a list put into another order by a pointer that drags a handle; Escape lets go of it. */
export function useDragOrder(
  list: RefObject<HTMLElement>,
  onDrop: (from: number, to: number) => void,
): { drag: DragOrder | null; begin: (event: PointerEvent, from: number) => void } {
  const [drag, setDrag] = useState<DragOrder | null>(null)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])

  const begin = (event: PointerEvent, from: number) => {
    if (event.button !== 0 || !list.current) return
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    handle.setPointerCapture(event.pointerId)
    let now: DragOrder = { from, before: from }
    let pointerY = event.clientY
    const scroller = findScroller(list.current)
    const show = () => {
      now = { from, before: rowBefore(list.current, pointerY) }
      setDrag(now)
    }
    const timer = setInterval(() => {
      if (scrollAt(scroller, pointerY)) show()
    }, 16)
    const onMove = ({ clientY }: PointerEvent) => {
      pointerY = clientY
      show()
    }
    const end = (isDropped: boolean) => {
      stop.current()
      setDrag(null)
      const to = now.before > from ? now.before - 1 : now.before
      if (isDropped && to !== from) onDrop(from, to)
    }
    const onUp = () => end(true)
    const onCancel = () => end(false)
    const onKeyDown = (pressed: KeyboardEvent) => {
      if (pressed.key === 'Escape') end(false)
    }
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('pointerup', onUp)
    handle.addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKeyDown)
    stop.current = () => {
      clearInterval(timer)
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('pointerup', onUp)
      handle.removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKeyDown)
    }
    setDrag(now)
  }
  return { drag, begin }
}

/** Index of the first row whose middle is below the pointer. */
function rowBefore(list: HTMLElement | null, y: number): number {
  const rows = [...(list?.children ?? [])]
  const index = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return index === -1 ? rows.length : index
}

function findScroller(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (parent.scrollHeight > parent.clientHeight && /auto|scroll/.test(getComputedStyle(parent).overflowY))
      return parent
  return document.documentElement
}

/** Whether it moved. */
function scrollAt(scroller: HTMLElement, y: number): boolean {
  const isPage = scroller === document.documentElement
  const { top, bottom } = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect()
  const by = y < top + scrollEdgePx ? -scrollStepPx : y > bottom - scrollEdgePx ? scrollStepPx : 0
  const before = scroller.scrollTop
  if (by !== 0) scroller.scrollTop += by
  return scroller.scrollTop !== before
}
