import type { Catalog } from '../../catalog/catalog.js'
import { findWordsAt } from '../../documents/find-words-at.js'
import { mediaUrl } from '../../documents/locate-media.js'
import { writeAddressRange, type AddressRange } from '../../domain/address-time.js'
import type { Document } from '../../domain/document.js'
import { formatClock } from '../../domain/time.js'
import { shortenLine } from './shorten-line.js'
import type { PageHead } from './page-head.js'

/** As much as link previews show. */
const maxDescriptionLength = 280

/** Where a document is read, and where it is shown in a frame. */
export const documentAddress = (id: string, range: AddressRange): string =>
  `/d/${encodeURIComponent(id)}${writeAddressRange(range)}`
export const embedAddress = (id: string, range: AddressRange): string =>
  `/embed/${encodeURIComponent(id)}${writeAddressRange(range)}`

/** Null for an unknown document. Cost: two small reads, four with a time. */
export async function describeDocument(
  id: string,
  range: AddressRange,
  catalog: Pick<Catalog, 'findDocument' | 'findSource' | 'findCorrections' | 'findPassageAt'>,
): Promise<PageHead | null> {
  const document = await catalog.findDocument(id)
  if (!document) return null
  const { enclosure, kind } = document
  const url = mediaUrl(document)
  const isVideo = enclosure?.mediaType.startsWith('video/') ?? false
  return {
    title: document.title,
    description: await describe(document, range, catalog),
    path: documentAddress(id, range),
    embedPath: embedAddress(id, range),
    type: kind === 'post' ? 'article' : isVideo ? 'video.other' : 'website',
    imageUrl: document.imageUrl,
    publishedAt: document.publishedAt,
    media: enclosure && url !== null ? { url, type: enclosure.mediaType, isVideo } : null,
  }
}

async function describe(
  document: Document,
  { startMs, endMs }: AddressRange,
  catalog: Pick<Catalog, 'findSource' | 'findCorrections' | 'findPassageAt'>,
): Promise<string> {
  if (startMs !== null) {
    const words = await findWordsAt(document.id, { startMs, endMs }, catalog)
    const time = endMs === null ? formatClock(startMs) : `${formatClock(startMs)}–${formatClock(endMs)}`
    if (words !== '') return `${time} “${shortenLine(words, maxDescriptionLength)}”`
  }
  const source = await catalog.findSource(document.sourceId)
  const about = document.description || (document.sections[0]?.text ?? '')
  return [source?.title ?? '', shortenLine(about, maxDescriptionLength)].filter(Boolean).join(' · ')
}
