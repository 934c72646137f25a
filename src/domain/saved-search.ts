import type { DocumentKind } from './document.js'

/** A search that is kept and asked again of everything that comes into the library. */

/** As those of a search. Lists are "any of"; dates are ISO, published at or after, and before. */
export interface SavedFilter {
  kinds?: readonly DocumentKind[]
  sourceIds?: readonly string[]
  speakers?: readonly string[]
  /** Primary language subtags. */
  languages?: readonly string[]
  after?: string
  before?: string
  includeAds?: boolean
}

export interface SavedSearch {
  id: string
  name: string
  /** In the query language. */
  query: string
  /** `lexical`: words alone decide, `dense`: meaning alone, `hybrid`: either. */
  mode: 'hybrid' | 'lexical' | 'dense'
  filter: SavedFilter
  /** ISO 8601 in UTC. */
  createdAt: string
  /** Of its query, mode or filter; a new name changes nothing that it finds. */
  askedAt: string
  /** Of the change sequence: what came later is new to it. */
  sinceSeq: number
  webhook: Webhook | null
}

export interface Webhook {
  /** With the credentials that it was given with: never to be shown. */
  url: string
  /** `whsec_` and base64: shown once, when it is made. */
  secret: string
  /** False after its receiver answered that it is gone (HTTP 410). */
  active: boolean
}

/** A moment that a saved search found in what was new. */
export interface SavedMatch {
  /** Grows with each match of any search. */
  number: number
  searchId: string
  passageId: string
  documentId: string
  /** ISO 8601 in UTC. */
  foundAt: string
  read: boolean
}

/** One message to a webhook, sent until it is taken. */
export interface Delivery {
  /** What a receiver tells repeats by. */
  id: string
  searchId: string
  /** A `test` is sent once. */
  kind: 'matches' | 'test'
  /** The message as it is signed and sent. */
  body: string
  createdAt: string
  /** `waiting`: to be sent, or to be sent again. */
  status: 'waiting' | 'delivered' | 'failed'
  /** How often it was sent. */
  attempts: number
  /** Null unless waiting. */
  nextTryAt: string | null
  lastTry: DeliveryAttempt | null
}

export interface DeliveryAttempt {
  at: string
  /** HTTP status of the answer; null when there was none. */
  httpStatus: number | null
  /** Why it was not taken; null when it was. */
  error: string | null
}
