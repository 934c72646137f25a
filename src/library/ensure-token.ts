import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../errors.js'
import { minTokenLength } from '../config.js'

/**
 * The token of a library that is served to a network and was given none: made on the first start, kept beside the
 * catalog, readable by its owner only. It appears whole or not at all, whatever happens while it is written.
 * @throws CONFIG_INVALID when the file holds no token
 */
export async function ensureToken(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'token')
  await mkdir(dataFolder, { recursive: true })
  const draft = join(dataFolder, `.token-${process.pid}`)
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(randomBytes(24).toString('base64url'))
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft)
  }
  const token = (await readFile(path, 'utf8')).trim()
  if (token.length < minTokenLength)
    throw new AppError(
      'CONFIG_INVALID',
      `${path} holds no token: delete it, and a new one is made at the next start.`,
    )
  return token
}
