/** The unit of retrieval: a run of whole sentences of one document, or (part of) a section of a post. */

export interface Sentence {
  /** Half-open range [from, to) in UTF-16 units of the passage's text. */
  from: number
  to: number
  /** When it begins to be spoken; null without times. */
  startMs: number | null
  endMs: number | null
  speaker: string | null
}

export interface Passage {
  /** `passageId(documentId, text, occurrence)`, see ids.ts: unchanged text keeps its id when other text changes. */
  id: string
  documentId: string
  /** Position within the document, from 0; a gap stands between what was said and what is written. */
  ordinal: number
  /** Times are null together: posts and untimed transcripts. */
  startMs: number | null
  endMs: number | null
  /** Fragment id of the section, for what is written: posts and show notes. */
  anchor: string | null
  /** Title of the chapter or heading of the section it lies in. */
  chapter: string | null
  /** Who speaks most of it. */
  speaker: string | null
  /** Wholly an advertisement, or wholly not. */
  ad: boolean
  /** What told so, in words for a reader; null when it is none. */
  adReason: string | null
  text: string
  /** In order, covering all of `text` but the white space between them. */
  sentences: Sentence[]
}
