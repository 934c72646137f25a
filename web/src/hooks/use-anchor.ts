import { useEffect, useLayoutEffect } from 'preact/hooks'
import { readAnchor } from '../url-state.js'

/** Anchors are the publisher's; ours are apart from them. */
export const sectionId = (anchor: string): string => `section-${anchor}`

/**
 * Scrolls to the section that the address names, when the page opens and when it changes.
 * @param keepsPlace the reader comes back: the page is where it was left
 */
export function useAnchor(keepsPlace: boolean): void {
  useLayoutEffect(() => {
    if (!keepsPlace) goToAnchor()
  }, [])
  useEffect(() => {
    addEventListener('hashchange', goToAnchor)
    return () => removeEventListener('hashchange', goToAnchor)
  }, [])
}

function goToAnchor(): void {
  const anchor = readAnchor(location.hash)
  if (anchor !== null) document.getElementById(sectionId(anchor))?.scrollIntoView()
}
