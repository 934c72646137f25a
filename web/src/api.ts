import {
  ApiError,
  createCuepointClient,
  type AddedSource,
  type Document,
  type DocumentList,
  type Job,
  type Query,
  type SearchResult,
  type SourceList,
  type Status,
  type Transcript,
} from '../../client/index.js'

/** The server's answers by the client that others can take too; every failure is an ApiError in words that can be shown. */

export { ApiError }

/** The pages come from the server that they ask. */
export const cuepoint = createCuepointClient({ baseUrl: '' })

export const search = (params: URLSearchParams, signal: AbortSignal): Promise<SearchResult> =>
  cuepoint.get('/api/v1/search', {
    // On their way into an address all values are text.
    params: { query: Object.fromEntries(params) as unknown as Query<'search'> },
    signal,
  })

export const listDocuments = (limit: number, signal: AbortSignal): Promise<DocumentList> =>
  cuepoint.get('/api/v1/documents', { params: { query: { limit } }, signal })

export const readDocument = (id: string, signal: AbortSignal): Promise<Document> =>
  cuepoint.get('/api/v1/documents/{id}', { params: { path: { id } }, signal })

export const readTranscript = (id: string, signal: AbortSignal): Promise<Transcript> =>
  cuepoint.get('/api/v1/documents/{id}/transcript.json', { params: { path: { id } }, signal })

export const readStatus = (signal?: AbortSignal): Promise<Status> =>
  cuepoint.get('/api/v1/status', signal && { signal })

export const listSources = (signal: AbortSignal): Promise<SourceList> =>
  cuepoint.get('/api/v1/sources', { signal })

export const addSource = (location: string): Promise<AddedSource> =>
  cuepoint.post('/api/v1/sources', { body: { location } })

export const pullSource = (id: string): Promise<Job> =>
  cuepoint.post('/api/v1/sources/{id}/pull', { params: { path: { id } } })

/** Server-sent `job` events, for an EventSource, which comes back after a lost connection. */
export const jobEventsUrl = (id: string): string => `/api/v1/jobs/${encodeURIComponent(id)}/events`

/** Keeps the token in a cookie that pages cannot read. @throws ApiError TOKEN_REQUIRED when it is another one */
export const openSession = (token: string): Promise<undefined> =>
  cuepoint.post('/api/v1/session', { body: { token } })

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

/** Any failure as something to show. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError('PAGE_FAILED', 0, `This page stumbled: ${String(error)}`, { cause: error })
