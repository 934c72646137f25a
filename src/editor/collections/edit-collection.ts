import type { Catalog } from '../../catalog/catalog.js'
import type { CollectionState } from '../../catalog/collection-store.js'
import type { Collection } from '../../domain/clip.js'
import { AppError } from '../../errors.js'

/** One change of a collection: read, changed, written if nobody was faster. */

/** More clips than this are several collections. */
export const maxClips = 500
/** Without a version of its own to insist on, a change is made anew on what others made of it. */
const maxAttempts = 5

export interface EditCondition {
  /** The version that the change was made for; null: whatever is there. */
  ifVersion: number | null
}

/**
 * @param change is made of the collection that it is given: it may be called more than once
 * @returns the collection as it is then
 * @throws COLLECTION_NOT_FOUND, COLLECTION_CHANGED when it has another version than `ifVersion`, COLLECTION_FULL
 */
export async function editCollection(
  id: string,
  { ifVersion }: EditCondition,
  {
    catalog,
    change,
  }: { catalog: Catalog; change: (collection: Collection) => CollectionState | Promise<CollectionState> },
): Promise<Collection> {
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const before = await findCollection(id, catalog)
    if (ifVersion !== null && before.version !== ifVersion) throw changed(before, ifVersion)
    const { title, note, clips } = await change(before)
    if (clips.length > maxClips && clips.length > before.clips.length)
      throw new AppError(
        'COLLECTION_FULL',
        `The collection “${before.title}” would have ${clips.length} clips, and ${maxClips} are the most: begin another one.`,
      )
    const at = new Date().toISOString()
    if (await catalog.writeCollection(id, { title, note, clips }, { ifVersion: before.version, at }))
      return { ...before, title, note, clips, version: before.version + 1, updatedAt: at }
  }
  throw new AppError('CATALOG_BUSY', `The collection ${id} is being changed by others: try again.`)
}

/** @throws COLLECTION_NOT_FOUND */
export async function findCollection(id: string, catalog: Catalog): Promise<Collection> {
  const collection = await catalog.findCollection(id)
  if (!collection)
    throw new AppError('COLLECTION_NOT_FOUND', `There is no collection ${id}: it may have been removed.`)
  return collection
}

export const changed = ({ title, version }: Pick<Collection, 'title' | 'version'>, ifVersion: number) =>
  new AppError(
    'COLLECTION_CHANGED',
    `“${title}” was changed elsewhere since: it is at version ${version}, this change was made for ${ifVersion}. Read it again, then change it.`,
  )

/**
 * Makes it what it was at a version, which is a change like any other: undo, redo, and bringing back a removed one.
 * @throws COLLECTION_NOT_FOUND, COLLECTION_CHANGED, REVISION_NOT_FOUND
 */
export async function restoreCollection(
  id: string,
  version: number,
  { ifVersion, catalog }: EditCondition & { catalog: Catalog },
): Promise<void> {
  const current = await catalog.findVersion(id)
  if (current === null) throw new AppError('COLLECTION_NOT_FOUND', `There is no collection ${id}.`)
  const state = await catalog.findRevision(id, version)
  if (!state)
    throw new AppError(
      'REVISION_NOT_FOUND',
      `What the collection ${id} was at version ${version} is not kept: it is at version ${current}, and the last hundred are.`,
    )
  const at = new Date().toISOString()
  const expected = ifVersion ?? current
  if (!(await catalog.writeCollection(id, state, { ifVersion: expected, at })))
    throw changed({ title: state.title, version: current }, expected)
}

/** The collection with its clips in another order. @throws CLIP_NOT_FOUND, CLIP_ORDER_INVALID */
export function orderClips(collection: Collection, order: readonly string[]): Collection['clips'] {
  const byId = new Map(collection.clips.map((clip) => [clip.id, clip]))
  const ordered = order.map((clipId) => byId.get(clipId) ?? missingClip(collection, clipId))
  if (new Set(order).size !== collection.clips.length || order.length !== collection.clips.length)
    throw new AppError(
      'CLIP_ORDER_INVALID',
      `The order names ${new Set(order).size} of the ${collection.clips.length} clips of “${collection.title}”: name each once.`,
    )
  return ordered
}

/** @throws CLIP_NOT_FOUND, always */
export function missingClip({ title }: Pick<Collection, 'title'>, clipId: string): never {
  throw new AppError('CLIP_NOT_FOUND', `“${title}” has no clip ${clipId}: it may have been removed.`)
}
