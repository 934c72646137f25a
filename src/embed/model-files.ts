import { join } from 'node:path'
import { AppError } from '../errors.js'
import type { ModelIdentity } from './embedder.js'
import { habitsOf } from './known-models.js'
import { readManifest, readModelJson, weightsFiles, type ModelDtype } from './model-manifest.js'
import {
  describeWeights,
  locateModel,
  shortenChecksum,
  type ModelChoice,
  type WeightFiles,
} from './weight-files.js'

/** An embedding model: where it is and what it is. */
export interface ModelFiles extends WeightFiles {
  identity: ModelIdentity & { dtype: ModelDtype }
}

const purpose = {
  task: 'embed',
  noun: 'embedding model',
  remedy: 'Set CUEPOINT_MODEL to a model folder or a Hugging Face id, or unset it for the bundled model',
} as const

/**
 * Finds the model, downloading it into `modelsFolder` when it is a Hugging Face id that is not there yet.
 *
 * A folder with `manifest.json` is what the manifest says. One without is named after its folder; pooling is read from
 * `1_Pooling/config.json`, else assumed from the name (known-models.ts), as the query prefix always is; weights as
 * `describeWeights` has them.
 *
 * Cost: a few ms; without a manifest the weights are read once (about 50 ms for 34 MB).
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT, and CONFIG_INVALID for a model that pools in a way not supported
 */
export async function findModel(choice: ModelChoice): Promise<ModelFiles> {
  const { folder, name } = await locateModel(choice, purpose)
  const manifest = await readManifest(folder)
  if (!manifest) return describeByConvention(folder, name)
  const { model, dtype, pooling, dimensions, queryPrefix, maxTokens, files } = manifest
  const weights = shortenChecksum(files[weightsFiles[dtype]] ?? '')
  return {
    identity: { model, weights, dtype, pooling, dimensions, queryPrefix },
    folder,
    maxTokens,
    checksums: files,
  }
}

async function describeByConvention(folder: string, name: string): Promise<ModelFiles> {
  const { identity, config, ...files } = await describeWeights(folder, name, purpose)
  const dimensions = config.hidden_size
  if (typeof dimensions !== 'number')
    throw new AppError(
      'MODEL_CORRUPT',
      `${join(folder, 'config.json')} has no hidden_size: not a text embedding model?`,
    )
  const habits = habitsOf(name)
  const pooling = (await readPooling(folder)) ?? habits.pooling
  return {
    identity: { ...identity, pooling, dimensions, queryPrefix: habits.queryPrefix },
    folder,
    ...files,
  }
}

async function readPooling(folder: string): Promise<ModelIdentity['pooling'] | null> {
  const path = join('1_Pooling', 'config.json')
  const config = await readModelJson(folder, path)
  if (!config) return null
  if (config.pooling_mode_cls_token === true) return 'cls'
  if (config.pooling_mode_mean_tokens === true) return 'mean'
  throw new AppError(
    'CONFIG_INVALID',
    `CUEPOINT_MODEL: ${join(folder, path)} asks for a pooling other than cls and mean, which is not supported. Choose another model`,
  )
}
