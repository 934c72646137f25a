import { stat } from 'node:fs/promises'
import { basename, dirname, relative, sep } from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import { isInside, isWebAddress } from '../../ingest/sources/resolve-reference.js'
import { skippedFolders } from '../../ingest/fetch/read-local.js'
import type { Source } from '../domain/source.js'
import { AppError, reasonOf } from '../errors.js'

/** Tells which local sources changed, once they have been quiet for a moment or were waited for long enough. Symbolic links are not followed. */

/** Editors and copies write a file in several steps. */
const defaultQuietMs = 2_000
/** A folder that a recorder or a download writes to all the time is never quiet. */
const defaultLongestWaitMs = 30_000
/** A feed's files lie near it; the folder above may be anybody's home. */
const depthBesideFile = 3

export interface SourceWatcherOptions {
  /** Told of a source after its last change; not again before it changes again. */
  onChange: (sourceId: string) => void
  onError: (error: unknown) => void
  /** The library itself, which changes while a source is pulled. */
  libraryFolder: string
  quietMs?: number
  longestWaitMs?: number
}

interface Watched {
  watcher: FSWatcher
  timer: NodeJS.Timeout | undefined
  /** The first change that was not told yet, on the clock of `performance`; null without one. */
  changedAtMs: number | null
}

export class SourceWatcher {
  readonly #watched = new Map<string, Watched>()
  #closed = false

  constructor(private readonly options: SourceWatcherOptions) {}

  /** From now on watches the local ones of these sources and no others. Resolves when their changes are seen. */
  async watch(sources: readonly Pick<Source, 'id' | 'location'>[]): Promise<void> {
    const local = sources.filter(({ location }) => !isWebAddress(location))
    const ids = new Set(local.map(({ id }) => id))
    const removed = [...this.#watched.keys()].filter((id) => !ids.has(id))
    await Promise.all(removed.map((id) => this.#unwatch(id)))
    const added = local.filter(({ id }) => !this.#watched.has(id))
    await Promise.all(added.map((source) => this.#watchOne(source)))
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#watched.keys()].map((id) => this.#unwatch(id)))
  }

  async #watchOne({ id, location }: Pick<Source, 'id' | 'location'>): Promise<void> {
    const isFolder = await stat(location).then(
      (status) => status.isDirectory(),
      () => null,
    )
    // One that is away now is asked about again with the next list.
    if (isFolder === null || this.#closed || this.#watched.has(id)) return
    const folder = isFolder ? location : dirname(location)
    const watcher = watch(folder, {
      ignored: (path, stats) => stats?.isSymbolicLink() === true || this.#isIgnored(folder, path),
      ignoreInitial: true,
      followSymlinks: false,
      ...(isFolder ? {} : { depth: depthBesideFile }),
    })
    const watched: Watched = { watcher, timer: undefined, changedAtMs: null }
    this.#watched.set(id, watched)
    watcher.on('all', () => this.#noteChange(id, watched))
    watcher.on('error', (cause) =>
      this.options.onError(
        new AppError(
          'SOURCE_UNREADABLE',
          `${folder} cannot be watched whole: ${reasonOf(cause)}; changes that are not seen come with the next pull`,
          { cause },
        ),
      ),
    )
    await new Promise<void>((resolve) => watcher.once('ready', resolve))
  }

  #noteChange(id: string, watched: Watched): void {
    const { quietMs = defaultQuietMs, longestWaitMs = defaultLongestWaitMs, onChange } = this.options
    const nowMs = performance.now()
    watched.changedAtMs ??= nowMs
    const waitMs = Math.max(0, Math.min(quietMs, watched.changedAtMs + longestWaitMs - nowMs))
    clearTimeout(watched.timer)
    watched.timer = setTimeout(() => {
      watched.changedAtMs = null
      onChange(id)
    }, waitMs)
  }

  #isIgnored(folder: string, path: string): boolean {
    if (path !== folder && basename(path).startsWith('.')) return true
    const way = relative(folder, path).split(sep)
    return way.some((name) => skippedFolders.has(name)) || isInside(this.options.libraryFolder, path)
  }

  async #unwatch(id: string): Promise<void> {
    const watched = this.#watched.get(id)
    this.#watched.delete(id)
    clearTimeout(watched?.timer)
    await watched?.watcher.close()
  }
}
