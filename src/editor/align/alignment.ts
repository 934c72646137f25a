/** A post beside the recording that it belongs to: what of it is said where. */

/** Where something is said. Times are published ones, null together without a clock; then the passages lead. */
export interface SpokenPlace {
  startMs: number | null
  endMs: number | null
  /** The passage in which it begins. */
  passageId: string
  /** Where in its text, in UTF-16 units. */
  offset: number
  /** The passage in which it ends, and where; exclusive. */
  endPassageId: string
  endOffset: number
  /** The chance that it is said and begins there, .5 to 1. */
  confidence: number
}

/** A headed section of a post, or an entry of a list in which each entry is about one thing. */
export interface AlignedTopic {
  /** The heading, or how the entry begins. */
  title: string
  /** Of the section that it is, or is part of. */
  anchor: string
  /** True for a whole section, false for an entry of a list. */
  isSection: boolean
  /** Null: not said, or not surely enough. */
  place: SpokenPlace | null
}

/** A paragraph or an entry of a list. Tables and code have none. */
export interface AlignedParagraph {
  /** Index of the topic that it is part of. */
  topic: number
  anchor: string
  heading: string
  /** Position among the paragraphs of its section, from 0, tables and code not counted. */
  paragraph: number
  /** Half-open range in UTF-16 units of the section's text. */
  from: number
  to: number
  text: string
  place: SpokenPlace | null
}

export interface Alignment {
  postId: string
  recordingId: string
  /** In the order of the post. */
  topics: AlignedTopic[]
  /** In the order of the post. */
  paragraphs: AlignedParagraph[]
}
