import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The token of a library that is served to a network and was given none: made on the first start, kept beside the
 * catalog, readable by its owner only.
 */
export async function ensureToken(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'token')
  await mkdir(dataFolder, { recursive: true })
  try {
    await writeFile(path, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
