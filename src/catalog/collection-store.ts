import type { Clip, Collection } from '../domain/clip.js'

/**
 * The part of the catalog that holds what editors made: collections of clips with what they were before each change.
 * Documents come and go without touching them.
 */

/** A collection in a list of all. */
export interface CollectionSummary extends Omit<Collection, 'clips'> {
  clipCount: number
  /** Of its clips together. */
  totalMs: number
}

/** What of a collection its editor can change. */
export type CollectionState = Pick<Collection, 'title' | 'note' | 'clips'>

/** Where a stretch of a document was taken. */
export interface ClipUse extends Pick<Clip, 'documentId' | 'startMs' | 'endMs' | 'passageId'> {
  clipId: string
  clipTitle: string
  collectionId: string
  collectionTitle: string
}

export interface CollectionStore {
  /** Changed last first, then by id. */
  listCollections(): Promise<CollectionSummary[]>
  /** Null for a removed one too. */
  findCollection(id: string): Promise<Collection | null>
  addCollection(collection: Collection): Promise<void>
  /**
   * Replaces the state of a collection whose version is still `ifVersion`, which becomes the next, and keeps what it
   * was; brings a removed one back. False, and nothing written, when it has another version or is not there.
   */
  writeCollection(
    id: string,
    state: CollectionState,
    condition: { ifVersion: number; at: string },
  ): Promise<boolean>
  /** Out of all lists; its states are kept for a while, so that it can be brought back. False as in `writeCollection`. */
  removeCollection(id: string, condition: { ifVersion: number; at: string }): Promise<boolean>
  /** The version that it has now, removed or not; null when there never was one, or it is gone for good. */
  findVersion(id: string): Promise<number | null>
  /** What it was at a version; null when that is not kept any more. */
  findRevision(id: string, version: number): Promise<CollectionState | null>
  /** The clips of these documents in all collections, in the order of collections and clips. */
  findClipUses(documentIds: readonly string[]): Promise<ClipUse[]>
}
