import type { Enclosure, Rating } from '../../../src/domain/document.js'
import { findEnclosureLinks, type Resolve } from './feed-links.js'
import { withMediaGroup } from './feed-text.js'
import { mediaTypeOf } from '../recordings/media-type.js'
import { parseDuration } from '../parse-duration.js'
import { childText, findChild, findChildren, textOf, type XmlElement } from './parse-xml.js'
import { findAlternateSources } from './podcast-namespace.js'
import { webOnly } from '../resolve-reference.js'

/** Sound, video and pictures of an item, wherever the vocabularies put them. */

/** The first that can be resolved and played: `<enclosure>`, Media RSS, `podcast:alternateEnclosure`. */
export function readEnclosure(item: XmlElement, resolve: Resolve): Enclosure | null {
  const media = withMediaGroup(item).flatMap((parent) => findChildren(parent, 'media:content'))
  const candidates = [
    ...findChildren(item, 'enclosure'),
    ...findEnclosureLinks(item),
    ...media.filter(isPlayable).sort((a, b) => Number(isDefault(b)) - Number(isDefault(a))),
    ...findAlternateSources(item),
  ]
  for (const element of candidates) {
    const { attributes } = element
    const written =
      attributes.get('url') ?? attributes.get('href') ?? attributes.get('uri') ?? textOf(element).trim()
    const type = attributes.get('type')
    if (written.trim() === '' || (type !== undefined && unplayableTypes.test(type.trim()))) continue
    const url = resolve(written, 'enclosure', element)
    if (url === null || unplayableFiles.test(new URL(url).pathname)) continue
    const sizeBytes = Number(attributes.get('length') ?? attributes.get('filesize') ?? 0)
    return {
      url,
      mediaType: mediaTypeOf(type, url),
      sizeBytes: Number.isSafeInteger(sizeBytes) && sizeBytes > 0 ? sizeBytes : null,
    }
  }
  return null
}

/** Blogs enclose pictures and papers; Flash is no longer played anywhere. */
const unplayableTypes =
  /^(?:image|text|font)\/|^application\/(?:pdf|x-shockwave-flash|zip|epub|x-bittorrent)/i
const unplayableFiles = /\.(?:jpe?g|png|gif|webp|svg|avif|pdf|epub|zip|html?|torrent|swf)$/i

const isDefault = ({ attributes }: XmlElement): boolean => attributes.get('isdefault') === 'true'

/** `media:content` is used for pictures more than for anything else: without a word of what it is, it is one. */
function isPlayable({ attributes }: XmlElement): boolean {
  const medium = attributes.get('medium')?.trim().toLowerCase()
  if (medium !== undefined && medium !== '') return medium === 'audio' || medium === 'video'
  const url = attributes.get('url') ?? ''
  const type = URL.canParse(url) ? mediaTypeOf(attributes.get('type'), url) : (attributes.get('type') ?? '')
  return /^(?:audio|video)\//i.test(type)
}

export function readImage(parent: XmlElement, resolve: Resolve): string | null {
  const thumbnails = withMediaGroup(parent).flatMap((element) => findChildren(element, 'media:thumbnail'))
  const written = [
    ...findChildren(parent, 'itunes:image', 'podcast:image').map(
      ({ attributes }) => attributes.get('href') ?? attributes.get('url'),
    ),
    ...findChildren(parent, 'itunes:link')
      .filter(({ attributes }) => attributes.get('rel') === 'image')
      .map(({ attributes }) => attributes.get('href')),
    ...thumbnails.map(({ attributes }) => attributes.get('url')),
    // The first of the list is the largest in the standard's examples.
    findChild(parent, 'podcast:images')?.attributes.get('srcset')?.trim().split(/[\s,]/, 1)[0],
    childText(findChild(parent, 'image') ?? parent, 'url'),
    childText(parent, 'logo', 'icon', 'itunes:image'),
  ].find((address) => address !== undefined && address.trim() !== '')
  return written === undefined ? null : webOnly(resolve(written, 'image'))
}

/** In ms; null when it is not told, or cannot be read: reported. */
export function readDuration(item: XmlElement, report: (message: string) => void): number | null {
  const written = childText(item, 'itunes:duration')
  if (written !== '') {
    const durationMs = parseDuration(written)
    // Zero is what publishing tools write for "unknown".
    if (durationMs === null && /[^0:.\s]/.test(written))
      report(`itunes:duration ${JSON.stringify(written.slice(0, 80))} is neither H:M:S nor seconds`)
    return durationMs
  }
  const contents = withMediaGroup(item).flatMap((parent) => findChildren(parent, 'media:content'))
  for (const { attributes } of contents) {
    const durationMs = parseDuration(attributes.get('duration') ?? '')
    if (durationMs !== null) return durationMs
  }
  return null
}

/** `media:starRating`; views are no rating, and no rating was given where nobody rated. */
export function readRating(item: XmlElement): Rating | null {
  for (const parent of withMediaGroup(item)) {
    const community = findChild(parent, 'media:community')
    const attributes = community && findChild(community, 'media:starrating')?.attributes
    if (!attributes) continue
    const value = Number(attributes.get('average')?.trim() || NaN)
    const count = Number(attributes.get('count')?.trim() || NaN)
    if (!Number.isFinite(value) || value < 0 || count === 0) continue
    return { value, count: Number.isSafeInteger(count) && count > 0 ? count : null }
  }
  return null
}
