import type { Document } from './document.js'

/** Which addresses of the web are the same thing, and which of them a document has or points to. */

/** Parameters that campaigns add and that change nothing of what is shown. */
const noiseParameter = /^(?:utm_\w{1,40}|fbclid|gclid|mc_[ce]id)$/i
const youtubeHost = /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com$/
const youtubeId = /^[\w-]{11}$/
const videoPath = /^\/(?:shorts|embed|live|v)\/([\w-]{11})(?:\/|$)/

/** The id of the video that an address of YouTube shows; null for others. */
export function youtubeIdOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { hostname, pathname, searchParams } = new URL(url)
  const id =
    hostname === 'youtu.be'
      ? pathname.slice(1)
      : youtubeHost.test(hostname)
        ? (videoPath.exec(pathname)?.[1] ?? searchParams.get('v') ?? '')
        : ''
  return youtubeId.test(id) ? id : null
}

/**
 * Equal for addresses of one page: scheme, `www.`, fragment, a last slash or `index.html`, and parameters of campaigns
 * do not count; all addresses of one YouTube video are one. Null for what is no http(s) address, and for a front page,
 * which says nothing about a document.
 */
export function addressKey(url: string): string | null {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  const video = youtubeIdOf(url)
  if (video !== null) return `youtube:${video}`
  for (const name of [...parsed.searchParams.keys()])
    if (noiseParameter.test(name)) parsed.searchParams.delete(name)
  parsed.searchParams.sort()
  const path = parsed.pathname.replace(/\/(?:index\.(?:html?|php))?$/, '')
  if (path === '' && parsed.search === '') return null
  return `${parsed.host.replace(/^www\./, '')}${path}${parsed.search}`
}

/** A list of everything points to nothing in particular. */
const maxLinked = 1_000

export interface Address {
  /** `addressKey` of the url. */
  key: string
  url: string
}

export interface DocumentAddresses {
  /** Under which it is published. */
  own: Address[]
  /** What it, or a section of it, points to; none of its own. */
  linked: Address[]
}

type Addressed = Pick<
  Document,
  'sourceId' | 'guid' | 'url' | 'otherUrls' | 'enclosure' | 'links' | 'sections'
>

/**
 * Each address once, in the order of the document. Posts of a site whose address nobody told know each other by their
 * paths on it (`/2026/a-post/`), which are their guids; such an address means something inside its source only.
 */
export function addressesOf(document: Addressed): DocumentAddresses {
  const { sourceId, guid, url, otherUrls, enclosure, links, sections } = document
  const distinctAddresses = (urls: readonly (string | null)[]) => collectAddresses(urls, sourceId)
  const own = distinctAddresses([url, ...otherUrls, enclosure?.url ?? null, isSitePath(guid) ? guid : null])
  const pointed = [...links, ...sections.flatMap((section) => section.links)]
  const linked = distinctAddresses(pointed.map((link) => link.url)).slice(0, maxLinked)
  return { own, linked: linked.filter(({ key }) => own.every((each) => each.key !== key)) }
}

const isSitePath = (text: string): boolean => /^\/[^/]/.test(text)

function collectAddresses(urls: readonly (string | null)[], sourceId: string): Address[] {
  const byKey = new Map<string, Address>()
  for (const url of urls) {
    const key =
      url === null ? null : isSitePath(url) ? `${sourceId}:${url.replace(/\/$/, '')}` : addressKey(url)
    if (url !== null && key !== null && !byKey.has(key)) byKey.set(key, { key, url })
  }
  return [...byKey.values()]
}
