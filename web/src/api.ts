import type {
  DocumentListResponse,
  DocumentResponse,
  TranscriptResponse,
} from '../../src/api/schemas/document.js'
import type { ErrorResponse } from '../../src/api/schemas/common.js'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import type { AddSourceResponse, JobResponse, SourceListResponse } from '../../src/api/schemas/source.js'
import type { StatusResponse } from '../../src/api/schemas/status.js'
import type { Static } from 'typebox'

/** The server's answers, typed; every failure is an ApiError in words that can be shown. */

const root = '/api/v1'

export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    /** A code of the server's catalogue, or `UNREACHABLE` when there was no answer. */
    readonly code: string,
    readonly status: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export const search = (params: URLSearchParams, signal: AbortSignal): Promise<SearchResponse> =>
  request(`/search?${params}`, { signal })

export const listDocuments = (
  limit: number,
  signal: AbortSignal,
): Promise<Static<typeof DocumentListResponse>> => request(`/documents?limit=${limit}`, { signal })

export const readDocument = (id: string, signal: AbortSignal): Promise<DocumentResponse> =>
  request(`/documents/${encodeURIComponent(id)}`, { signal })

export const readTranscript = (id: string, signal: AbortSignal): Promise<TranscriptResponse> =>
  request(`/documents/${encodeURIComponent(id)}/transcript.json`, { signal })

export const readStatus = (signal?: AbortSignal): Promise<StatusResponse> =>
  request('/status', signal ? { signal } : {})

export const listSources = (signal: AbortSignal): Promise<Static<typeof SourceListResponse>> =>
  request('/sources', { signal })

export const addSource = (location: string): Promise<Static<typeof AddSourceResponse>> =>
  post('/sources', { location })

export const pullSource = (id: string): Promise<JobResponse> =>
  post(`/sources/${encodeURIComponent(id)}/pull`)

export const readJob = (id: string): Promise<JobResponse> => request(`/jobs/${encodeURIComponent(id)}`, {})

/** Server-sent `job` events. */
export const jobEventsUrl = (id: string): string => `${root}/jobs/${encodeURIComponent(id)}/events`

/** Keeps the token in a cookie that pages cannot read. @throws ApiError TOKEN_REQUIRED when it is another one */
export const openSession = (token: string): Promise<null> => post('/session', { token })

export function post<Answer>(path: string, body?: unknown): Promise<Answer> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return request(path, { method: 'POST', ...json })
}

/** The schemas that the server answers by are the types here; an aborted request rejects with its AbortError. */
export async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response
  let text: string
  try {
    response = await fetch(root + path, init)
    text = await response.text()
  } catch (error) {
    if (isAbort(error)) throw error
    throw new ApiError('UNREACHABLE', 0, 'The server does not answer. Is it still running?', { cause: error })
  }
  const answer = parseJson(text)
  if (response.ok) return answer as Answer
  const { code, message } = isErrorResponse(answer)
    ? answer
    : { code: 'UNREACHABLE', message: `The server answered ${response.status} without saying why.` }
  throw new ApiError(code, response.status, message)
}

/** Null for no body, and for one that is not JSON (a proxy's error page), which the caller then names by its status. */
function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

const isErrorResponse = (answer: unknown): answer is ErrorResponse =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer

export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

/** Any failure as something to show. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError('PAGE_FAILED', 0, `This page stumbled: ${String(error)}`, { cause: error })
