import { AutoModel, AutoTokenizer, env, LogLevel, Tensor } from '@huggingface/transformers'
import { AppError, reasonOf } from '../errors.js'
import type { ModelFiles } from './model-files.js'
import { verifyModel } from './verify-model.js'

/**
 * One text → its vector, in this thread. Runs in the inference thread and in the embedding processes; nothing else
 * should import it, since the model must be loaded once a process at most.
 *
 * Texts are encoded one at a time. int8 models quantise activations over the whole batch, so that in a batch a text's
 * vector depends on its neighbours (cosine .993 to .999 to that of the text alone, measured), while alone it is the
 * same to the bit in any process and with any number of threads: what a cache by text needs. On one thread batches
 * would gain nothing: 20 words 101/s alone, 105/s by two, 108/s by four; 60 words 35, 36, 35; 100 words 21, 21, 21.
 */
export interface TextEncoder {
  /** L2-normalised. Texts longer than the model's window are cut; the closing special token is kept. */
  encode(text: string): Promise<Float32Array>
  close(): Promise<void>
}

/** Enough characters to fill any window; bounds the tokenizer's time for a text of megabytes. */
const maxCharacters = 20_000

/** Loads and verifies the model. @throws MODEL_CORRUPT */
export async function loadTextEncoder(
  files: ModelFiles,
  { threads }: { threads: number },
): Promise<TextEncoder> {
  await verifyModel(files)
  env.allowRemoteModels = false
  env.logLevel = LogLevel.ERROR
  const { folder, maxTokens, identity } = files
  const { tokenizer, model } = await load(files, threads)
  return {
    async encode(text) {
      const ids = cutToWindow(
        tokenizer(text.slice(0, maxCharacters), { return_tensor: false }).input_ids,
        maxTokens,
      )
      const output = (await model(toInputs(ids))) as { last_hidden_state?: Tensor }
      const hidden = output.last_hidden_state
      if (hidden?.dims.at(-1) !== identity.dimensions)
        throw new AppError('MODEL_CORRUPT', `${folder} gives no vectors of ${identity.dimensions} dimensions`)
      return normalize(pool(hidden.data as Float32Array, ids.length, identity))
    },
    async close() {
      await model.dispose()
    },
  }
}

async function load({ folder, identity }: ModelFiles, threads: number) {
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(folder)
    const session_options = { intraOpNumThreads: threads, interOpNumThreads: 1 }
    const model = await AutoModel.from_pretrained(folder, { dtype: identity.dtype, session_options })
    return { tokenizer, model }
  } catch (error) {
    throw new AppError('MODEL_CORRUPT', `The model in ${folder} cannot be loaded: ${reasonOf(error)}`, {
      cause: error,
    })
  }
}

function cutToWindow(ids: readonly number[], maxTokens: number): readonly number[] {
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
}

function toInputs(ids: readonly number[]): Record<string, Tensor> {
  const dims = [1, ids.length]
  return {
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), dims),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), dims),
    token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), dims),
  }
}

/** `hidden` holds one vector a token, one after the other. */
function pool(
  hidden: Float32Array,
  tokens: number,
  { pooling, dimensions }: ModelFiles['identity'],
): Float32Array {
  const pooled = hidden.slice(0, dimensions)
  if (pooling === 'cls') return pooled
  for (let token = 1; token < tokens; token++)
    for (let i = 0; i < dimensions; i++) pooled[i] = (pooled[i] ?? 0) + (hidden[token * dimensions + i] ?? 0)
  return pooled
}

/** In place. Only the direction counts, so a sum does for a mean. */
function normalize(vector: Float32Array): Float32Array {
  let squares = 0
  for (const component of vector) squares += component * component
  const length = Math.sqrt(squares)
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length
  return vector
}
