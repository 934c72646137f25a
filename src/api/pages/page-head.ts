import { escapeHtml, tag } from '../escape-html.js'

/** What a page says of itself to those who only look at its head: browsers' tabs, link previews, embedders. */

export interface PageHead {
  /** Of the document, concept or page, without the name of the site. */
  title: string
  description: string
  /**
   * Path and query under which the page is known, with the time: phones share the canonical address and not the one that
   * is shown. Null for a page that is none.
   */
  path: string | null
  type: 'website' | 'article' | 'video.other'
  imageUrl?: string | null
  /** Absolute, or a path of this server. */
  media?: { url: string; type: string; isVideo: boolean } | null
  publishedAt?: string | null
  /** Path and query of the page that shows it in a frame. */
  embedPath?: string
  /** Path and query of the feed of what it shows. */
  feedPath?: string
}

const siteName = 'Cuepoint'
export const siteDescription = 'Finds the moment where something was said, in podcasts, shorts and posts.'

/** The size of the frame that link previews are offered. */
export const frameSize = { width: 600, height: 260 }

/**
 * The elements of the head, escaped. What needs an absolute address is left out when this server's is not known.
 * @param base see `publicBase`
 */
export function writeHead(head: PageHead, base: string | null): string {
  const { title, description, path, type } = head
  const documentTitle = title === siteName ? siteName : `${title} · ${siteName}`
  const lines = [
    `<title>${escapeHtml(documentTitle)}</title>`,
    meta('description', description),
    property('og:site_name', siteName),
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    ...image(head),
    ...media(head, base),
    ...(type === 'article' && head.publishedAt ? [property('article:published_time', head.publishedAt)] : []),
    meta('twitter:title', title),
    meta('twitter:description', description),
  ]
  if (base !== null && path !== null)
    lines.push(property('og:url', base + path), tag('link', { rel: 'canonical', href: base + path }))
  if (head.feedPath !== undefined)
    lines.push(tag('link', { rel: 'alternate', type: 'application/rss+xml', href: head.feedPath, title }))
  return [...lines, ...embedding(head, base)].join('\n    ')
}

const meta = (name: string, content: string) => tag('meta', { name, content })
const property = (name: string, content: string) => tag('meta', { property: name, content })

function image({ imageUrl, title }: PageHead): string[] {
  const url = webAddress(imageUrl)
  if (url === null) return []
  return [property('og:image', url), property('og:image:alt', title), meta('twitter:image', url)]
}

function media({ media }: PageHead, base: string | null): string[] {
  if (!media) return []
  const url = media.url.startsWith('/') ? base && base + media.url : webAddress(media.url)
  if (!url) return []
  const kind = media.isVideo ? 'og:video' : 'og:audio'
  return [property(kind, url), property(`${kind}:type`, media.type)]
}

/** Players in link previews are asked for over https alone. */
function embedding({ embedPath, path, title }: PageHead, base: string | null): string[] {
  if (embedPath === undefined || path === null || base === null) return [meta('twitter:card', 'summary')]
  const discovery = `${base}/api/v1/oembed?format=json&url=${encodeURIComponent(base + path)}`
  return [
    tag('link', { rel: 'alternate', type: 'application/json+oembed', href: discovery, title }),
    ...(base.startsWith('https:')
      ? [
          meta('twitter:card', 'player'),
          meta('twitter:player', base + embedPath),
          meta('twitter:player:width', String(frameSize.width)),
          meta('twitter:player:height', String(frameSize.height)),
        ]
      : [meta('twitter:card', 'summary')]),
  ]
}

function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
