import type { ApiError } from '../api.js'
import type { Clip, Collection } from '../../../client/index.js'
import type * as server from '../collections-api.js'
import { stepTarget, type History } from './change-history.js'
import { withClips, type Change } from './collection-changes.js'

/** One change on its way to the server, and what its answer means. */

export type CollectionsServer = Pick<
  typeof server,
  'readCollection' | 'changeCollection' | 'restoreCollection' | 'addClip' | 'changeClip' | 'removeClip'
>

export interface SentChange {
  collection: Collection
  /** The clip that was added. */
  added: Clip | null
}

/** Null for a step that leads nowhere. @throws {ApiError} */
export async function sendChange(
  change: Change,
  saved: Collection,
  { server, history }: { server: CollectionsServer; history: History },
): Promise<SentChange | null> {
  const { id, version } = saved
  switch (change.kind) {
    case 'words': {
      const { title, note } = change
      const patch = { ...(title !== undefined && { title }), ...(note !== undefined && { note }) }
      return whole(await server.changeCollection(id, patch, version))
    }
    case 'order':
      return whole(await server.changeCollection(id, { order: [...change.order] }, version))
    case 'remove':
      return whole(await server.removeClip(id, change.clipId, version))
    case 'step': {
      const target = stepTarget(history, change.by)
      return target === null ? null : whole(await server.restoreCollection(id, target, version))
    }
    case 'clip': {
      const { collectionVersion, ...clip } = await server.changeClip(id, change.clipId, change.patch, version)
      const clips = saved.clips.map((each) => (each.id === clip.id ? clip : each))
      return { collection: { ...withClips(saved, clips), version: collectionVersion }, added: null }
    }
    case 'add': {
      const { collectionVersion, ...clip } = await server.addClip(id, change.clip, version)
      const clips = saved.clips.toSpliced(change.clip.at ?? saved.clips.length, 0, clip)
      return { collection: { ...withClips(saved, clips), version: collectionVersion }, added: clip }
    }
  }
}

const whole = (collection: Collection): SentChange => ({ collection, added: null })

/**
 * - `changed`: somebody else was faster
 * - `gone`: the collection was removed
 * - `later`: nothing is wrong with the change; it can be sent again
 * - `refused`: sending it again is of no use
 */
export type SaveFailure = 'changed' | 'gone' | 'later' | 'refused'

export function failureOf({ code, status }: ApiError): SaveFailure {
  if (code === 'COLLECTION_CHANGED') return 'changed'
  if (code === 'COLLECTION_NOT_FOUND') return 'gone'
  return status === 0 || status >= 500 || [401, 403, 408, 429].includes(status) ? 'later' : 'refused'
}
