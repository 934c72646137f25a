import type { Collection } from '../../../client/index.js'
import { ApiError } from '../../../web/src/api.js'
import { withClips } from '../../../web/src/desk/collection-changes.js'
import type { CollectionsServer } from '../../../web/src/desk/send-change.js'
import { aClip, aCollection } from './collection-builders.js'

/** A server's collection with its versions, as the API has it; requests can be held back, refused and lost. */
export class CollectionsStandIn {
  now: Collection
  readonly states = new Map<number, Collection>()
  /** What was asked for, in order. */
  readonly asked: string[] = []
  /** Thrown instead of doing what is asked, once each. */
  readonly failures: ApiError[] = []
  /** What is done is done, but its answer does not arrive: once. */
  losesAnswer = false
  isRemoved = false
  #held: (() => void)[] | null = null
  #added = 0

  constructor(collection: Collection = aCollection()) {
    this.now = collection
    this.states.set(collection.version, collection)
  }

  /** Requests wait until they are let go, one by one. */
  hold(): void {
    this.#held = []
  }

  letGo(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const go of held) go()
  }

  /** Another window's change. */
  changeElsewhere(change: (collection: Collection) => Partial<Collection>): void {
    const changed = { ...this.now, ...change(this.now) }
    this.#write(withClips(changed, changed.clips))
  }

  readonly server: CollectionsServer = {
    readCollection: () => {
      this.asked.push('read')
      return this.isRemoved ? Promise.reject(gone()) : Promise.resolve(this.now)
    },
    changeCollection: (_id, { order, ...words }, version) =>
      this.#change(`change ${JSON.stringify({ ...words, order })}`, version, (before) => ({
        ...before,
        ...words,
        ...(order && { clips: order.flatMap((id) => before.clips.find((clip) => clip.id === id) ?? []) }),
      })),
    restoreCollection: (_id, toVersion, version) =>
      this.#change(`restore ${toVersion}`, version, (before) => {
        const state = this.states.get(toVersion)
        if (!state) throw new ApiError('REVISION_NOT_FOUND', 404, 'not kept')
        return { ...state, version: before.version }
      }),
    addClip: async (_id, { at, title = '', note = '', tags = [], ...place }, version) => {
      const clip = aClip({ id: `new${(this.#added += 1)}`, title, note, tags, ...place })
      const { version: collectionVersion } = await this.#change(`add`, version, (before) =>
        withClips(before, before.clips.toSpliced(at ?? before.clips.length, 0, clip)),
      )
      return { ...clip, collectionVersion }
    },
    changeClip: async (_id, clipId, patch, version) => {
      const { clips, version: collectionVersion } = await this.#change(
        `clip ${clipId} ${JSON.stringify(patch)}`,
        version,
        (before) =>
          withClips(
            before,
            before.clips.map((clip) => (clip.id === clipId ? { ...clip, ...patch } : clip)),
          ),
      )
      const clip = clips.find(({ id }) => id === clipId)
      if (!clip) throw new ApiError('CLIP_NOT_FOUND', 404, 'no such clip')
      return { ...clip, collectionVersion }
    },
    removeClip: (_id, clipId, version) =>
      this.#change(`remove ${clipId}`, version, (before) =>
        withClips(
          before,
          before.clips.filter(({ id }) => id !== clipId),
        ),
      ),
  }

  async #change(
    name: string,
    version: number | null,
    change: (before: Collection) => Collection,
  ): Promise<Collection> {
    this.asked.push(name)
    const failure = this.failures.shift()
    const held = this.#held
    if (held) await new Promise<void>((go) => held.push(go))
    if (failure) throw failure
    if (this.isRemoved) throw gone()
    if (version !== null && version !== this.now.version)
      throw new ApiError('COLLECTION_CHANGED', 412, 'changed elsewhere')
    this.#write(change(this.now))
    if (!this.losesAnswer) return this.now
    this.losesAnswer = false
    throw unreachable()
  }

  #write(changed: Collection): void {
    this.now = { ...changed, version: this.now.version + 1 }
    this.states.set(this.now.version, this.now)
  }
}

export const unreachable = () => new ApiError('UNREACHABLE', 0, 'The server does not answer.')
const gone = () => new ApiError('COLLECTION_NOT_FOUND', 404, 'There is no such collection.')
