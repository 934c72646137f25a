import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { AppError, reasonOf } from '../errors.js'
import { downloadModel } from './download-model.js'
import type { ModelIdentity } from './embedder.js'
import { habitsOf } from './known-models.js'
import { modelDtypes, readManifest, readModelJson, weightsFiles, type ModelDtype } from './model-manifest.js'
import { hashFile } from './verify-model.js'

/** Where a model is and what it is; plain data, so that it can be sent to the thread or process that loads it. */
export interface ModelFiles {
  identity: ModelIdentity & { dtype: ModelDtype }
  /** Absolute. */
  folder: string
  /** Window of the model, special tokens included. */
  maxTokens: number
  /** Path inside the folder → SHA-256; compared by `verifyModel` when the model is loaded. */
  checksums: Readonly<Record<string, string>>
}

export interface ModelChoice {
  /** A folder inside `modelsFolder`, another folder, or a Hugging Face id: tried in this order. */
  model: string
  modelsFolder: string
  /** Where ids are downloaded from. */
  hub?: string
}

/** Longer windows than BERT's cost time in their square, and no passage comes near them. */
const maxUsefulTokens = 512

/** `owner/name`, as the hub allows them. */
const hubId = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/

/**
 * Finds the model, downloading it into `modelsFolder` when it is a Hugging Face id that is not there yet.
 *
 * A folder with `manifest.json` is what the manifest says. One without is named after its folder; pooling is read from
 * `1_Pooling/config.json`, else assumed from the name (known-models.ts), as the query prefix always is; int8 weights
 * are preferred; and the checksum is that of the weights as they are now, so only a later change can be detected.
 *
 * Cost: a few ms; without a manifest the weights are read once (about 50 ms for 34 MB).
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT, and CONFIG_INVALID for a model that pools in a way not supported
 */
export async function findModel({ model, modelsFolder, hub }: ModelChoice): Promise<ModelFiles> {
  const inside = join(modelsFolder, model)
  const elsewhere = resolve(model)
  // `../x` names a folder elsewhere, whatever it meets on its way out of the models folder.
  const mayBeInside = !relative(modelsFolder, inside).startsWith('..')
  if (mayBeInside && existsSync(join(inside, 'config.json'))) {
    // A download that was interrupted is taken up again; what has a manifest was never one.
    const interrupted = hubId.test(model) && missingPart(inside) && !existsSync(join(inside, 'manifest.json'))
    if (!interrupted) return describeFolder(inside, model)
  } else if (existsSync(join(elsewhere, 'config.json'))) return describeFolder(elsewhere, basename(elsewhere))
  if (!hubId.test(model)) throw notFound(model, `there is no config.json in ${inside} or in ${elsewhere}`)
  try {
    await downloadModel(model, { into: modelsFolder, ...(hub ? { hub } : {}) })
  } catch (error) {
    const reason = `it is not in ${inside}, and fetching it from Hugging Face failed: ${reasonOf(error)}`
    throw notFound(model, reason, error)
  }
  return describeFolder(inside, model)
}

async function describeFolder(folder: string, name: string): Promise<ModelFiles> {
  const manifest = await readManifest(folder)
  if (!manifest) return describeByConvention(folder, name)
  const { model, dtype, pooling, dimensions, queryPrefix, maxTokens, files } = manifest
  const weights = shorten(files[weightsFiles[dtype]] ?? '')
  return {
    identity: { model, weights, dtype, pooling, dimensions, queryPrefix },
    folder,
    maxTokens,
    checksums: files,
  }
}

async function describeByConvention(folder: string, name: string): Promise<ModelFiles> {
  const missing = missingPart(folder)
  if (missing) throw notFound(name, `${folder} has no ${missing}`)
  const dtype = modelDtypes.find((each) => existsSync(join(folder, weightsFiles[each]))) ?? 'fp32'
  const config = (await readModelJson(folder, 'config.json')) ?? {}
  const tokenizer = (await readModelJson(folder, 'tokenizer_config.json')) ?? {}
  const dimensions = config.hidden_size
  if (typeof dimensions !== 'number')
    throw new AppError(
      'MODEL_CORRUPT',
      `${join(folder, 'config.json')} has no hidden_size: not a text embedding model?`,
    )
  const windows = [tokenizer.model_max_length, config.max_position_embeddings, maxUsefulTokens]
  const checksum = await hashFile(join(folder, weightsFiles[dtype]))
  const habits = habitsOf(name)
  return {
    identity: {
      model: name,
      weights: shorten(checksum),
      dtype,
      pooling: (await readPooling(folder)) ?? habits.pooling,
      dimensions,
      queryPrefix: habits.queryPrefix,
    },
    folder,
    maxTokens: Math.min(...windows.filter((each) => typeof each === 'number')),
    checksums: { [weightsFiles[dtype]]: checksum },
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

/** The first file or kind of file that a model cannot be loaded without and that is not there. */
function missingPart(folder: string): string | null {
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].find(
    (name) => !existsSync(join(folder, name)),
  )
  if (missing) return missing
  const weights = Object.values(weightsFiles)
  return weights.some((name) => existsSync(join(folder, name))) ? null : weights.join(' or ')
}

const shorten = (checksum: string): string => checksum.slice(0, 16)

const notFound = (model: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'MODEL_NOT_FOUND',
    `The embedding model "${model}" was not found: ${reason}. Set CUEPOINT_MODEL to a model folder or a Hugging Face id, or unset it for the bundled model`,
    { cause },
  )
