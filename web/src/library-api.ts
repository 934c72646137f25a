import type {
  DocumentList,
  IssueList,
  Job,
  PullAll,
  Query,
  SampleAdded,
  SourcePreview,
} from '../../client/index.js'
import { cuepoint } from './api.js'

/** What the library page asks of the server, beside what all pages ask; as in api.ts. */

/** What is there, without subscribing to it. The server stops looking when the signal is aborted. */
export const lookAtSource = (location: string, signal: AbortSignal): Promise<SourcePreview> =>
  cuepoint.post('/api/v1/sources/look', { body: { location }, signal })

export const addSample = (): Promise<SampleAdded> => cuepoint.post('/api/v1/sources/sample')

export const pullAllSources = (): Promise<PullAll> => cuepoint.post('/api/v1/sources/pull')

export const removeSource = (id: string): Promise<undefined> =>
  cuepoint.delete('/api/v1/sources/{id}', { params: { path: { id } } })

/** Of one code, or of all when it is null; the server gives so many of what is asked, in all. */
export const listIssues = (id: string, code: string | null, signal: AbortSignal): Promise<IssueList> =>
  cuepoint.get('/api/v1/sources/{id}/issues', {
    params: { path: { id }, query: code === null ? {} : { code } },
    signal,
  })

export const readJob = (id: string, signal: AbortSignal): Promise<Job> =>
  cuepoint.get('/api/v1/jobs/{id}', { params: { path: { id } }, signal })

export const findDocuments = (query: Query<'listDocuments'>, signal: AbortSignal): Promise<DocumentList> =>
  cuepoint.get('/api/v1/documents', { params: { query }, signal })

export const forgetQueries = (): Promise<undefined> => cuepoint.delete('/api/v1/suggest/queries')
