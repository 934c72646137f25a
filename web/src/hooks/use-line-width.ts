import { createContext, type RefObject } from 'preact'
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { fitLine } from '../fit-line.js'

/** Lines of one list that are cut between words: they are all as wide, so one of them is measured. */

export interface LineRoom {
  width: number
  /** As of CSS. */
  font: string
}

/** Null where nothing was measured: the whole text is shown, and the styles cut it. */
export const LineRoomContext = createContext<LineRoom | null>(null)

/** The room of the first element with this selector within the list; measured again when the list changes its size. */
export function useLineRoom(
  list: RefObject<HTMLElement>,
  selector: string,
  isThere: boolean,
): LineRoom | null {
  const [room, setRoom] = useState<LineRoom | null>(null)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const measure = () => {
      const line = element.querySelector(selector)
      if (!line) return
      const { font } = getComputedStyle(line)
      const width = line.clientWidth
      setRoom((old) => (old?.width === width && old.font === font ? old : { width, font }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [isThere])
  return room
}

let canvas: CanvasRenderingContext2D | null | undefined

/** Rounding of two ways to measure. */
const slack = 2

export function useFittedLine(text: string, side: 'before' | 'after'): string {
  const room = useContext(LineRoomContext)
  return useMemo(() => {
    canvas ??= document.createElement('canvas').getContext('2d')
    const context = canvas
    if (!room || !context || room.width <= 0) return text
    context.font = room.font
    return fitLine(text, side, room.width - slack, (line) => context.measureText(line).width)
  }, [text, side, room])
}
