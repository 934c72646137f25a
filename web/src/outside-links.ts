/** Addresses from strangers: what may become a link, a media source or an embed. */

/** The address when a click on it may be trusted to lead to a web page, else null (`javascript:`, `data:`, nonsense). */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null
}

/** What a media element may load: an address of the web, or a path of this server. */
export function mediaAddress(url: string | null): string | null {
  return url?.startsWith('/api/') ? url : webAddress(url)
}

/** `www.` says nothing about who it is. */
export function hostName(url: string): string {
  return new URL(url).host.replace(/^www\./, '')
}

/** Eleven characters of YouTube's own alphabet. */
const videoIdPattern = /^[\w-]{11}$/

/** The video that an address of YouTube shows (watch, shorts, embed, live, youtu.be), else null. */
export function youtubeVideoId(url: string | null): string | null {
  const address = webAddress(url)
  if (address === null) return null
  const { hostname, pathname, searchParams } = new URL(address)
  const host = hostname.replace(/^(www|m|music)\./, '')
  const [first, second] = pathname.split('/').filter(Boolean)
  const id =
    host === 'youtu.be'
      ? first
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? first === 'watch'
          ? searchParams.get('v')
          : ['shorts', 'embed', 'live', 'v'].includes(first ?? '')
            ? second
            : null
        : null
  return id && videoIdPattern.test(id) ? id : null
}
