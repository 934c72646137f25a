import type {
  Coverage,
  Query,
  RepeatList,
  RepeatsOf,
  Reuse,
  ReuseRequest,
  SavedMatches,
  SavedSearch,
  SavedSearchPatch,
  NewSavedSearch,
} from '../../client/index.js'
import { cuepoint } from './api.js'

/** What the desk's tools ask of the server, as in api.ts. */

export const findReuse = (body: ReuseRequest, signal: AbortSignal): Promise<Reuse> =>
  cuepoint.post('/api/v1/reuse', { body, signal })

export const listRepeats = (query: Query<'listRepeats'>, signal: AbortSignal): Promise<RepeatList> =>
  cuepoint.get('/api/v1/repeats', { params: { query }, signal })

export const findRepeatsOf = (query: Query<'findRepeatsOf'>, signal: AbortSignal): Promise<RepeatsOf> =>
  cuepoint.get('/api/v1/repeats/of', { params: { query }, signal })

export const showCoverage = (query: Query<'showCoverage'>, signal?: AbortSignal): Promise<Coverage> =>
  cuepoint.get('/api/v1/coverage', { params: { query }, ...(signal && { signal }) })

export const listSavedSearches = async (signal?: AbortSignal): Promise<SavedSearch[]> =>
  (await cuepoint.get('/api/v1/saved-searches', signal && { signal })).savedSearches

export const addSavedSearch = (body: NewSavedSearch): Promise<SavedSearch> =>
  cuepoint.post('/api/v1/saved-searches', { body })

export const changeSavedSearch = (id: string, body: SavedSearchPatch): Promise<SavedSearch> =>
  cuepoint.patch('/api/v1/saved-searches/{id}', { params: { path: { id } }, body })

export const removeSavedSearch = (id: string): Promise<undefined> =>
  cuepoint.delete('/api/v1/saved-searches/{id}', { params: { path: { id } } })

export const listSavedMatches = (
  id: string,
  query: Query<'listSavedMatches'>,
  signal: AbortSignal,
): Promise<SavedMatches> =>
  cuepoint.get('/api/v1/saved-searches/{id}/matches', { params: { path: { id }, query }, signal })

/** All up to the match of this number; all of them when it is null. */
export const markMatchesRead = (id: string, upTo: number | null): Promise<SavedSearch> =>
  cuepoint.post('/api/v1/saved-searches/{id}/read', {
    params: { path: { id } },
    body: upTo === null ? {} : { upTo },
  })

/** Sends a message without matches. */
export const testWebhook = (id: string): Promise<SavedSearch> =>
  cuepoint.post('/api/v1/saved-searches/{id}/test', { params: { path: { id } } })

/** The answer holds the new secret, this once. */
export const renewWebhookSecret = (id: string): Promise<SavedSearch> =>
  cuepoint.post('/api/v1/saved-searches/{id}/secret', { params: { path: { id } } })
