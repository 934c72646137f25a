import { findCrossEncoder } from './cross-encoder-files.js'
import type { CrossEncoder } from './cross-encoder.js'
import { ProcessCrossEncoder } from './process-cross-encoder.js'

/**
 * The configured cross-encoder; null when none is. Resolves when the model is loaded, so that one that is damaged, or is
 * no cross-encoder, is told at the start.
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT, CROSS_ENCODER_UNAVAILABLE
 */
export async function openCrossEncoder({
  crossEncoder: model,
  modelsFolder,
}: {
  crossEncoder: string | null
  modelsFolder: string
}): Promise<CrossEncoder | null> {
  if (model === null) return null
  const opened = new ProcessCrossEncoder(await findCrossEncoder({ model, modelsFolder }))
  try {
    await opened.ready()
  } catch (error) {
    await opened.close()
    throw error
  }
  return opened
}
