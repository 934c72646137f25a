import type { ShownMatch, ShownSearch } from '../editor/saved-searches/saved-searches.js'
import { shownAddress } from '../editor/webhooks/webhook-address.js'
import type { SavedFilter } from '../domain/saved-search.js'
import { presentHit } from './present-hit.js'
import type { NewSavedSearch, SavedSearchPatch, SavedSearchResponse } from './schemas/saved-search.js'
import { toFilter } from './to-filter.js'

/** Saved searches as the API shows them: without secrets. */

export function presentSavedSearch(search: ShownSearch): SavedSearchResponse {
  const { id, name, query, mode, filter, createdAt, unread, matches, lastMatchAt } = search
  return {
    id,
    name,
    query,
    mode,
    filters: presentFilter(filter),
    createdAt,
    unread,
    matches,
    lastMatchAt,
    webhook: presentWebhook(search),
  }
}

function presentWebhook({ webhook, newSecret, lastDelivery }: ShownSearch): SavedSearchResponse['webhook'] {
  if (!webhook) return null
  return {
    url: shownAddress(webhook.url),
    active: webhook.active,
    ...(newSecret === null ? {} : { secret: newSecret }),
    lastDelivery: lastDelivery && {
      at: lastDelivery.lastTry?.at ?? null,
      status: lastDelivery.status,
      attempts: lastDelivery.attempts,
      httpStatus: lastDelivery.lastTry?.httpStatus ?? null,
      error: lastDelivery.lastTry?.error ?? null,
      nextTryAt: lastDelivery.nextTryAt,
    },
  }
}

/** A filter of the API has at most one value a field. */
function presentFilter(filter: SavedFilter): SavedSearchResponse['filters'] {
  const { kinds, sourceIds, speakers, languages, after, before, includeAds } = filter
  return {
    ...(kinds?.[0] && { kind: kinds[0] }),
    ...(sourceIds?.[0] && { source: sourceIds[0] }),
    ...(speakers?.[0] && { speaker: speakers[0] }),
    ...(languages?.[0] && { lang: languages[0] }),
    ...(after && { after: after.slice(0, dayLength) }),
    ...(before && { before: before.slice(0, dayLength) }),
    ...(includeAds && { includeAds }),
  }
}

/** Of `2024-05-31`. */
const dayLength = 10

export const presentMatch = ({ number, foundAt, read, hit }: ShownMatch) => ({
  number,
  foundAt,
  read,
  hit: presentHit(hit),
})

export const toSavedSearch = ({ name, query, mode, filters, webhook }: NewSavedSearch) => ({
  name: (name ?? query).trim().slice(0, maxNameLength),
  query,
  mode: mode ?? 'hybrid',
  filter: toFilter(filters ?? {}),
  webhook: webhook ?? null,
})

export const toSavedPatch = ({ filters, ...patch }: SavedSearchPatch) => ({
  ...patch,
  ...(filters === undefined ? {} : { filter: toFilter(filters) }),
})

const maxNameLength = 200
