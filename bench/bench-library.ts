import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addSources } from '../ingest/add-source.js'
import { runJob } from '../ingest/run-job.js'
import type { Catalog } from '../src/catalog/catalog.js'
import { readConfig, type Config } from '../src/config.js'
import type { Embedder } from '../src/embed/embedder.js'

/** A library in a temporary folder. Call `remove` at the end. */
export async function makeLibrary(): Promise<{ config: Config; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-bench-'))
  const config = { ...readConfig({}), dataFolder: folder, port: 0 }
  return { config, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The sources of the bundled sample, as absolute paths. */
export async function sampleSources({ sampleFolder }: Config): Promise<string[]> {
  const { sources } = JSON.parse(await readFile(join(sampleFolder, 'library.json'), 'utf8')) as {
    sources: string[]
  }
  return sources.map((source) => join(sampleFolder, source))
}

/** Subscribes and pulls. @throws {Error} when a pull failed: a bench over half a library would mean nothing */
export async function ingest(
  location: string,
  catalog: Catalog,
  embedder: Embedder,
  { dataFolder }: Config,
): Promise<void> {
  const options = { catalog, allowPrivate: false, dataFolder }
  const [added] = await addSources([location], options)
  if (!added) throw new Error(`${location} was not added`)
  const { source } = added
  const { id } = await catalog.enqueueJob(source.id)
  const claimed = await catalog.claimJob(id)
  if (!claimed) throw new Error(`the job of ${location} could not be claimed`)
  const job = await runJob(claimed, { ...options, embedder, transcriber: null })
  if (job.error) throw new Error(`${location}: ${job.error.code}: ${job.error.message}`)
}
