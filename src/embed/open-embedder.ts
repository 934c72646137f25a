import type { Embedder } from './embedder.js'
import { findModel } from './model-files.js'
import { ProcessEmbedder } from './process-embedder.js'
import { ThreadEmbedder } from './thread-embedder.js'
import type { ModelChoice } from './weight-files.js'

/** The configured model, for the one use or the other; both give the same vectors. */

type Choice = Pick<ModelChoice, 'model' | 'modelsFolder'>

/**
 * For queries: in a thread of this process. Resolves when the model is loaded, so that a damaged one is told at the
 * start and the first listener does not wait for it (about half a second).
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT, CONFIG_INVALID
 */
export async function openQueryEmbedder({ model, modelsFolder }: Choice): Promise<Embedder> {
  const embedder = new ThreadEmbedder(await findModel({ model, modelsFolder }))
  try {
    await embedder.ready()
  } catch (error) {
    await embedder.close()
    throw error
  }
  return embedder
}

/** For ingest: child processes, started by the first call. @throws MODEL_NOT_FOUND, CONFIG_INVALID */
export async function openBulkEmbedder({ model, modelsFolder }: Choice): Promise<Embedder> {
  return new ProcessEmbedder(await findModel({ model, modelsFolder }))
}
