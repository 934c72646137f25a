import type { Link } from '../../src/domain/document.js'

const videoHosts = /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com)$/
const paperHosts =
  /(?:^|\.)(?:arxiv\.org|doi\.org|openreview\.net|aclanthology\.org|jmlr\.org|semanticscholar\.org|ncbi\.nlm\.nih\.gov)$/

/** What an http(s) address points to, by its host; `otherwise` where the host does not tell. */
export function relOf(url: string, otherwise: Link['rel']): Link['rel'] {
  const { hostname, pathname } = new URL(url)
  if (videoHosts.test(hostname)) return 'video'
  if (paperHosts.test(hostname) || pathname.toLowerCase().endsWith('.pdf')) return 'paper'
  return otherwise
}

/** Whether it is the address of a video that somebody forgot to fill in: `youtube.com/shorts/VIDEO_ID`. */
export function isPlaceholder(url: string): boolean {
  const { hostname, pathname, searchParams } = new URL(url)
  if (!/(?:^|\.)youtube\.com$/.test(hostname)) return false
  const id =
    /^\/(?:shorts|embed)\/([^/]*)/.exec(pathname)?.[1] ??
    (pathname === '/watch' ? searchParams.get('v') : null)
  return id !== null && !/^[\w-]{11}$/.test(id)
}
