import { AutoModelForSequenceClassification, type Tensor } from '@huggingface/transformers'
import { AppError } from '../errors.js'
import type { CrossEncoderFiles } from './cross-encoder-files.js'
import type { Encoder } from './encoder.js'
import { cutToWindow, loadModel, maxCharacters, toInputs } from './load-model.js'

/**
 * A query and a text, read together → one number, in this thread: the model's logit, larger where the text answers
 * better. One pair at a time, for the reasons that texts are embedded so (text-encoder.ts). A pair that is longer than
 * the model's window loses the end of the text, and of the query only when that alone fills the window.
 * @throws MODEL_CORRUPT, also for a model that does not give one logit a pair
 */
export async function loadPairScorer(
  files: CrossEncoderFiles,
  { threads }: { threads: number },
): Promise<Encoder> {
  const { folder, maxTokens } = files
  const { tokenizer, model } = await loadModel(files, AutoModelForSequenceClassification, threads)
  const scorer: Encoder = {
    async encode(pair) {
      if (typeof pair === 'string') throw new RangeError('a cross-encoder takes pairs')
      const [query, text] = pair.map((part) => part.slice(0, maxCharacters))
      const { input_ids: ids, token_type_ids: types } = tokenizer(query ?? '', {
        text_pair: text ?? '',
        return_tensor: false,
        // Not every class of tokenizer gives them by default, and a model that has them was trained with them.
        return_token_type_ids: true,
      }) as { input_ids: number[]; token_type_ids?: number[] }
      const { logits } = (await model(
        toInputs(cutToWindow(ids, maxTokens), types && cutToWindow(types, maxTokens)),
      )) as { logits?: Tensor }
      return readLogit(logits, folder)
    },
    async close() {
      await model.dispose()
    },
  }
  // What it gives is known only once it has given something, and a listener should not be the first to see it.
  await scorer.encode(['ready', 'ready'])
  return scorer
}

const remedy = 'Set CUEPOINT_CROSS_ENCODER to another one, or unset it to do without'

function readLogit(logits: Tensor | undefined, folder: string): Float32Array {
  if (!logits)
    throw new AppError(
      'MODEL_CORRUPT',
      `The model in ${folder} gives no logits: it is not a cross-encoder. ${remedy}`,
    )
  const data = logits.data as ArrayLike<number>
  if (data.length !== 1)
    throw new AppError(
      'MODEL_CORRUPT',
      `The model in ${folder} gives ${data.length} logits a pair. Only cross-encoders with one are supported, such as those trained on MS MARCO and the BGE rerankers. ${remedy}`,
    )
  return Float32Array.of(Number(data[0]))
}
