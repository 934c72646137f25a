import type { Clip, Collection } from '../../../client/index.js'
import { toApiError, type ApiError } from '../api.js'
import * as collectionsServer from '../collections-api.js'
import type { NewClip } from '../collections-api.js'
import { withToken } from '../token-gate.js'
import {
  addChanges,
  historyOf,
  readHistory,
  stepTarget,
  takeStep,
  withoutStep,
  type History,
} from './change-history.js'
import { fitChange, isDone, isPossible, mergeChanges, type Change } from './collection-changes.js'
import { tellNews, type CollectionNews } from './collection-news.js'
import { emptyEditor, showUnsent, type EditorState } from './editor-state.js'
import { failureOf, sendChange, type CollectionsServer } from './send-change.js'
import { resumeUnsent, tabMemory, type EditorMemory } from './unsent-memory.js'

interface QueuedChange {
  change: Change
  onAdded?: (clip: Clip) => void
}

interface EditorParts {
  server: CollectionsServer
  memory: EditorMemory
  tell: (news: CollectionNews) => void
}

/** While one types, what was typed is sent after a pause of so long. */
export const typingPauseMs = 700
const retryMs = 5000

/**
 * The collection that is open: shows a change at once and sends changes one after the other, each for the version that
 * it was made for. What the server has not confirmed is kept over a reload. Knows nothing of the page.
 */
export class CollectionEditor {
  readonly #listeners = new Set<() => void>()
  readonly #parts: EditorParts
  #saved: Collection | null = null
  #history: History = historyOf(1)
  #queue: QueuedChange[] = []
  /** Typed, and not yet in the queue. */
  #draft: Change | null = null
  #draftTimer: ReturnType<typeof setTimeout> | undefined
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #isSending = false
  #changeCount = 0
  /** The first of the queue was sent, and no answer came. */
  #isUnsure = false
  #state: EditorState = emptyEditor

  constructor(
    readonly id: string,
    { server = collectionsServer, memory = tabMemory, tell = tellNews }: Partial<EditorParts> = {},
  ) {
    this.#parts = { server, memory, tell }
  }

  get state(): EditorState {
    return this.#state
  }

  /** Calls back after each change of the state; returns what stops that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads it; what was kept unsent over a reload goes on from there. Also for reading it again after it failed. */
  async open(): Promise<void> {
    this.#publish({ readFailure: null, isGone: false })
    try {
      const collection = await this.#parts.server.readCollection(this.id)
      this.#history = readHistory(this.#parts.memory.readHistory(this.id), collection.version)
      this.#saved = collection
      const unsent = this.#parts.memory.readUnsent(this.id)
      const { changes, isConflict } = unsent
        ? resumeUnsent(unsent, collection)
        : { changes: [], isConflict: false }
      this.#queue = changes.map((change) => ({ change: fitChange(change, collection) }))
      // The page may have been left while the first of them was on its way.
      this.#isUnsure = changes.length > 0 && !isConflict
      this.#publish({ conflict: isConflict ? changes : null })
      this.#pump()
    } catch (failure) {
      const error = toApiError(failure)
      this.#publish(failureOf(error) === 'gone' ? { isGone: true } : { readFailure: error })
    }
  }

  /** Shows it now and sends it as soon as all before it are. */
  change(change: Change): void {
    this.flush()
    this.#enqueue({ change })
  }

