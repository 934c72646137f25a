import type { Clip, Collection } from '../../../client/index.js'
import { totalMs } from '../../../src/domain/clip.js'
import type { ClipPatch, NewClip } from '../collections-api.js'

/** Changes of a collection as values: made here at once, sent to the server one after the other. */

export type Change =
  | { kind: 'words'; title?: string; note?: string }
  /** Ids of all clips in their new order. */
  | { kind: 'order'; order: readonly string[] }
  | { kind: 'clip'; clipId: string; patch: ClipPatch }
  | { kind: 'add'; clip: NewClip }
  | { kind: 'remove'; clipId: string }
  /** One step back (-1) or on (1) in what it was. */
  | { kind: 'step'; by: -1 | 1 }

/** The collection as it will be; what only the server knows (a new clip, an earlier state) is not there yet. */
export function applyChange(collection: Collection, change: Change): Collection {
  switch (change.kind) {
    case 'words': {
      const { title = collection.title, note = collection.note } = change
      return { ...collection, title, note }
    }
    case 'order':
      return { ...collection, clips: orderClips(collection.clips, change.order) }
    case 'clip':
      return withClips(
        collection,
        collection.clips.map((clip) => (clip.id === change.clipId ? { ...clip, ...change.patch } : clip)),
      )
    case 'remove':
      return withClips(
        collection,
        collection.clips.filter(({ id }) => id !== change.clipId),
      )
    case 'add':
    case 'step':
      return collection
  }
}

export const withClips = (collection: Collection, clips: Clip[]): Collection => ({
  ...collection,
  clips,
  totalMs: totalMs(clips),
})

/** In the order named; those that it does not name stay behind the clip that they stand behind. */
export function orderClips<Each extends { id: string }>(
  clips: readonly Each[],
  order: readonly string[],
): Each[] {
  const named = new Set(order)
  const byId = new Map(clips.map((clip) => [clip.id, clip]))
  const ordered = order.flatMap((id) => byId.get(id) ?? [])
  clips.forEach((clip, index) => {
    if (named.has(clip.id)) return
    const before = clips[index - 1]
    ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, clip)
  })
  return ordered
}

/** The clip moved by so many places, as far as there are some; null when it stays where it is. */
export function moveClip(ids: readonly string[], clipId: string, by: number): string[] | null {
  const from = ids.indexOf(clipId)
  const to = Math.max(0, Math.min(ids.length - 1, from + by))
  return from === -1 || to === from ? null : ids.toSpliced(from, 1).toSpliced(to, 0, clipId)
}

/** The two as one, when the second goes on with what the first began; null when they are two. */
export function mergeChanges(first: Change, second: Change): Change | null {
  if (first.kind === 'words' && second.kind === 'words') return { ...first, ...second }
  if (first.kind === 'order' && second.kind === 'order') return second
  if (first.kind === 'clip' && second.kind === 'clip' && first.clipId === second.clipId)
    return { ...first, patch: { ...first.patch, ...second.patch } }
  return null
}

/** Whether the collection is what the change makes of it: it was done, though its answer was lost. */
export function isDone(change: Change, collection: Collection): boolean {
  const { clips } = collection
  switch (change.kind) {
    case 'words':
      return (
        collection.title === (change.title ?? collection.title) &&
        collection.note === (change.note ?? collection.note)
      )
    case 'order':
      return clips.map(({ id }) => id).join() === change.order.join()
    case 'clip': {
      const clip = clips.find(({ id }) => id === change.clipId)
      return clip !== undefined && holds(clip, change.patch)
    }
    case 'remove':
      return !clips.some(({ id }) => id === change.clipId)
    case 'add': {
      const { at = clips.length - 1, ...wanted } = change.clip
      const clip = clips[at]
      return clip !== undefined && holds(clip, wanted)
    }
    case 'step':
      // What it was is not known here; done or not, it can be asked for again.
      return true
  }
}

/** What can still be made of a collection that others changed: a clip that is gone cannot be changed. */
export function isPossible(change: Change, { clips }: Collection): boolean {
  if (change.kind === 'clip' || change.kind === 'remove') return clips.some(({ id }) => id === change.clipId)
  return true
}

/** The change as the collection needs it now: an order names all clips, also those that came meanwhile. */
export const fitChange = (change: Change, { clips }: Collection): Change =>
  change.kind === 'order' ? { ...change, order: orderClips(clips, change.order).map(({ id }) => id) } : change

/** A passage has its own times where it has some. */
function holds(clip: Clip, { passageId, ...wanted }: Partial<NewClip>): boolean {
  const isPassage = passageId === undefined || clip.passageId === null || clip.passageId === passageId
  return (
    isPassage &&
    Object.entries(wanted).every(
      ([name, value]) => JSON.stringify(clip[name as keyof Clip]) === JSON.stringify(value),
    )
  )
}
