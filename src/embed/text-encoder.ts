import { AutoModel, type Tensor } from '@huggingface/transformers'
import { AppError } from '../errors.js'
import type { Encoder } from './encoder.js'
import { cutToWindow, loadModel, maxCharacters, toInputs } from './load-model.js'
import type { ModelFiles } from './model-files.js'

/**
 * One text → its L2-normalised vector, in this thread.
 *
 * Texts are encoded one at a time. int8 models quantise activations over the whole batch, so that in a batch a text's
 * vector depends on its neighbours (cosine .993 to .999 to that of the text alone, measured), while alone it is the
 * same to the bit in any process and with any number of threads: what a cache by text needs. On one thread batches
 * would gain nothing: 20 words 101/s alone, 105/s by two, 108/s by four; 60 words 35, 36, 35; 100 words 21, 21, 21.
 * @throws MODEL_CORRUPT
 */
export async function loadTextEncoder(files: ModelFiles, { threads }: { threads: number }): Promise<Encoder> {
  const { folder, maxTokens, identity } = files
  const { tokenizer, model } = await loadModel(files, AutoModel, threads)
  return {
    async encode(text) {
      if (typeof text !== 'string') throw new RangeError('a text encoder takes no pairs')
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