  /** As `change`, once there is a pause: one change for a word, not one for each letter. */
  type(change: Change, pauseMs = typingPauseMs): void {
    if (this.#state.conflict || !this.#saved) return
    const merged = this.#draft && mergeChanges(this.#draft, change)
    if (!merged) this.flush()
    this.#changeCount += 1
    this.#draft = merged ?? change
    clearTimeout(this.#draftTimer)
    this.#draftTimer = setTimeout(() => this.flush(), pauseMs)
    this.#publish({ refusal: null })
  }

  /** Sends what is typed without waiting for the pause. */
  flush(): void {
    clearTimeout(this.#draftTimer)
    const draft = this.#draft
    this.#draft = null
    if (draft) this.#enqueue({ change: draft })
  }

  add(clip: NewClip, onAdded?: (clip: Clip) => void): void {
    this.flush()
    this.#enqueue({ change: { kind: 'add', clip }, ...(onAdded && { onAdded }) })
  }

  undo(): void {
    if (this.#state.canUndo) this.change({ kind: 'step', by: -1 })
  }

  /** Changes made here so far, to know later whether one is still the last. */
  get changeCount(): number {
    return this.#changeCount
  }

  /** Undoes the change that was then the last; false when others came after it. */
  undoChange(changeCount: number): boolean {
    if (changeCount !== this.#changeCount) return false
    this.undo()
    return true
  }

  redo(): void {
    if (this.#state.canRedo) this.change({ kind: 'step', by: 1 })
  }

  retry(): void {
    if (!this.#state.failure) return
    clearTimeout(this.#retryTimer)
    this.#publish({ failure: null })
    this.#pump()
  }

  /** Reads it again when nothing of it is under way here: others may have changed it. */
  async refresh(): Promise<void> {
    if (!this.#saved || this.#isBusy() || this.#state.conflict) return
    const theirs = await this.#parts.server.readCollection(this.id).catch((failure: unknown) => {
      if (failureOf(toApiError(failure)) === 'gone') this.#publish({ isGone: true })
      return null
    })
    // An answer may be overtaken by that to a change made here meanwhile: it is of an older version then.
    if (!theirs || this.#isBusy() || theirs.version < this.#saved.version) return
    const isNews = theirs.version > this.#saved.version
    this.#takeOver(theirs)
    this.#publish({ isGone: false, ...(isNews && { news: this.#state.news + 1 }) })
  }

  /** Another window changed something, or this one elsewhere than here. */
  hear({ id, version }: CollectionNews): void {
    if (id === this.id && (version === null || version > (this.#saved?.version ?? 0))) void this.refresh()
  }

  /** Lets go of what was changed here. */
  keepTheirs(): void {
    this.#queue = []
    this.#publish({ conflict: null })
  }

  /** What was changed here is made anew of what others made of it, as far as it can. */
  applyMine(): void {
    const saved = this.#saved
    if (!saved) return
    this.#queue = this.#queue
      .filter(({ change }) => isPossible(change, saved))
      .map((queued) => ({ ...queued, change: fitChange(queued.change, saved) }))
    this.#publish({ conflict: null })
    this.#pump()
  }

  /** Resolves when all is saved, or cannot be. */
  async settle(): Promise<void> {
    this.flush()
    const isOver = () => !this.#isBusy() || this.#state.failure !== null || this.#state.conflict !== null
    if (isOver()) return
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (!isOver()) return
        stop()
        resolve()
      })
    })
  }

  #isBusy(): boolean {
    return this.#isSending || this.#queue.length > 0 || this.#draft !== null
  }

  #enqueue(queued: QueuedChange): void {
    if (this.#state.conflict || this.#state.isGone || !this.#saved) return
    this.#changeCount += 1
    const last = this.#queue.at(-1)
    const isOnItsWay = this.#queue.length === 1 && (this.#isSending || this.#isUnsure)
    const merged = last && !isOnItsWay ? mergeChanges(last.change, queued.change) : null
    if (last && merged) last.change = merged
    else this.#queue.push({ ...queued, change: fitChange(queued.change, this.#saved) })
    this.#publish({ refusal: null })
    this.#pump()
  }

  #pump(): void {
    const [first] = this.#queue
    const { failure, conflict, isGone } = this.#state
    if (this.#isSending || !first || !this.#saved || failure || conflict || isGone) return
    this.#isSending = true
    this.#publish({})
    void this.#send(first, this.#saved).finally(() => {
      this.#isSending = false
      this.#publish({})
      this.#pump()
    })
  }

  async #send(queued: QueuedChange, saved: Collection): Promise<void> {
    const { change } = queued
    const { server, tell } = this.#parts
    try {
      const sent = await withToken(() => sendChange(change, saved, { server, history: this.#history }))
      this.#queue.shift()
      this.#isUnsure = false
      if (!sent) return
      this.#confirm(change, sent.collection)
      tell({ id: this.id, version: sent.collection.version })
      if (sent.added) queued.onAdded?.(sent.added)
    } catch (failure) {
      await this.#fail(change, toApiError(failure), saved)
    }
  }

  #confirm(change: Change, collection: Collection): void {
    this.#saved = collection
    this.#history =
      change.kind === 'step'
        ? takeStep(this.#history, change.by, collection.version)
        : addChanges(this.#history, collection.version)
  }

  async #fail(change: Change, error: ApiError, saved: Collection): Promise<void> {
    switch (failureOf(error)) {
      case 'later':
        this.#isUnsure ||= error.status === 0
        return this.#retryLater(error)
      case 'gone':
        return this.#publish({ isGone: true })
      case 'refused': {
        this.#queue.shift()
        const target = change.kind === 'step' ? stepTarget(this.#history, change.by) : null
        if (error.code === 'REVISION_NOT_FOUND' && target !== null)
          this.#history = withoutStep(this.#history, target)
        return this.#publish({ refusal: error })
      }
      case 'changed':
        return this.#meetOthers(change, saved)
    }
  }

  /** Somebody was faster: it may have been this very change, whose answer was lost. */
  async #meetOthers(change: Change, saved: Collection): Promise<void> {
    try {
      const theirs = await this.#parts.server.readCollection(this.id)
      const isOurs = this.#isUnsure && theirs.version === saved.version + 1 && isDone(change, theirs)
      this.#isUnsure = false
      if (isOurs) {
        this.#queue.shift()
        return this.#confirm(change, theirs)
      }
      this.#takeOver(theirs)
      this.flush()
      this.#publish({ conflict: this.#queue.map((queued) => queued.change) })
    } catch (failure) {
      const error = toApiError(failure)
      if (failureOf(error) === 'gone') return this.#publish({ isGone: true })
      this.#retryLater(error)
    }
  }

  #retryLater(failure: ApiError): void {
    // Who would not give the token is not asked for it again every few seconds.
    if (failure.code !== 'TOKEN_REQUIRED') this.#retryTimer = setTimeout(() => this.retry(), retryMs)
    this.#publish({ failure })
  }

  #takeOver(theirs: Collection): void {
    this.#saved = theirs
    this.#history = addChanges(this.#history, theirs.version)
  }

  #publish(changes: Partial<EditorState>): void {
    const unsent = [...this.#queue.map(({ change }) => change), ...(this.#draft ? [this.#draft] : [])]
    const state = { ...this.#state, ...changes }
    this.#state = { ...state, ...showUnsent({ saved: this.#saved, unsent, history: this.#history, state }) }
    if (this.#saved) {
      const { memory } = this.#parts
      const kept = { version: this.#saved.version, changes: unsent, isConflict: state.conflict !== null }
      memory.keepUnsent(this.id, unsent.length > 0 ? kept : null)
      memory.keepHistory(this.id, this.#history)
    }
    for (const listener of [...this.#listeners]) listener()
  }
}
