import { randomUUID } from 'node:crypto'
import type { Catalog } from '../../catalog/catalog.js'
import type { CollectionSummary } from '../../catalog/collection-store.js'
import type { Clip, Collection } from '../../domain/clip.js'
import {
  changed,
  editCollection,
  findCollection,
  missingClip,
  orderClips,
  restoreCollection,
  type EditCondition,
} from './edit-collection.js'
import { showClips, showCollection, type ShownClip, type ShownCollection } from './show-collection.js'
import { takeClip, type ClipPlace } from './take-clip.js'

export interface CollectionPatch {
  title?: string
  note?: string
  /** Ids of all its clips, in their new order. */
  order?: readonly string[]
}

/** What an editor says of a clip. */
export type ClipWords = Partial<Pick<Clip, 'title' | 'note' | 'tags'>>

export interface NewClip extends ClipPlace, ClipWords {
  /** Position that it gets, from 0; at the end without one. */
  at?: number
}

export type ClipPatch = ClipWords & Pick<ClipPlace, 'startMs' | 'endMs'>

/** A clip, and the version of its collection. */
export interface ClipInCollection {
  clip: ShownClip
  version: number
}

/** What the API asks of collections. Each change answers with what is there then, and throws what `editCollection` does. */
export interface Collections {
  list(): Promise<CollectionSummary[]>
  add(words: { title: string; note?: string }): Promise<ShownCollection>
  show(id: string): Promise<ShownCollection>
  patch(id: string, patch: CollectionPatch, condition: EditCondition): Promise<ShownCollection>
  remove(id: string, condition: EditCondition): Promise<void>
  restore(id: string, version: number, condition: EditCondition): Promise<ShownCollection>
  addClip(id: string, clip: NewClip, condition: EditCondition): Promise<ClipInCollection>
  showClip(id: string, clipId: string): Promise<ClipInCollection>
  patchClip(id: string, clipId: string, patch: ClipPatch, condition: EditCondition): Promise<ClipInCollection>
  removeClip(id: string, clipId: string, condition: EditCondition): Promise<ShownCollection>
}

export function bindCollections(catalog: Catalog): Collections {
  const edit = (
    id: string,
    condition: EditCondition,
    change: (collection: Collection) => Partial<Collection> | Promise<Partial<Collection>>,
  ) =>
    editCollection(id, condition, {
      catalog,
      change: async (collection) => ({ ...collection, ...(await change(collection)) }),
    })
  const show = (collection: Collection) => showCollection(collection, catalog)
  const showOne = async (collection: Collection, clipId: string): Promise<ClipInCollection> => {
    const clip = collection.clips.find(({ id }) => id === clipId) ?? missingClip(collection, clipId)
    const [shown] = await showClips([clip], catalog)
    return { clip: shown ?? missingClip(collection, clipId), version: collection.version }
  }
  return {
    list: () => catalog.listCollections(),
    show: async (id) => show(await findCollection(id, catalog)),
    showClip: async (id, clipId) => showOne(await findCollection(id, catalog), clipId),
    add: async ({ title, note = '' }) => {
      const at = new Date().toISOString()
      const collection = {
        id: randomUUID(),
        title,
        note,
        version: 1,
        createdAt: at,
        updatedAt: at,
        clips: [],
      }
      await catalog.addCollection(collection)
      return show(collection)
    },
    patch: async (id, { order, ...words }, condition) =>
      show(
        await edit(id, condition, (collection) => ({
          ...words,
          ...(order && { clips: orderClips(collection, order) }),
        })),
      ),
    remove: async (id, { ifVersion }) => {
      const { title, version } = await findCollection(id, catalog)
      const expected = ifVersion ?? version
      const at = new Date().toISOString()
      if (!(await catalog.removeCollection(id, { ifVersion: expected, at })))
        throw changed({ title, version }, expected)
    },
    restore: async (id, version, condition) => {
      await restoreCollection(id, version, { ...condition, catalog })
      return show(await findCollection(id, catalog))
    },
    addClip: async (id, { at, title = '', note = '', tags = [], ...place }, condition) => {
      const clip: Clip = { id: randomUUID(), title, note, tags, ...(await takeClip(place, catalog)) }
      const collection = await edit(id, condition, ({ clips }) => ({
        clips: clips.toSpliced(at ?? clips.length, 0, clip),
      }))
      return showOne(collection, clip.id)
    },
    patchClip: async (id, clipId, { startMs, endMs, ...words }, condition) => {
      const moved = startMs !== undefined || endMs !== undefined
      const collection = await edit(id, condition, async (before) => {
        if (!before.clips.some((clip) => clip.id === clipId)) missingClip(before, clipId)
        // Of the clip as it is then: the end that is not named may have been moved by another window meanwhile.
        const taken = moved ? await retake(before, clipId, { startMs, endMs }) : {}
        return {
          clips: before.clips.map((clip) => (clip.id === clipId ? { ...clip, ...words, ...taken } : clip)),
        }
      })
      return showOne(collection, clipId)
    },
    removeClip: async (id, clipId, condition) =>
      show(
        await edit(id, condition, (collection) => {
          const clips = collection.clips.filter((clip) => clip.id !== clipId)
          return clips.length < collection.clips.length ? { clips } : missingClip(collection, clipId)
        }),
      ),
  }

  /** The new range, the end that is not named staying where it is shown. */
  async function retake(
    collection: Collection,
    clipId: string,
    { startMs, endMs }: { startMs: number | undefined; endMs: number | undefined },
  ) {
    const { clip } = await showOne(collection, clipId)
    return takeClip(
      {
        documentId: clip.documentId,
        ...((startMs ?? clip.startMs) !== null && { startMs: startMs ?? clip.startMs ?? 0 }),
        ...((endMs ?? clip.endMs) !== null && { endMs: endMs ?? clip.endMs ?? 0 }),
      },
      catalog,
    )
  }
}
