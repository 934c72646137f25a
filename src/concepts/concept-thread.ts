import { workerData } from 'node:worker_threads'
import { openSqliteCatalog } from '../catalog/sqlite/open-sqlite-catalog.js'
import { serveThread } from '../threads/thread-server.js'
import type { FollowReport } from './follow-concepts.js'

/** The thread that finds concepts: minutes of work for a new library, none of it in the way of a search. */

export interface ConceptThreadOptions {
  catalogPath: string
  /** Key of the model that embeds the names. */
  model: string
}

/** Names to embed before it can go on, or what was done; null when there was nothing to do. */
export type FollowStep = { names: readonly string[] } | { report: FollowReport | null }

export interface ConceptThreadApi {
  /** Reads what following begins with. Not while it follows. */
  prepare(): Promise<void>
  /** Begins to follow. Never twice at once. */
  begin(): Promise<FollowStep>
  /** Goes on with the vectors of the names that were asked for. */
  proceed(vectors: readonly Float32Array[]): Promise<FollowStep>
}

const { catalogPath, model } = workerData as ConceptThreadOptions
// The catalog's own threads start while this one loads the rest.
const [catalog, { ConceptFollower }] = await Promise.all([
  openSqliteCatalog(catalogPath),
  import('./follow-concepts.js'),
])
const follower = new ConceptFollower(catalog, model)

let giveVectors: ((vectors: Float32Array[]) => void) | undefined
let following: Promise<FollowStep> | undefined

/** Resolves at the next question, or at the end. */
function nextStep(start: () => void): Promise<FollowStep> {
  return new Promise((resolve, reject) => {
    askFor = (names) => resolve({ names })
    start()
    following?.then(resolve, reject)
  })
}
let askFor: (names: readonly string[]) => void = () => undefined

serveThread<ConceptThreadApi>(
  {
    prepare: () => follower.open(),
    begin: () =>
      nextStep(() => {
        following = follower
          .follow(
            (names) =>
              new Promise((resolve) => {
                giveVectors = resolve
                askFor(names)
              }),
          )
          .then((report) => ({ report }))
      }),
    proceed: (vectors) => nextStep(() => giveVectors?.([...vectors])),
  },
  { onClose: () => catalog.close() },
)
