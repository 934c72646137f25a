import type { Delivery, DeliveryAttempt, SavedMatch } from '../domain/saved-search.js'

/** The part of the catalog that holds what is to be told to webhooks, so that nothing is lost with the process. */

/** Matches of one search that wait to be told. */
export interface PendingMatches {
  searchId: string
  count: number
  /** When the first and the last of them were found. */
  firstAt: string
  lastAt: string
  /** When its webhook was told of matches last; null before the first time. */
  toldAt: string | null
}

export interface WebhookStore {
  /** Of active webhooks without a waiting message. */
  listPendingMatches(): Promise<PendingMatches[]>
  /** Those of a search that wait to be told, oldest first. */
  findPendingMatches(searchId: string, limit: number): Promise<SavedMatch[]>
  /**
   * With a message that tells of matches these wait no longer. False, and nothing written, when the search has no active
   * webhook. Of the messages that were sent, only the newest are kept.
   */
  addDelivery(
    delivery: Pick<Delivery, 'id' | 'searchId' | 'kind' | 'body' | 'createdAt'>,
    tells: readonly number[],
  ): Promise<boolean>
  /** Waiting ones whose time has come, the most overdue first. @param at ISO 8601 */
  listDueDeliveries(at: string, limit: number): Promise<Delivery[]>
  /** Does nothing when it was removed meanwhile. @param outcome `gone`: it failed, and the webhook is switched off */
  recordAttempt(
    id: string,
    attempt: DeliveryAttempt,
    outcome: { status: 'delivered' | 'failed' | 'gone' } | { status: 'waiting'; nextTryAt: string },
  ): Promise<void>
  /** The newest message of each search, by search id. */
  findLastDeliveries(searchIds: readonly string[]): Promise<Map<string, Omit<Delivery, 'body'>>>
}
