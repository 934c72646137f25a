import { findModel, type ModelChoice } from './model-files.js'
import { ProcessEmbedder } from './process-embedder.js'
import { ThreadEmbedder } from './thread-embedder.js'

/**
 * For queries: one thread, started by the first call.
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT (of the manifest; of the files when they are loaded), CONFIG_INVALID
 */
export async function openQueryEmbedder({ model, modelsFolder }: ModelChoice): Promise<ThreadEmbedder> {
  return new ThreadEmbedder(await findModel({ model, modelsFolder }))
}

/** For ingest: child processes, started by the first call. @throws as `openQueryEmbedder` */
export async function openBulkEmbedder({ model, modelsFolder }: ModelChoice): Promise<ProcessEmbedder> {
  return new ProcessEmbedder(await findModel({ model, modelsFolder }))
}
