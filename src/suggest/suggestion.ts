/** In the order in which kinds of equal rank are shown. */
export const suggestionKinds = ['query', 'concept', 'speaker', 'source', 'title'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** What can be suggested, as its provider keeps it. */
export interface Suggestable {
  kind: SuggestionKind
  text: string
  /**
   * Larger goes first within a kind: documents of a speaker or source, mentions of a concept, times a query was asked, date of a
   * title.
   */
  weight: number
  /** Of a title. */
  documentId?: string
  /** Of a concept. */
  slug?: string
  /** Of a source. */
  sourceId?: string
  /** What is matched instead of `text`, which is shown: another name of it. */
  alias?: string
}

export interface Suggestion {
  kind: SuggestionKind
  text: string
  documentId?: string
  slug?: string
  sourceId?: string
  /** What was typed, in `text`: half-open, in UTF-16 units, in order, apart; none where an alias was. */
  ranges: [number, number][]
}

export interface Match {
  suggestable: Suggestable
  /** `text` folded: two of one kind that are equal here are shown once. */
  folded: string
  /** Of the text or alias; 0: it begins with what was typed; 1: holds it in a row; 2: holds its words. */
  tier: 0 | 1 | 2
  ranges: [number, number][]
}

/** A source of suggestions; each kind may come from one of its own. */
export interface SuggestionProvider {
  /** Follows what changed; called now and then, never twice at once. Must leave the event loop free, and end soon after the signal. */
  refresh(signal: AbortSignal): Promise<void>
  /** At most `limit` of each of its kinds, best first. Answers from memory. */
  find(typed: string, limit: number): Match[]
}
