import { describeWeights, locateModel, type ModelChoice, type WeightFiles } from './weight-files.js'

/** A cross-encoder: a model without pooling that gives one number. */
export interface CrossEncoderFiles extends WeightFiles {
  identity: WeightFiles['identity'] & { dimensions: 1 }
}

const purpose = {
  task: 'score',
  noun: 'cross-encoder',
  remedy: 'Set CUEPOINT_CROSS_ENCODER to a model folder or a Hugging Face id, or unset it to do without',
} as const

/**
 * Finds the cross-encoder, downloading it into `modelsFolder` when it is a Hugging Face id that is not there yet. It is
 * named after its folder. That it is one shows when it is loaded.
 * Cost: reads the weights once.
 * @throws MODEL_NOT_FOUND, MODEL_CORRUPT
 */
export async function findCrossEncoder(choice: ModelChoice): Promise<CrossEncoderFiles> {
  const { folder, name } = await locateModel(choice, purpose)
  const { identity, maxTokens, checksums } = await describeWeights(folder, name, purpose)
  return { identity: { ...identity, dimensions: 1 }, folder, maxTokens, checksums }
}
