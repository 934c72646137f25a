import { addSources } from '../../ingest/add-source.js'
import { openTranscriber } from '../../ingest/transcribe/open-transcriber.js'
import { runJob } from '../../ingest/run-job.js'
import { openSqliteCatalog } from '../catalog/sqlite/open-sqlite-catalog.js'
import { openBulkEmbedder } from '../embed/open-embedder.js'
import { AppError, reasonOf } from '../errors.js'
import type { IngestOutcome, IngestTask } from './ingest-task.js'

/**
 * A process for one task of ingest. Feeds and transcripts of strangers are parsed here, so that a hostile one can take
 * down neither the server nor its event loop; the catalog keeps what was done.
 */

async function perform(task: IngestTask): Promise<string[]> {
  const { catalogPath, allowPrivate, dataFolder } = task.settings
  const catalog = await openSqliteCatalog(catalogPath)
  try {
    if (task.kind === 'add') {
      const added = await addSources(task.locations, { catalog, allowPrivate, dataFolder })
      return added.map(({ source }) => source.id)
    }
    const embedder = await openBulkEmbedder(task.settings)
    const transcriber = openTranscriber(task.settings)
    try {
      for (let job = await catalog.claimJob(); job; job = await catalog.claimJob())
        await runJob(job, { catalog, embedder, transcriber, dataFolder, allowPrivate })
    } finally {
      await embedder.close()
    }
    return []
  } finally {
    await catalog.close()
  }
}

// The server is gone: what is half done is taken up by the next one.
process.on('disconnect', () => process.exit(0))
process.once('message', (task: IngestTask) => {
  void perform(task)
    .then(
      (sourceIds): IngestOutcome => ({ ok: true, sourceIds }),
      (error: unknown): IngestOutcome => {
        // A bug: its stack does not cross to the server, which shares this process's stderr.
        if (!(error instanceof AppError)) console.error(error)
        return { ok: false, code: error instanceof AppError ? error.code : null, message: reasonOf(error) }
      },
    )
    .then((outcome) => process.send?.(outcome, () => process.disconnect()))
})
