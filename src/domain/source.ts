/**
 * What was found when it was read:
 * - `feed`: an RSS or Atom feed of a podcast or a blog
 * - `youtube`: a channel, playlist or video of YouTube
 * - `posts`: posts, as Markdown or HTML
 * - `transcripts`: pages with transcripts
 * - `folder`: media with their transcripts, or files of several sorts
 */
export type SourceKind = (typeof sourceKinds)[number]
export const sourceKinds = ['feed', 'youtube', 'posts', 'transcripts', 'folder'] as const

/** Something subscribed to. */
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
  /** When its publisher said that it is gone for good (HTTP 410); it is then asked only when the user says so. Null otherwise. */
  goneAt: string | null
}
