import type { Delivery, SavedFilter, SavedMatch, SavedSearch } from '../../domain/saved-search.js'
import type { SavedMatchesTable, SavedSearchesTable, WebhookDeliveriesTable } from './tables.js'

/** Rows ↔ what they stand for. */

type WebhookColumns = Pick<SavedSearchesTable, 'webhook_url' | 'webhook_secret' | 'webhook_active'>

export const toWebhookColumns = (webhook: SavedSearch['webhook']): WebhookColumns => ({
  webhook_url: webhook?.url ?? null,
  webhook_secret: webhook?.secret ?? null,
  webhook_active: webhook?.active === true ? 1 : 0,
})

export function toSavedSearch(row: SavedSearchesTable): SavedSearch {
  const { webhook_url: url, webhook_secret: secret } = row
  return {
    id: row.id,
    name: row.name,
    query: row.query,
    mode: row.mode as SavedSearch['mode'],
    filter: JSON.parse(row.filter) as SavedFilter,
    createdAt: row.created_at,
    askedAt: row.asked_at,
    sinceSeq: Number(row.since_seq),
    webhook: url === null || secret === null ? null : { url, secret, active: row.webhook_active === 1 },
  }
}

export const toMatch = (row: Omit<SavedMatchesTable, 'number'> & { number: number }): SavedMatch => ({
  number: Number(row.number),
  searchId: row.search_id,
  passageId: row.passage_id,
  documentId: row.document_id,
  foundAt: row.found_at,
  read: row.read === 1,
})

type DeliveryRow = Omit<WebhookDeliveriesTable, 'number' | 'body'>

export const deliveryColumns = [
  'id',
  'search_id',
  'kind',
  'created_at',
  'status',
  'attempts',
  'next_try_at',
  'tried_at',
  'http_status',
  'error',
] as const satisfies readonly (keyof DeliveryRow)[]

export const toDelivery = (row: DeliveryRow): Omit<Delivery, 'body'> => ({
  id: row.id,
  searchId: row.search_id,
  kind: row.kind as Delivery['kind'],
  createdAt: row.created_at,
  status: row.status as Delivery['status'],
  attempts: Number(row.attempts),
  nextTryAt: row.next_try_at,
  lastTry: row.tried_at === null ? null : { at: row.tried_at, httpStatus: row.http_status, error: row.error },
})
