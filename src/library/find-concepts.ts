import { catalogPath, checkIndexFree } from '../adapters.js'
import type { Catalog } from '../catalog/catalog.js'
import { ConceptRunner } from '../concepts/concept-runner.js'
import type { Config } from '../config.js'
import type { Embedder } from '../embed/embedder.js'
import { hasCode } from '../errors.js'

/**
 * Brings the concepts up to date, unless a server is there to do it; what fails is told and fails nothing else.
 * @param embedder any of the configured model
 */
export async function findConcepts(
  config: Config,
  { catalog, embedder, onError }: { catalog: Catalog; embedder: Embedder; onError: (error: unknown) => void },
): Promise<void> {
  const runner = new ConceptRunner(catalog, embedder, { catalogPath: catalogPath(config), onError })
  try {
    await checkIndexFree(config)
    await runner.refresh()
  } catch (error) {
    if (!hasCode(error, 'INDEX_LOCKED')) onError(error)
  } finally {
    await runner.close().catch(onError)
  }
}
