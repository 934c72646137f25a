import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { readAnchor } from '../url-state.js'

/** Anchors are the publisher's; ours are apart from them. */
export const sectionId = (anchor: string): string => `section-${anchor}`

/**
 * The section that the address names. The page is scrolled to it when it opens and when the address changes.
 * @param keepsPlace the reader comes back: the page is where it was left
 */
export function useAnchor(keepsPlace: boolean): string | null {
  const [anchor, setAnchor] = useState(() => readAnchor(location.hash))
  useLayoutEffect(() => {
    if (!keepsPlace) scrollToAnchor(anchor)
  }, [])
  useEffect(() => {
    const onChange = () => {
      const named = readAnchor(location.hash)
      setAnchor(named)
      scrollToAnchor(named)
    }
    addEventListener('hashchange', onChange)
    return () => removeEventListener('hashchange', onChange)
  }, [])
  return anchor
}

function scrollToAnchor(anchor: string | null): void {
  if (anchor !== null) document.getElementById(sectionId(anchor))?.scrollIntoView()
}
