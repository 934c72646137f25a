import { useLayoutEffect, useRef } from 'preact/hooks'
import { PlayerBar } from './player-bar.js'
import { ProgressStrip } from './progress-strip.js'

/** What stays at the bottom of every page. Tells the styles its height, for what floats above it. */
export function Dock() {
  const dock = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = dock.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--dock-height', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={dock} class="dock">
      <ProgressStrip />
      <PlayerBar />
    </div>
  )
}
