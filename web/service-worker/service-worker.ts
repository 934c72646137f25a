/// <reference lib="webworker" />
/// <reference types="vite/client" />

/**
 * Keeps the shell of the pages (html, scripts, styles, icons), so that they open without the server and say so. What
 * the API answers is never kept: a library changes, and searching needs the server anyway.
 *
 * No mix of builds: each version has a cache of its own, filled as a whole or not at all. With the server there, pages
 * come from it and so do files without a hash in their name; without it all comes from one cache. A new version waits
 * until no page of the old one is open, then removes the old cache.
 *
 * By hand and not by a library: these are all the rules there are, and the usual one brings more code than the pages'
 * own start.
 */

export {}

declare const self: ServiceWorkerGlobalScope
/** Put in by the build, see web/build. */
declare const __SHELL_PATHS__: string[]
declare const __SHELL_VERSION__: string

const cachePrefix = 'cuepoint-shell-'
const cacheName = cachePrefix + __SHELL_VERSION__
const shellPaths = new Set(__SHELL_PATHS__)
/** Pages that are not the shell. */
const otherPages = /^\/(api|docs|embed)(\/|$)|^\/(openapi\.json|healthz|readyz|metrics)$/

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      // Past the browser's own cache: what it kept may be of another build.
      .then((cache) => cache.addAll([...shellPaths].map((path) => new Request(path, { cache: 'reload' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || otherPages.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(preferServer(request, '/'))
  else if (pathname.startsWith('/assets/')) event.respondWith(preferCache(request))
  else if (shellPaths.has(pathname)) event.respondWith(preferServer(request, pathname))
})

async function removeOldCaches(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith(cachePrefix) && name !== cacheName)
      .map((name) => caches.delete(name)),
  )
}

async function preferServer(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.open(cacheName).then((cache) => cache.match(path))
    if (kept) return kept
    throw error
  }
}

/** Its name is a hash of its content: whichever version kept it, it is the same. */
async function preferCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}
