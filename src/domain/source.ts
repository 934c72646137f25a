/** Something subscribed to. */
export type SourceKind = 'feed' | 'posts'

export interface Source {
  id: string
  kind: SourceKind
  /** http(s) address, or an absolute path on this machine. Unique. */
  location: string
  /** Stable across moves: the feed's `podcast:guid`, else the location it was first added from. */
  guid: string
  title: string
  url: string | null
  imageUrl: string | null
  language: string | null
  addedAt: string
  /** Null until the first pull that ended well. */
  pulledAt: string | null
  /** Validators of the last body that was read whole; sent back so that an unchanged source costs one small answer. */
  etag: string | null
  lastModified: string | null
  bodyHash: string | null
}
