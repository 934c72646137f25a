import { addSources } from '../../ingest/add-source.js'
import { lookAtSource } from '../../ingest/look-at-source.js'
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

/** Programs that were asked to end have 5 s for it; the server waits 10 s for us. */
const lastResortMs = 8_000

type Performed = Pick<IngestOutcome & { ok: true }, 'sourceIds' | 'preview'>

async function perform(task: IngestTask, signal: AbortSignal): Promise<Performed> {
  const { catalogPath, allowPrivate, dataFolder } = task.settings
  if (task.kind === 'look') {
    const preview = await lookAtSource(task.location, { allowPrivate, dataFolder, signal })
    return { sourceIds: [], preview }
  }
  const catalog = await openSqliteCatalog(catalogPath)
  try {
    if (task.kind === 'add') {
      const added = await addSources(task.locations, { catalog, allowPrivate, dataFolder, signal })
      return { sourceIds: added.map(({ source }) => source.id) }
    }
    const embedder = await openBulkEmbedder(task.settings)
    const transcriber = openTranscriber(task.settings)
    try {
      while (!signal.aborted) {
        const job = await catalog.claimJob()
        if (!job) return { sourceIds: [] }
        await runJob(job, { catalog, embedder, transcriber, dataFolder, allowPrivate, signal })
      }
      throw new AppError(
        'INGEST_INTERRUPTED',
        'The ingest process was asked to end; its job waits for the next.',
      )
    } finally {
      await embedder.close()
    }
  } finally {
    await catalog.close()
  }
}

let isAtWork = false
const stopping = new AbortController()
/** What was started ends first; what is half done is taken up by the next process. */
const stop = () => {
  if (!isAtWork) process.exit()
  stopping.abort()
  setTimeout(() => process.exit(1), lastResortMs).unref()
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The server is gone.
process.once('disconnect', stop)
process.once('message', (task: IngestTask) => {
  isAtWork = true
  void perform(task, stopping.signal)
    .then(
      (performed): IngestOutcome => ({ ok: true, ...performed }),
      (error: unknown): IngestOutcome => {
        // A bug: its stack does not cross to the server, which shares this process's stderr.
        if (!(error instanceof AppError)) console.error(error)
        return { ok: false, code: error instanceof AppError ? error.code : null, message: reasonOf(error) }
      },
    )
    .then((outcome) => {
      if (process.connected) process.send?.(outcome, disconnect)
    })
})

/** Without the channel nothing keeps the process. */
function disconnect(): void {
  if (process.connected) process.disconnect()
}
