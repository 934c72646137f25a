import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Size } from '../concepts/map-view.js'

/** Inner size of an element in px, followed as it changes; null before it is known. Measured before the first paint. */
export function useSize(element: RefObject<Element>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const measure = () => {
      const fresh = { widthPx: target.clientWidth, heightPx: target.clientHeight }
      setSize((old) => (old?.widthPx === fresh.widthPx && old.heightPx === fresh.heightPx ? old : fresh))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [])
  return size
}
