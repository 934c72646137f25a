import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** Whether the element is in the window or within a window's height of it; known before the first paint. */
export function useNear(element: RefObject<Element>, isNearAtFirst: boolean): boolean {
  const [isNear, setNear] = useState(isNearAtFirst)
  useLayoutEffect(() => {
    // When the page has been scrolled to where it was left.
    queueMicrotask(() => {
      if (!element.current) return
      const { top, bottom } = element.current.getBoundingClientRect()
      if (bottom > -innerHeight && top < 2 * innerHeight) setNear(true)
    })
  }, [])
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      rootMargin: '100% 0px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return isNear
}
