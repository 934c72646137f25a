import type { Catalog, CatalogCounts } from '../catalog/catalog.js'
import type { Job } from '../domain/job.js'
import type { ModelIdentity } from '../embed/embedder.js'
import type { SearchIndex } from '../index/search-index.js'
import { findExampleQuestions } from './find-example-questions.js'

export interface LibraryStatus extends Omit<CatalogCounts, 'durationMs'> {
  version: string
  /** Hours of sound and video, rounded to a tenth. */
  hours: number
  index: { engine: string; passages: number; vectors: number; sizeBytes: number; behind: number }
  model: string
  /** Queued and running. */
  jobs: Job[]
  examples: string[]
}

export interface StatusDependencies {
  catalog: Catalog
  index: SearchIndex
  identity: ModelIdentity
  version: string
}

const msPerHour = 3_600_000

/** While a library grows, its examples are found anew no more often than this. */
const examplesAgeMs = 30_000

/** A reader of the library's state; examples are found anew only when the catalog has changed. */
export function createStatusReader({
  catalog,
  index,
  identity,
  version,
}: StatusDependencies): () => Promise<LibraryStatus> {
  let examples: { seq: number; at: number; questions: Promise<string[]> } | undefined
  return async () => {
    const [{ durationMs, ...counts }, stats, watermark, seq, jobs] = await Promise.all([
      catalog.counts(),
      index.stats(),
      index.watermark(),
      catalog.latestSeq(),
      catalog.listOpenJobs(),
    ])
    const isStale =
      !examples || performance.now() - examples.at > examplesAgeMs || (await examples.questions).length === 0
    if (!examples || (examples.seq !== seq && isStale)) {
      const questions = findExampleQuestions(catalog)
      examples = { seq, at: performance.now(), questions }
      questions.catch(() => (examples = undefined))
    }
    const { passages, vectors, sizeBytes } = stats
    return {
      ...counts,
      version,
      hours: Math.round((durationMs / msPerHour) * 10) / 10,
      index: { engine: 'embedded', passages, vectors, sizeBytes, behind: Math.max(0, seq - watermark) },
      model: identity.model,
      jobs,
      examples: await examples.questions,
    }
  }
}
