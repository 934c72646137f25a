import { createHash } from 'node:crypto'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { decodeText } from './decode-text.js'
import { maxBodyBytes } from './fetch-body.js'

/** Files of this machine, with limits. */

export interface LocalText {
  text: string
  sizeBytes: number
  /** SHA-256 of the bytes, in hexadecimal. */
  bodyHash: string
}

export interface LocalFolder {
  files: { path: string; text: string }[]
  bodyHash: string
  /** Files that could not be read; the others were. */
  issues: Issue[]
}

const maxFiles = 20_000
/** A folder is held in memory while it is read: ten times what a large blog of thousands of posts weighs. */
const maxFolderBytes = 256 * 1024 * 1024
const postFile = /\.(?:md|markdown)$/i
/** Jekyll's settings say where the posts of the folder are published. */
const settingsFile = '_config.yml'
/** What Jekyll and package managers keep beside posts: built pages, drafts and templates are no posts. */
const skippedFolders = new Set(['node_modules', 'vendor', '_site', '_drafts', '_includes', '_layouts'])

/**
 * Reads one regular file. Symbolic links are followed.
 * @throws SOURCE_UNREADABLE, FETCH_TOO_LARGE
 */
export async function readLocalFile(path: string, maxBytes = maxBodyBytes): Promise<LocalText> {
  try {
    // Looked at before it is opened: opening a named pipe would wait for a writer.
    const { size } = await assertRegular(path)
    if (size > maxBytes) throw tooLarge(path, maxBytes)
    const file = await open(path, 'r')
    try {
      const bytes = await file.readFile()
      if (bytes.length > maxBytes) throw tooLarge(path, maxBytes)
      const bodyHash = createHash('sha256').update(bytes).digest('hex')
      return { text: decodeText(bytes, null), sizeBytes: bytes.length, bodyHash }
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('SOURCE_UNREADABLE', `${path} cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

async function assertRegular(path: string): Promise<{ size: number }> {
  const status = await stat(path)
  if (!status.isFile()) throw new AppError('SOURCE_UNREADABLE', `${path} is no regular file`)
  return status
}

const tooLarge = (path: string, maxBytes: number) =>
  new AppError(
    'FETCH_TOO_LARGE',
    `${path} is larger than ${maxBytes} bytes, the most that is read of one file`,
  )

/**
 * Reads the posts (.md, .markdown) below a folder and its `_config.yml`, sorted by path. Names that begin with a dot,
 * and symbolic links, are passed over.
 * @throws SOURCE_UNREADABLE when the folder itself cannot be read, FETCH_TOO_LARGE
 */
export async function readLocalFolder(folder: string): Promise<LocalFolder> {
  const issues: Issue[] = []
  const paths = await listPosts(folder, '', issues)
  if (paths.length > maxFiles)
    throw new AppError(
      'FETCH_TOO_LARGE',
      `${folder} holds ${paths.length} posts; at most ${maxFiles} are read`,
    )
  const hash = createHash('sha256')
  const files: LocalFolder['files'] = []
  let folderBytes = 0
  for (const path of paths.sort()) {
    const file = await readOrReport(join(folder, path), path, issues)
    if (!file) continue
    folderBytes += file.sizeBytes
    if (folderBytes > maxFolderBytes)
      throw new AppError('FETCH_TOO_LARGE', `${folder} holds posts of more than ${maxFolderBytes} bytes`)
    hash.update(`${JSON.stringify(path)} ${file.sizeBytes} ${file.bodyHash}\n`)
    files.push({ path, text: file.text })
  }
  return { files, bodyHash: hash.digest('hex'), issues }
}

async function listPosts(folder: string, under: string, issues: Issue[]): Promise<string[]> {
  const where = join(folder, under)
  const entries = await readdir(where, { withFileTypes: true }).catch((cause: unknown) => {
    const error = new AppError('SOURCE_UNREADABLE', `Folder ${where} cannot be read: ${reasonOf(cause)}`, {
      cause,
    })
    if (under === '') throw error
    issues.push({ code: error.code, where: under, message: error.message })
    return []
  })
  const paths: string[] = []
  for (const entry of entries) {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (path === settingsFile && entry.isFile()) paths.push(path)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && !skippedFolders.has(entry.name))
      paths.push(...(await listPosts(folder, path, issues)))
    else if (entry.isFile() && postFile.test(entry.name)) paths.push(path)
  }
  return paths
}

async function readOrReport(path: string, where: string, issues: Issue[]): Promise<LocalText | null> {
  try {
    return await readLocalFile(path)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    issues.push({ code: error.code, where, message: error.message })
    return null
  }
}

/** The real path, symbolic links resolved. @throws SOURCE_UNREADABLE */
export async function resolveRealPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (cause) {
    throw new AppError('SOURCE_UNREADABLE', `${basename(path)} is not at ${path}: ${reasonOf(cause)}`, {
      cause,
    })
  }
}
