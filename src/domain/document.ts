/** One episode, short or post of a source, as its publisher describes it. */

export type DocumentKind = 'episode' | 'short' | 'post'
export const documentKinds = ['episode', 'short', 'post'] as const satisfies readonly DocumentKind[]

/**
 * How far the times of a document can be trusted.
 * - `exact`: each cue carries its own time and cues are short
 * - `approximate`: times are interpolated inside long cues, or may be shifted (inserted ads)
 * - `unknown`: there are no times
 */
export type Timing = 'exact' | 'approximate' | 'unknown'

/**
 * - `present`: the source lists it, or listed it before its window moved on
 * - `withdrawn`: the publisher deleted it; kept, but not found by default
 */
export type DocumentStatus = 'present' | 'withdrawn'

export interface Person {
  name: string
  /** Podcasting 2.0 role in lower case: host, guest, author, … */
  role: string
}

export interface Enclosure {
  /** Absolute http(s) address, or a `file:` address inside the folder of a local source. */
  url: string
  mediaType: string
  sizeBytes: number | null
}

export interface Chapter {
  startMs: number
  /** Exclusive; null when the publisher gave none and no chapter follows. */
  endMs: number | null
  title: string
  url: string | null
}

/** A paper, video or other resource that the document points to. */
export interface Link {
  title: string
  url: string
  rel: 'paper' | 'video' | 'companion' | 'resource'
}

/** A stretch that the publisher marked as worth hearing by itself (`podcast:soundbite`). */
export interface Soundbite {
  startMs: number
  endMs: number
  /** Empty when the publisher gave none. */
  title: string
}

/** What listeners or readers gave it, on the publisher's own scale. */
export interface Rating {
  value: number
  /** How many rated it; null when unknown. */
  count: number | null
}

/** `published`: as its publisher gave it; `machine`: a speech recogniser wrote it, by the publisher's word or by ours. */
export type TranscriptOrigin = 'published' | 'machine'

export interface Series {
  title: string
  part: number | null
}

/**
 * A headed part of a post, or the show notes of an episode or short. `anchor` is the fragment id of its heading, unique
 * within the document.
 */
export interface Section {
  anchor: string
  heading: string
  /** 1 to 6, as in HTML; 0 for text before the first heading. */
  level: number
  /** Plain text; paragraphs are separated by a blank line. */
  text: string
  /** Texts of its block quotes, in order; they are part of `text` too. */
  quotes: string[]
  /** What it points to itself, and what a table of references elsewhere in the document gives for its heading. */
  links: Link[]
}

export interface Document {
  /** `documentId(sourceGuid, guid)`, see ids.ts. */
  id: string
  sourceId: string
  /** The publisher's own id of the item, unique within its source. */
  guid: string
  kind: DocumentKind
  title: string
  /** Plain text of the show notes or abstract; may be empty. */
  description: string
  url: string | null
  /** Further addresses under which the same document is published. */
  otherUrls: string[]
  imageUrl: string | null
  /** ISO 8601 in UTC, or null when the publisher gave no date that can be read. */
  publishedAt: string | null
  durationMs: number | null
  /** BCP 47 in lower case (`en`, `de-ch`), or null when unknown. */
  language: string | null
  people: Person[]
  tags: string[]
  series: Series | null
  links: Link[]
  chapters: Chapter[]
  soundbites: Soundbite[]
  rating: Rating | null
  /** Sections of a post; for sound and video at most the show notes. */
  sections: Section[]
  enclosure: Enclosure | null
  /** Null without a transcript. */
  transcriptOrigin: TranscriptOrigin | null
  timing: Timing
  /** Why `timing` is what it is, in words for a listener; empty when exact. */
  timingReason: string
  status: DocumentStatus
}
