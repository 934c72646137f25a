import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** The current line is kept in this band of the window; leaving it turns the page so that it stands at the top of it. */
const bandTop = 0.22
const bandBottom = 0.66

/** Where our own scrolling ended up is known to the pixel or so; anything else was the reader. */
const ownScrollTolerancePx = 2

export interface Following {
  isFollowing: boolean
  follow: () => void
  /** The reader wants to look elsewhere. */
  leave: () => void
}

/**
 * Keeps the line that `findCurrent` names in sight whenever `current` changes, until the reader scrolls; never
 * scrolls back while one reads.
 */
export function useFollow(
  current: number,
  findCurrent: () => Element | null,
  keepsPlace: boolean,
): Following {
  const [isFollowing, setFollowing] = useState(!keepsPlace)
  const expectedY = useRef(scrollY)

  const bringIntoBand = useCallback(() => {
    const line = findCurrent()
    if (!line) return
    const { top, bottom } = line.getBoundingClientRect()
    if (top < innerHeight * bandTop - 1 || bottom > innerHeight * bandBottom)
      scrollBy(0, top - innerHeight * bandTop)
    expectedY.current = scrollY
  }, [])

  useLayoutEffect(() => {
    if (isFollowing && current >= 0) bringIntoBand()
  }, [current, isFollowing])

  useEffect(() => {
    const onScroll = () => {
      if (Math.abs(scrollY - expectedY.current) > ownScrollTolerancePx) setFollowing(false)
    }
    addEventListener('scroll', onScroll, { passive: true })
    return () => removeEventListener('scroll', onScroll)
  }, [])

  return {
    isFollowing,
    follow: () => {
      setFollowing(true)
      bringIntoBand()
    },
    leave: () => setFollowing(false),
  }
}
