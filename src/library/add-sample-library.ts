import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.js'
import type { Services } from '../services.js'

/**
 * Subscribes an empty library to the bundled sample, in the order of its list: the small parts first, so that there is
 * something to find within seconds. Returns whether it did; a library that has sources is left alone.
 */
export async function addSampleLibrary(
  { sampleFolder }: Pick<Config, 'sampleFolder'>,
  { catalog, ingest }: Pick<Services, 'catalog' | 'ingest'>,
): Promise<boolean> {
  if ((await catalog.listSources()).length > 0) return false
  const { sources } = JSON.parse(await readFile(join(sampleFolder, 'library.json'), 'utf8')) as {
    sources: string[]
  }
  await ingest.add(sources.map((source) => join(sampleFolder, source)))
  return sources.length > 0
}
