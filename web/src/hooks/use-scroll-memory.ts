import { useLayoutEffect } from 'preact/hooks'
import { keep, readKept } from '../browser-storage.js'

/** Back and reload return to where the reader was; going on starts where the new page says. */

const storageKey = (url: string) => `cuepoint.scroll:${url}`
const currentUrl = () => location.pathname + location.search

/** The address whose scroll position is still to be brought back. */
let restoring: string | null = null
/** What is on the screen: at `popstate` the address changes before the page does. */
let shown = ''

export function startScrollMemory(): void {
  history.scrollRestoration = 'manual'
  shown = currentUrl()
  // Only reloading and coming back from another site return; an address that was typed or followed is a fresh start.
  const [entry] = performance.getEntriesByType('navigation')
  restoring = entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate' ? shown : null
  addEventListener('popstate', () => {
    // A move to a fragment of the same page is the page's own business.
    if (currentUrl() !== shown) restoring = currentUrl()
  })
  const save = () => {
    // A page that is still loading is too short; its place must not be lost for that.
    if (restoring === null) keep('sessionStorage', storageKey(shown), String(Math.round(scrollY)))
  }
  addEventListener('scroll', save, { passive: true })
}

/** Whether this page was come back to and will be, or was, scrolled to where it was left. */
export function isReturning(): boolean {
  return restoring === currentUrl() && readKept('sessionStorage', storageKey(restoring)) !== null
}

/** Notes which page is on the screen; for the frame around all pages, as a page may take a while to load. */
export function useShownAddress(url: string): void {
  useLayoutEffect(() => {
    shown = currentUrl()
  }, [url])
}

/** Another address for the page as it is, without a step in the history. */
export function replaceAddress(path: string): void {
  history.replaceState(history.state, '', path)
  shown = currentUrl()
}

/** Scrolls back once the page is `ready`: high enough to be scrolled. */
export function useScrollMemory(ready: boolean, url: string): void {
  useLayoutEffect(() => {
    if (!ready) return
    const saved = isReturning() ? Number(readKept('sessionStorage', storageKey(currentUrl()))) : null
    restoring = null
    if (saved !== null) scrollTo(0, saved)
  }, [ready, url])
}
