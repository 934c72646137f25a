import type { SavedMatch, SavedSearch } from '../domain/saved-search.js'

/**
 * The part of the catalog that holds saved searches with what they found. They follow the change sequence from a
 * watermark of their own; while there is one, it is kept which passages have been looked at.
 */

export interface SavedSearchCounts {
  unread: number
  matches: number
  /** When its newest match was found; null without one. */
  lastMatchAt: string | null
}

export type CountedSearch = SavedSearch & SavedSearchCounts

export interface SavedSearchUpdate extends Partial<Pick<SavedSearch, 'name' | 'webhook'>> {
  /** Another question: what the old one found goes, and what is in the library is not new to it. */
  asked?: Pick<SavedSearch, 'query' | 'mode' | 'filter' | 'askedAt'>
}

/** A document that changed, with what was looked at of it before. */
export interface DocumentToFollow {
  documentId: string
  /** False for one that is gone or withdrawn. */
  present: boolean
  /** Those of one that is withdrawn too. */
  passages: readonly { id: string; ad: boolean }[]
  /** Which passages were looked at: `none` of a new document; `recut` when other rules cut them, which makes no word new. */
  seen: 'none' | 'recut' | ReadonlySet<string>
}

export interface KnownMatch extends Pick<SavedMatch, 'number' | 'searchId' | 'passageId' | 'documentId'> {
  /** False while its passage is not there, withdrawn, or left out by the filter. */
  shown: boolean
}

export interface FoundMatch extends Pick<SavedMatch, 'searchId' | 'passageId' | 'documentId'> {
  /** Of the search when it was asked: another question meanwhile leaves it out. */
  askedAt: string
  /** Number of a match whose passage is no more, and which goes on as this one: what was read of it stays read. */
  replaces: number | null
}

/** What one step of following found out, to be kept as a whole or not at all. */
export interface FollowedStep {
  fromSeq: number
  toSeq: number
  documents: readonly Pick<DocumentToFollow, 'documentId' | 'passages'>[]
  found: readonly FoundMatch[]
  /** Numbers of known matches that are to be shown from now on, or not. */
  show: readonly number[]
  hide: readonly number[]
  /** ISO 8601. */
  at: string
  /** Kept for each search; the oldest go. */
  maxMatches: number
}

export interface SavedSearchStore {
  /** Oldest first. */
  listSavedSearches(): Promise<CountedSearch[]>
  findSavedSearch(id: string): Promise<CountedSearch | null>
  /**
   * What is in the library is not new to it. False, and nothing written, when there are `max` already. Cost, for the
   * first one: a row for each passage.
   */
  addSavedSearch(search: Omit<SavedSearch, 'sinceSeq'>, max: number): Promise<boolean>
  /** Without a webhook its waiting messages go. False for an unknown one. */
  updateSavedSearch(id: string, update: SavedSearchUpdate): Promise<boolean>
  /** With its matches and messages. */
  removeSavedSearch(id: string): Promise<boolean>

  /** Up to which change all searches have followed; null while there is none. */
  readFollowedSeq(): Promise<number | null>
  /** In the order of the ids. */
  findDocumentsToFollow(documentIds: readonly string[]): Promise<DocumentToFollow[]>
  /** All of these documents, those that are not shown too. */
  findKnownMatches(documentIds: readonly string[]): Promise<KnownMatch[]>
  /** False, and nothing written, when the watermark is not `fromSeq`. A passage is found once by a search. */
  applyFollowedStep(step: FollowedStep): Promise<boolean>

  /** Those to be shown: unread first, then newest first. @param page cursor is the `next` of the page before */
  listMatches(
    searchId: string,
    page: { limit: number; cursor: string | null },
  ): Promise<{ matches: SavedMatch[]; next: string | null }>
  /** Up to a number, or all. Returns how many were unread. */
  markRead(searchId: string, upToNumber: number | null): Promise<number>
}
