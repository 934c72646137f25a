import { workerData } from 'node:worker_threads'
import type { Ranking } from '../../domain/ranking.js'
import { serveThread } from '../../threads/thread-server.js'
import type { QueryTerm } from '../analyze.js'
import type { IndexIdentity, SearchFilter } from '../search-index.js'
import { openForReading } from './index-schema.js'
import { LexicalSearcher } from './lexical-searcher.js'
import { withIndexErrors } from './sqlite-failure.js'

/** A thread that answers lexical queries over a connection of its own, so that they wait for no write. */

export interface LexicalThreadData {
  path: string
  identity: IndexIdentity
}

export interface LexicalThreadApi {
  search(terms: readonly QueryTerm[], filter: SearchFilter, depth: number): Ranking
}

const { path, identity } = workerData as LexicalThreadData
let searcher: LexicalSearcher | undefined

serveThread<LexicalThreadApi>({
  search(terms, filter, depth) {
    return withIndexErrors(path, () => {
      // Not before the first call: an error thrown while the module loads would lose its code.
      searcher ??= new LexicalSearcher(openForReading(path, identity))
      return searcher.search(terms, filter, depth)
    })
  },
})
