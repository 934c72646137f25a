import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { findModel, type ModelFiles } from '../../src/embed/model-files.js'

export const modelsFolder = fileURLToPath(new URL('../../data/models', import.meta.url))
export const vendoredModel = 'Xenova/bge-small-en-v1.5'

export const findVendoredModel = (): Promise<ModelFiles> => findModel({ model: vendoredModel, modelsFolder })

/** An empty folder that is gone after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-model-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** A models folder of its own with a copy of the vendored model, to be damaged. */
export async function copyVendoredModel(): Promise<{ modelsFolder: string; folder: string }> {
  const copy = await makeFolder()
  const folder = join(copy, vendoredModel)
  await cp(join(modelsFolder, vendoredModel), folder, { recursive: true })
  return { modelsFolder: copy, folder }
}

export const cosine = (a: Float32Array | undefined, b: Float32Array | undefined): number => {
  if (!a || !b) throw new Error('two vectors are needed')
  return (
    a.reduce((sum, component, index) => sum + component * (b[index] ?? 0), 0) /
    (Math.hypot(...a) * Math.hypot(...b))
  )
}
