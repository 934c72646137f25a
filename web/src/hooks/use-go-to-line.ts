import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useState } from 'preact/hooks'

interface Target {
  line: number
  isFocused: boolean
}

/**
 * Goes to a line that may not be drawn yet: `wanted` is the line to draw first.
 * @param onGo the reader is led elsewhere than to the line being spoken
 */
export function useGoToLine(
  box: RefObject<Element>,
  onGo: () => void,
): { wanted: number; goToLine: (line: number) => void; focusLine: (line: number) => void } {
  const [target, setTarget] = useState<Target | null>(null)

  useLayoutEffect(() => {
    if (!target) return
    const element = box.current?.querySelector<HTMLElement>(`[data-index="${target.line}"]`)
    if (!element) return
    if (target.isFocused) {
      element.querySelector<HTMLElement>('[data-plays]')?.focus({ preventScroll: true })
      element.scrollIntoView({ block: 'nearest' })
      return
    }
    const show = () => element.scrollIntoView({ block: 'center' })
    show()
    // What is above it gets its true height only when it is near.
    const frame = requestAnimationFrame(() => {
      const { top, bottom } = element.getBoundingClientRect()
      if (top < 0 || bottom > innerHeight) show()
    })
    return () => cancelAnimationFrame(frame)
  }, [target])

  const goToLine = useCallback((line: number) => {
    onGo()
    setTarget({ line, isFocused: false })
  }, [])
  const focusLine = useCallback((line: number) => setTarget({ line, isFocused: true }), [])
  return { wanted: target?.line ?? -1, goToLine, focusLine }
}
