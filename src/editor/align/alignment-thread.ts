import { workerData } from 'node:worker_threads'
import { openSqliteCatalog } from '../../catalog/sqlite/open-sqlite-catalog.js'
import { findDocument } from '../../documents/read-transcript.js'
import type { ModelIdentity } from '../../embed/embedder.js'
import { serveThread } from '../../threads/thread-server.js'
import type { Alignment } from './alignment.js'
import { alignPost } from './align-post.js'

/** The thread that aligns: some tenths of a second for a long recording, none of it in the way of a search. */

export interface AlignmentThreadOptions {
  catalogPath: string
  identity: ModelIdentity
}

export interface AlignmentThreadApi {
  align(postId: string, recordingId: string): Promise<Alignment>
}

const { catalogPath, identity } = workerData as AlignmentThreadOptions
const catalog = await openSqliteCatalog(catalogPath)

serveThread<AlignmentThreadApi>(
  {
    async align(postId, recordingId) {
      const post = await findDocument(postId, catalog)
      return alignPost(post, await findDocument(recordingId, catalog), { catalog, identity })
    },
  },
  { onClose: () => catalog.close() },
)
