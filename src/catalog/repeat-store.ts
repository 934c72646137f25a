/**
 * The part of the catalog that holds what is told in several places. Derived from the documents as a whole, replaced as
 * a whole, and gone with nothing lost.
 */

/** `verbatim`: in the same words, a few changed; `reworded`: in other words. */
export type RepeatKind = 'verbatim' | 'reworded'

/** A run of sentences of one document. */
export interface StoredRepeatPlace {
  documentId: string
  sourceId: string
  /** In order. */
  passageIds: string[]
  /** The first sentence, by its position in the first passage. */
  from: number
  /** The last sentence, by its position in the last passage. */
  last: number
  /** How like it is to the place that its group is built around, in (0, 1]; that one has 1. */
  likeness: number
}

export interface StoredRepeatGroup {
  kind: RepeatKind
  /** All places are of one post and its recording, or of one recording in two feeds. */
  companion: boolean
  /** Opens, ends or frames one document after the other: no story. */
  template: boolean
  /** The place that the group is built around first, then by likeness. At least two. */
  places: StoredRepeatPlace[]
}

export interface RepeatState {
  /** Of the change sequence: what the groups were found in. */
  seq: number
  /** Of the way in which they were found. */
  version: string
}

export interface RepeatFilter {
  kind?: RepeatKind
  /** Groups with a place in this source. */
  sourceId?: string
  companion?: boolean
  template?: boolean
}

export interface RepeatStore {
  /** Null before the first search. */
  readRepeatState(): Promise<RepeatState | null>
  /** What likeness is measured with, as it was given; null before the first search. */
  readRepeatMeasure(): Promise<Uint8Array | null>
  /** Replaces everything. @param groups most useful first */
  replaceRepeats(state: RepeatState, measure: Uint8Array, groups: readonly StoredRepeatGroup[]): Promise<void>
  /** Most useful first; `cursor` is the `next` of the page before. */
  listRepeatGroups(
    filter: RepeatFilter,
    page: { limit: number; cursor: string | null },
  ): Promise<{ groups: StoredRepeatGroup[]; total: number; next: string | null }>
  /** Those with a place in any of these passages, most useful first. */
  findRepeatGroups(documentId: string, passageIds: readonly string[]): Promise<StoredRepeatGroup[]>
}
