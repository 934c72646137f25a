import { existsSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { AppError, reasonOf } from '../errors.js'
import { downloadModel, type ModelTask } from './download-model.js'
import type { ModelIdentity } from './embedder.js'
import { modelDtypes, readModelJson, weightsFiles, type ModelDtype } from './model-manifest.js'
import { hashFile } from './verify-model.js'

/** Finding a model of any task: where it is, and which weights it has. */

export type { ModelDtype }

/** What tells the weights of two models apart. */
export type WeightsIdentity = Pick<ModelIdentity, 'model' | 'weights'> & {
  dtype: ModelDtype
  /** Numbers that it gives for an input. */
  dimensions: number
}

/** Where a model is and what it is; plain data, so that it can be sent to the thread or process that loads it. */
export interface WeightFiles {
  identity: WeightsIdentity
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

interface ModelPurpose {
  task: ModelTask
  /** For messages: `embedding model`. */
  noun: string
  /** The setting that names it, and what becomes of Cuepoint without it. */
  remedy: string
}

/** Longer windows than BERT's cost time in their square, and no passage comes near them. */
const maxUsefulTokens = 512

/** `owner/name`, as the hub allows them. */
const hubId = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/

/**
 * The folder of the model, after downloading it into `modelsFolder` when it is a Hugging Face id that is not there yet.
 * @throws MODEL_NOT_FOUND
 */
export async function locateModel(
  { model, modelsFolder, hub }: ModelChoice,
  purpose: ModelPurpose,
): Promise<{ folder: string; name: string }> {
  const inside = join(modelsFolder, model)
  const elsewhere = resolve(model)
  // `../x` names a folder elsewhere, whatever it meets on its way out of the models folder.
  const mayBeInside = !relative(modelsFolder, inside).startsWith('..')
  if (mayBeInside && existsSync(join(inside, 'config.json'))) {
    // A download that was interrupted is taken up again; what has a manifest was never one.
    const interrupted = hubId.test(model) && missingPart(inside) && !existsSync(join(inside, 'manifest.json'))
    if (!interrupted) return { folder: inside, name: model }
  } else if (existsSync(join(elsewhere, 'config.json')))
    return { folder: elsewhere, name: basename(elsewhere) }
  if (!hubId.test(model))
    throw notFound(model, `there is no config.json in ${inside} or in ${elsewhere}`, purpose)
  try {
    await downloadModel(model, { task: purpose.task, into: modelsFolder, ...(hub ? { hub } : {}) })
  } catch (error) {
    const reason = `it is not in ${inside}, and fetching it from Hugging Face failed: ${reasonOf(error)}`
    throw notFound(model, reason, purpose, error)
  }
  return { folder: inside, name: model }
}

/**
 * What a folder's files tell of a model of any task: int8 weights are preferred, and the checksum is that of the weights
 * as they are now, so only a later change can be detected. Cost: reads the weights once (about 50 ms for 34 MB).
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT
 */
export async function describeWeights(folder: string, name: string, purpose: ModelPurpose) {
  const missing = missingPart(folder)
  if (missing) throw notFound(name, `${folder} has no ${missing}`, purpose)
  const dtype = modelDtypes.find((each) => existsSync(join(folder, weightsFiles[each]))) ?? 'fp32'
  const config = (await readModelJson(folder, 'config.json')) ?? {}
  const tokenizer = (await readModelJson(folder, 'tokenizer_config.json')) ?? {}
  const windows = [tokenizer.model_max_length, config.max_position_embeddings, maxUsefulTokens]
  const checksum = await hashFile(join(folder, weightsFiles[dtype]))
  return {
    identity: { model: name, weights: shortenChecksum(checksum), dtype },
    config,
    maxTokens: Math.min(...windows.filter((each) => typeof each === 'number')),
    checksums: { [weightsFiles[dtype]]: checksum },
  }
}

export const shortenChecksum = (checksum: string): string => checksum.slice(0, 16)

/** The first file or kind of file that a model cannot be loaded without and that is not there. */
function missingPart(folder: string): string | null {
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].find(
    (name) => !existsSync(join(folder, name)),
  )
  if (missing) return missing
  const weights = Object.values(weightsFiles)
  return weights.some((name) => existsSync(join(folder, name))) ? null : weights.join(' or ')
}

const notFound = (model: string, reason: string, { noun, remedy }: ModelPurpose, cause?: unknown): AppError =>
  new AppError('MODEL_NOT_FOUND', `The ${noun} "${model}" was not found: ${reason}. ${remedy}`, { cause })
