import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { AppError } from '../errors.js'
import { packageRoot } from '../package-info.js'

/** Where a set is, by the name or the path that was given. */
export interface SetPlace {
  path: string
  /** Locations of its episodes, when nobody names others; empty when it does not say. */
  corpora: string[]
  /** The run that it is compared with, when nobody names another. */
  baseline: string | null
}

export const defaultSet = 'sample'
const folder = join(packageRoot, 'data', 'eval')

/** A path to a .jsonl, or the name of a set that is bundled. @throws EVAL_INPUT_INVALID */
export async function placeSet(name: string, config: Pick<Config, 'sampleFolder'>): Promise<SetPlace> {
  if (name.endsWith('.jsonl')) return { path: name, corpora: [], baseline: null }
  const path = join(folder, `${name}.jsonl`)
  if (!/^[\w-]+$/.test(name) || !existsSync(path))
    throw new AppError(
      'EVAL_INPUT_INVALID',
      `There is no set ${name}: name a .jsonl file, ${defaultSet} for the bundled one, or self for your own library.`,
    )
  const baseline = join(folder, `${name}.baseline.json`)
  return {
    path,
    corpora: await sampleFeeds(config),
    baseline: existsSync(baseline) ? baseline : null,
  }
}

/** Bundled sets are about the bundled shows; what else the sample holds are posts. */
async function sampleFeeds({ sampleFolder }: Pick<Config, 'sampleFolder'>): Promise<string[]> {
  const text = await readFile(join(sampleFolder, 'library.json'), 'utf8')
  const { sources } = JSON.parse(text) as { sources: string[] }
  return sources.filter((source) => source.endsWith('.xml')).map((source) => join(sampleFolder, source))
}
