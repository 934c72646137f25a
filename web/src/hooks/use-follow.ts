import type { RefObject } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** The current line is kept in this band of the window; leaving it turns the page so that it stands at the top of it. */
const bandTop = 0.22
const bandBottom = 0.66

/** Where our own scrolling ended up is known to the pixel or so. */
const ownScrollTolerancePx = 2
/** A scroll this long after a turn of the wheel, a swipe or a key is the reader's. */
const readersMs = 700

const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', ' ', 'ArrowUp', 'ArrowDown'])

export interface Following {
  isFollowing: boolean
  follow: () => void
  /** The reader wants to look elsewhere. */
  leave: () => void
}

interface FollowOptions {
  /** Index of the line being spoken, or -1. */
  current: number
  findCurrent: () => Element | null
  /** What holds the lines: when its height changes they have moved. */
  box: RefObject<Element>
  /** The reader comes back: the page is where it was left. */
  keepsPlace: boolean
}

/**
 * Keeps the current line in sight whenever it changes, until the reader scrolls; never scrolls back while one reads.
 * A line that moves because what is above it got its true height is no scroll of the reader's.
 */
export function useFollow({ current, findCurrent, box, keepsPlace }: FollowOptions): Following {
  const [isFollowing, setFollowing] = useState(!keepsPlace)
  const following = useRef(isFollowing)
  following.current = isFollowing
  const known = useRef({ y: scrollY, height: 0, readersAt: -Infinity })

  const bringIntoBand = useCallback(() => {
    const line = findCurrent()
    if (!line) return
    const { top, bottom } = line.getBoundingClientRect()
    if (top < innerHeight * bandTop - 1 || bottom > innerHeight * bandBottom)
      scrollBy(0, top - innerHeight * bandTop)
    known.current.y = scrollY
    known.current.height = document.documentElement.scrollHeight
  }, [])

  const leave = useCallback(() => setFollowing(false), [])
  const follow = useCallback(() => {
    setFollowing(true)
    bringIntoBand()
  }, [])

  useLayoutEffect(() => {
    if (isFollowing && current >= 0) bringIntoBand()
  }, [current, isFollowing])

  useEffect(() => {
    const onInput = () => (known.current.readersAt = performance.now())
    const onKey = ({ key }: KeyboardEvent) => {
      if (scrollKeys.has(key)) onInput()
    }
    const onPointerDown = ({ target }: PointerEvent) => {
      // The scroll bar belongs to no element of the page.
      if (target === document.documentElement) onInput()
    }
    const onScroll = () => {
      const { height } = known.current
      known.current.height = document.documentElement.scrollHeight
      const isReaders =
        performance.now() - known.current.readersAt < readersMs || known.current.height === height
      if (isReaders && Math.abs(scrollY - known.current.y) > ownScrollTolerancePx) setFollowing(false)
    }
    const observer = new ResizeObserver(() => {
      const isReading = performance.now() - known.current.readersAt < readersMs
      if (following.current && !isReading) bringIntoBand()
    })
    if (box.current) observer.observe(box.current)
    const listeners = [
      ['wheel', onInput],
      ['touchmove', onInput],
      ['keydown', onKey],
      ['pointerdown', onPointerDown],
      ['scroll', onScroll],
    ] as [string, EventListener][]
    for (const [name, listener] of listeners) addEventListener(name, listener, { passive: true })
    return () => {
      observer.disconnect()
      for (const [name, listener] of listeners) removeEventListener(name, listener)
    }
  }, [])

  return { isFollowing, follow, leave }
}
