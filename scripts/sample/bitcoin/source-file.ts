import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SampleError } from './sample-error.js'

/** @throws SAMPLE_FILE_MISSING */
export async function readSource(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new SampleError('SAMPLE_FILE_MISSING', path, { cause })
  }
}

/** Makes the folders on the way. */
export async function writeSample(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
