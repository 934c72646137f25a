import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError, reasonOf } from '../errors.js'
import type { WeightFiles } from './weight-files.js'

/** Fewer, larger reads: 34 MB hash in about 50 ms. */
const readBytes = 1 << 20

/** SHA-256 in lower-case hexadecimal digits. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: readBytes }), hash)
  return hash.digest('hex')
}

/**
 * Compares every file with its checksum. Cost: reads them all.
 * @throws MODEL_CORRUPT for the first that is missing or differs
 */
export async function verifyModel({
  folder,
  checksums,
}: Pick<WeightFiles, 'folder' | 'checksums'>): Promise<void> {
  for (const [name, expected] of Object.entries(checksums)) {
    const path = join(folder, name)
    const found = await hashFile(path).catch((error: unknown) => {
      throw corrupt(path, reasonOf(error), error)
    })
    if (found !== expected) throw corrupt(path, `its SHA-256 is ${found}, expected ${expected}`)
  }
}

const corrupt = (path: string, reason: string, cause?: unknown): AppError =>
  new AppError(
    'MODEL_CORRUPT',
    `The model file ${path} is missing or damaged: ${reason}. Restore it (the bundled model: git checkout -- data/models), or remove the folder to fetch it again`,
    { cause },
  )
