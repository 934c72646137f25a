import { useEffect } from 'preact/hooks'

const selector = 'link[rel="alternate"][type="application/rss+xml"]'

/** Names a feed to readers of feeds in the head of the page; the server does so for the first page that it sends. */
export function useFeedLink(path: string | null): void {
  useEffect(() => {
    document.head.querySelectorAll(selector).forEach((link) => link.remove())
    if (path === null) return
    const link = document.createElement('link')
    Object.assign(link, { rel: 'alternate', type: 'application/rss+xml', href: path, title: 'This search' })
    document.head.append(link)
    return () => link.remove()
  }, [path])
}
