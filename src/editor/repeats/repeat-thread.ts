import { workerData } from 'node:worker_threads'
import { openSqliteCatalog } from '../../catalog/sqlite/open-sqlite-catalog.js'
import { serveThread } from '../../threads/thread-server.js'
import { findAllRepeats, type RepeatReport } from './find-all-repeats.js'

/** The thread that looks for repeats: two minutes of work for a large library, none of it in the way of a search. */

export interface RepeatThreadOptions {
  catalogPath: string
  /** Key of the space of sentence vectors. */
  space: string
}

export interface RepeatThreadApi {
  find(): Promise<RepeatReport>
}

const { catalogPath, space } = workerData as RepeatThreadOptions
const catalog = await openSqliteCatalog(catalogPath)

serveThread<RepeatThreadApi>(
  { find: () => findAllRepeats(catalog, space) },
  { onClose: () => catalog.close() },
)
