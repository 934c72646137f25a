import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { AppError, reasonOf } from '../errors.js'

/** `manifest.json` of a model folder: what the model is, and the checksums of its files. */

/** Where each dtype's weights are, as transformers.js names them. */
export const weightsFiles = { q8: 'onnx/model_quantized.onnx', fp32: 'onnx/model.onnx' } as const
export type ModelDtype = keyof typeof weightsFiles
/** Best first: int8 is four times smaller and about three times faster on a CPU. */
export const modelDtypes = ['q8', 'fp32'] as const satisfies readonly ModelDtype[]

const ModelManifest = Type.Object({
  model: Type.String({ minLength: 1, description: 'Folder name or hub id' }),
  dtype: Type.Union([Type.Literal('q8'), Type.Literal('fp32')]),
  pooling: Type.Union([Type.Literal('cls'), Type.Literal('mean')]),
  dimensions: Type.Integer({ minimum: 1 }),
  maxTokens: Type.Integer({ minimum: 3, description: 'Window of the model, special tokens included' }),
  queryPrefix: Type.String({ description: 'Put before a query; may be empty' }),
  files: Type.Record(
    // Stays inside the folder: no segment begins with a dot.
    Type.String({ pattern: '^[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$' }),
    Type.String({ pattern: '^[0-9a-f]{64}$' }),
    { additionalProperties: false, description: 'Path inside the folder → SHA-256' },
  ),
})
export type ModelManifest = Static<typeof ModelManifest>

/** Null when the folder has none. @throws MODEL_CORRUPT when it cannot be read as one, or leaves out the weights */
export async function readManifest(folder: string): Promise<ModelManifest | null> {
  const path = join(folder, 'manifest.json')
  const text = await readTextIfThere(path)
  if (text === null) return null
  const manifest = parseJson(path, text)
  if (!Value.Check(ModelManifest, manifest)) {
    const [first] = Value.Errors(ModelManifest, manifest)
    throw corrupt(path, `${first?.instancePath || '/'} ${first?.message ?? 'is not valid'}`)
  }
  const weights = weightsFiles[manifest.dtype]
  if (!manifest.files[weights]) throw corrupt(path, `/files has no checksum of ${weights}`)
  return manifest
}

/** Null when the folder has no such file. @throws MODEL_CORRUPT when it is not a JSON object */
export async function readModelJson(folder: string, name: string): Promise<Record<string, unknown> | null> {
  const path = join(folder, name)
  const text = await readTextIfThere(path)
  if (text === null) return null
  const value = parseJson(path, text)
  if (typeof value !== 'object' || value === null) throw corrupt(path, 'is not a JSON object')
  return value as Record<string, unknown>
}

async function readTextIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new AppError('MODEL_CORRUPT', `${path} cannot be read: ${reasonOf(error)}`, { cause: error })
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw corrupt(path, reasonOf(error), error)
  }
}

const corrupt = (path: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'MODEL_CORRUPT',
    `${path} is damaged (${reason}). Restore it, or remove the folder and fetch the model again`,
    {
      cause,
    },
  )
