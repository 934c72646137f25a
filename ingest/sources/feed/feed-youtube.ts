import { escapeText } from 'entities'
import { withMediaGroup } from './feed-text.js'
import { htmlToText } from '../html/html-to-text.js'
import { childText, findChildren, type XmlElement } from './parse-xml.js'
import type { SourceItem } from '../source-format.js'
import { findLinks } from '../html/text-links.js'

/** The Atom feed of a channel or a playlist on YouTube (`videos.xml`): Atom with tags of its own and of Media RSS. */

const videoId = /^[\w-]{6,20}$/
const listId = /^[\w-]{2,100}$/

/** The guid of the channel or playlist; null for any other feed. */
export function youtubeGuid(feed: XmlElement): string | null {
  const playlist = childText(feed, 'yt:playlistid')
  if (listId.test(playlist)) return `yt:playlist:${playlist}`
  const channel = childText(feed, 'yt:channelid')
  if (listId.test(channel)) return `yt:channel:${channel}`
  const id = childText(feed, 'id')
  return /^yt:(?:channel|playlist):[\w-]{2,100}$/.test(id) ? id : null
}

/**
 * What is different about an entry for a video. Its page plays it, so there is no enclosure: the one that is published
 * is for Flash. A video that is listed under `/shorts/` is a short; its length is not published.
 * @returns null for an entry without the id of a video
 */
export function asVideo(entry: XmlElement, item: SourceItem): SourceItem | null {
  const id = childText(entry, 'yt:videoid')
  if (!videoId.test(id)) return null
  const description = htmlToText(
    escapeText(
      withMediaGroup(entry)
        .map((parent) => childText(parent, 'media:description'))
        .find((text) => text !== '') ?? '',
    ),
  )
  const url = `https://www.youtube.com/watch?v=${id}`
  const hrefs = findChildren(entry, 'link').map(({ attributes }) => attributes.get('href') ?? '')
  const isShort = hrefs.some((href) => URL.canParse(href) && new URL(href).pathname.startsWith('/shorts/'))
  return {
    ...item,
    document: {
      ...item.document,
      kind: isShort ? 'short' : 'episode',
      description,
      url,
      otherUrls: isShort ? [`https://www.youtube.com/shorts/${id}`] : [],
      links: findLinks(description).filter((link) => link.url !== url),
      // Its stars are made of likes: nobody gave them.
      rating: null,
      sections: [],
      enclosure: null,
    },
  }
}
