import type { Catalog } from '../catalog/catalog.js'
import type { Source } from '../domain/source.js'
import { nextPullMs, type PullSchedule } from './plan-pulls.js'
import { SourceWatcher } from './source-watcher.js'

/** Pulls without being asked: each source when its time has come, local ones when they change. */

/** How often it is looked whose time has come, and whether sources came or went. */
const defaultLookMs = 5_000

export interface AutomaticPulls extends PullSchedule {
  /** Only these; null for all, also ones that are added later. */
  sourceIds: readonly string[] | null
  libraryFolder: string
  /** Starts a pull or waits its turn; `true` when one is running already, which may have read what changed too early. */
  pull: (source: Source, why: 'time' | 'change') => Promise<boolean>
  onError: (error: unknown) => void
  quietMs?: number
  longestWaitMs?: number
  lookMs?: number
}

/** Runs until closed. Resolves when changes of the sources that are there are seen. */
export async function startAutomaticPulls(
  catalog: Pick<Catalog, 'listSources' | 'findSource' | 'readPullHistory'>,
  {
    everyMs,
    watches,
    sourceIds,
    libraryFolder,
    pull,
    onError,
    quietMs,
    longestWaitMs,
    lookMs,
  }: AutomaticPulls,
): Promise<{ close(): Promise<void> }> {
  /** They changed while they were pulled. */
  const again = new Set<string>()
  let isClosed = false
  const pullChanged = async (id: string) => {
    again.delete(id)
    if (isClosed) return
    const source = await catalog.findSource(id)
    if (source && (await pull(source, 'change'))) again.add(id)
  }
  /** Of the watcher, under way. */
  const changes = new Set<Promise<void>>()
  const watcher = new SourceWatcher({
    onChange: (id) => {
      const change = pullChanged(id)
        .catch(onError)
        .finally(() => changes.delete(change))
      changes.add(change)
    },
    onError,
    libraryFolder,
    ...(quietMs === undefined ? {} : { quietMs }),
    ...(longestWaitMs === undefined ? {} : { longestWaitMs }),
  })
  const look = async () => {
    const sources = (await catalog.listSources()).filter(({ id }) => sourceIds?.includes(id) ?? true)
    if (watches) await watcher.watch(sources)
    for (const id of [...again]) await pullChanged(id)
    if (everyMs === null) return
    const history = await catalog.readPullHistory()
    for (const source of sources)
      if (!isClosed && nextPullMs(source, history.get(source.id) ?? null, everyMs) <= Date.now())
        await pull(source, 'time')
  }
  let looking: Promise<void> | null = null
  /** One look at a time: a second one beside it would pull what the first is about to. */
  const lookOnce = () =>
    (looking ??= look()
      .catch(onError)
      .finally(() => (looking = null)))
  const timer = setInterval(() => void lookOnce(), lookMs ?? defaultLookMs)
  await lookOnce()
  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      await looking
      await watcher.close()
      await Promise.all(changes)
    },
  }
}
