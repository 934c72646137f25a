import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Two screens ahead of the reader. */
const margin = '200%'

/** Calls `act` when the element comes near the screen, and again after `key` changed if it is still near. */
export function useNearEnd(element: RefObject<HTMLElement>, act: () => void, key: unknown): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current()
      },
      { rootMargin: `0px 0px ${margin} 0px` },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [key])
}
