import type {
  ClipInCollection,
  Collection,
  CollectionSummary,
  operations,
  SpokenSentence,
} from '../../client/index.js'
import { cuepoint } from './api.js'

/** What the desk asks of the server, as in api.ts. A change names the version that it was made for; null: any. */

type BodyOf<Operation extends 'addClip' | 'changeClip' | 'changeCollection'> =
  operations[Operation]['requestBody']['content']['application/json']

/** A range of a document, or a passage of what has no times; `at` is a position from 0, the end without one. */
export type NewClip = BodyOf<'addClip'>
export type ClipPatch = BodyOf<'changeClip'>
export type CollectionPatch = BodyOf<'changeCollection'>

/** A change that is under way is finished by the browser even when the page is left. */
const keepalive = true
const ifMatch = (version: number | null) => (version === null ? {} : { 'if-match': `"${version}"` })

export const listCollections = async (signal: AbortSignal): Promise<CollectionSummary[]> =>
  (await cuepoint.get('/api/v1/collections', { signal })).collections

export const readCollection = (id: string, signal?: AbortSignal): Promise<Collection> =>
  cuepoint.get('/api/v1/collections/{id}', { params: { path: { id } }, ...(signal && { signal }) })

export const addCollection = (title: string): Promise<Collection> =>
  cuepoint.post('/api/v1/collections', { body: { title } })

export const changeCollection = (
  id: string,
  body: CollectionPatch,
  version: number | null,
): Promise<Collection> =>
  cuepoint.patch('/api/v1/collections/{id}', {
    params: { path: { id }, header: ifMatch(version) },
    body,
    keepalive,
  })

/** For a month `restoreCollection` brings it back. */
export const removeCollection = (id: string, version: number | null): Promise<undefined> =>
  cuepoint.delete('/api/v1/collections/{id}', { params: { path: { id }, header: ifMatch(version) } })

/** It becomes what it was at a version, as one more change. */
export const restoreCollection = (
  id: string,
  toVersion: number,
  version: number | null,
): Promise<Collection> =>
  cuepoint.post('/api/v1/collections/{id}/restore', {
    params: { path: { id }, header: ifMatch(version) },
    body: { version: toVersion },
    keepalive,
  })

export const addClip = (id: string, body: NewClip, version: number | null): Promise<ClipInCollection> =>
  cuepoint.post('/api/v1/collections/{id}/clips', {
    params: { path: { id }, header: ifMatch(version) },
    body,
    keepalive,
  })

export const changeClip = (
  id: string,
  clipId: string,
  body: ClipPatch,
  version: number | null,
): Promise<ClipInCollection> =>
  cuepoint.patch('/api/v1/collections/{id}/clips/{clipId}', {
    params: { path: { id, clipId }, header: ifMatch(version) },
    body,
    keepalive,
  })

export const removeClip = (id: string, clipId: string, version: number | null): Promise<Collection> =>
  cuepoint.delete('/api/v1/collections/{id}/clips/{clipId}', {
    params: { path: { id, clipId }, header: ifMatch(version) },
    keepalive,
  })

/** What is said in a range, word by word; sentences that it touches are whole. */
export const listSentences = async (
  documentId: string,
  range: { startMs: number; endMs: number },
  signal?: AbortSignal,
): Promise<SpokenSentence[]> => {
  const { sentences } = await cuepoint.get('/api/v1/documents/{id}/sentences', {
    params: { path: { id: documentId }, query: range },
    ...(signal && { signal }),
  })
  return sentences
}
