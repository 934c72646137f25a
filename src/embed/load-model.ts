import { AutoTokenizer, env, LogLevel, Tensor, type PreTrainedModel } from '@huggingface/transformers'
import { AppError, reasonOf } from '../errors.js'
import type { ModelDtype, WeightFiles } from './weight-files.js'
import { verifyModel } from './verify-model.js'

/**
 * Loading and feeding a model, whatever it gives. For the modules that encode in a thread or process of their own; nothing
 * else should import it, since a model must be loaded once a process at most.
 */

interface ModelClass {
  from_pretrained(
    folder: string,
    options: { dtype: ModelDtype; session_options: object },
  ): Promise<PreTrainedModel>
}

/** Enough characters to fill any window; bounds the tokenizer's time for a text of megabytes. */
export const maxCharacters = 20_000

/** Verifies the files, then loads tokenizer and model. @throws MODEL_CORRUPT */
export async function loadModel(files: WeightFiles, modelClass: ModelClass, threads: number) {
  await verifyModel(files)
  env.allowRemoteModels = false
  env.logLevel = LogLevel.ERROR
  const { folder, identity } = files
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(folder)
    const session_options = { intraOpNumThreads: threads, interOpNumThreads: 1 }
    const model = await modelClass.from_pretrained(folder, { dtype: identity.dtype, session_options })
    return { tokenizer, model }
  } catch (error) {
    throw new AppError('MODEL_CORRUPT', `The model in ${folder} cannot be loaded: ${reasonOf(error)}`, {
      cause: error,
    })
  }
}

/** Cuts the end of a text, or of the second of a pair, before the closing special token. */
export function cutToWindow(ids: readonly number[], maxTokens: number): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
}

/** @param types of the tokens: 0 for those of the first text, 1 for those of the second */
export function toInputs(
  ids: readonly number[],
  types: readonly number[] = ids.map(() => 0),
): Record<string, Tensor> {
  const dims = [1, ids.length]
  return {
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), dims),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), dims),
    token_type_ids: new Tensor('int64', BigInt64Array.from(types, BigInt), dims),
  }
}
