import type { Link } from './document.js'

/** A named idea with its aliases, definitions and mentions, as the library's own texts give them. */

/**
 * What speaks for a concept: the heading of a post's section, a row of its table of terms, a tag, a chapter's or a
 * document's title, the long form of an abbreviation, a noun phrase of speech or text, or a user.
 */
export type ConceptOrigin =
  'heading' | 'table' | 'tag' | 'chapter' | 'title' | 'abbreviation' | 'speech' | 'edit'

/** Something said or written about a concept, word for word, and where. Times are raw, null together without times. */
export interface ConceptStatement {
  text: string
  documentId: string
  passageId: string
  startMs: number | null
  endMs: number | null
  /** Fragment id of the section, for what is written. */
  anchor: string | null
}

/** Why two concepts belong together: said in the same passages, explained in the same post, or alike in meaning. */
export type RelationReason = 'together' | 'post' | 'meaning'

export interface RelatedConcept {
  slug: string
  /** 0 to 1, larger is nearer. */
  score: number
  reason: RelationReason
  /** Passages that hold both. */
  passages: number
  /** One that shows them together; null when none holds both. */
  example: { documentId: string; passageId: string } | null
}

/** A concept that is used where another one is explained, and was explained before it. */
export interface Prerequisite {
  slug: string
  /** Explanations of the dependent concept that use this one. */
  support: number
  /** Passages that explain the dependent concept in terms of this one; best first, a few. */
  evidence: { documentId: string; passageId: string }[]
}

/** A paper or other resource that goes with the explanation of a concept. */
export interface ConceptLink extends Link {
  documentId: string
}

export interface Concept {
  /** Never given to another concept. */
  slug: string
  name: string
  /** Its other names, most used first. */
  aliases: string[]
  /** `conceptKey` of the name and of each alias; no two concepts share one. */
  keys: string[]
  /** How much of a concept it is; larger is more. Comparable within one library only. */
  score: number
  origins: ConceptOrigin[]
  /** Hidden by a user: kept, shown only when asked for. */
  hidden: boolean
  /** Best first, a few. */
  definitions: ConceptStatement[]
  analogies: ConceptStatement[]
  links: ConceptLink[]
  /** The first passage, by date and place, that explains it; null when none does. */
  first: ConceptStatement | null
  /** The passage that explains it best, as the sentence that does; null when none does. */
  best: ConceptStatement | null
  /** Nearest first. */
  related: RelatedConcept[]
  prerequisites: Prerequisite[]
  /** Passages that mention it. */
  mentionCount: number
  documentCount: number
}

/** A concept in a passage. */
export interface ConceptMention {
  slug: string
  documentId: string
  passageId: string
  /** Of the passage in its document. */
  ordinal: number
  /** Of what says most about it, else of the first sentence that names it; raw; null without times. */
  startMs: number | null
  /** Position in the passage of the sentence that names it there. */
  sentence: number
  /** How often the passage names it. */
  count: number
  /** 0 to 1: how much a sentence of the passage says what it is. */
  strength: number
  /** 0 to 1: how much the passage is about it. */
  focus: number
}

/** What a user decided about names; it outlives every re-run. Names are given as `conceptKey`s. */
export type ConceptEdit =
  | { kind: 'merge'; key: string; into: string }
  | { kind: 'split'; key: string; from: string }
  | { kind: 'rename'; key: string; name: string }
  | { kind: 'hide'; key: string; hidden: boolean }

/** Who is heard or spoken about in a document. */
export interface PersonMention {
  /** As written most. */
  name: string
  documentId: string
  role: 'host' | 'guest' | 'author' | 'speaker' | 'mentioned'
  /** Times named, or sentences spoken. */
  count: number
}
