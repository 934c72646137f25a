import { mediaUrl } from '../documents/locate-media.js'
import { pagePath } from '../domain/page-path.js'
import type { ClipInCollection } from '../editor/collections/collections.js'
import type { ShownClip, ShownCollection } from '../editor/collections/show-collection.js'
import type { ClipResponse, CollectionResponse } from './schemas/collection.js'

/** Collections as the API shows them. */

export const presentCollection = ({ clips, ...collection }: ShownCollection): CollectionResponse => ({
  ...collection,
  clips: clips.map(presentClip),
})

export const presentClipIn = ({ clip, version }: ClipInCollection) => ({
  ...presentClip(clip),
  collectionVersion: version,
})

const presentClip = ({ document, ...clip }: ShownClip): ClipResponse => ({
  ...clip,
  url: pagePath(clip.documentId, clip),
  document: {
    ...document,
    mediaUrl: mediaUrl(document),
    mediaType: document.enclosure?.mediaType ?? null,
  },
})

/** An ETag, RFC 9110 §8.8.3. */
export const toEtag = (version: number): string => `"${version}"`

/** The version that a change insists on; null: any. One that is none of ours is a version that nothing has. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const match = /^"(\d{1,9})"$/.exec(header.trim())
  return match ? Number(match[1]) : 0
}
