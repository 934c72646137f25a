import { createHash } from 'node:crypto'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Issue } from '../../src/domain/issue.js'
import { AppError, reasonOf } from '../../src/errors.js'
import { isOfInterest, isText } from '../sources/group-files.js'
import { isSettings } from '../sources/posts/site-settings.js'
import type { FolderFile } from '../sources/source-format.js'
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
  files: FolderFile[]
  bodyHash: string
  /** Files that could not be read; the others were. */
  issues: Issue[]
}

/** Several times the files of the largest channels. */
const maxFiles = 200_000
/** What Jekyll and package managers keep beside posts: built pages, drafts and templates are no posts. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  '_site',
  '_drafts',
  '_includes',
  '_layouts',
])

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

async function assertRegular(path: string): Promise<{ size: number; mtimeMs: number }> {
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
 * Lists the files below a folder that a format may be interested in, sorted by path. Names that begin with a dot, and
 * symbolic links, are passed over. The hash covers the texts by their bytes, media and pictures by size and date.
 * @param stem only files of the folder itself whose names begin with it and a dot
 * @throws SOURCE_UNREADABLE when the folder itself cannot be read, FETCH_TOO_LARGE
 */
export async function readLocalFolder(folder: string, stem: string | null = null): Promise<LocalFolder> {
  const issues: Issue[] = []
  const paths = stem === null ? await listFiles(folder, '', issues) : await listFilesOf(stem, folder)
  if (paths.length > maxFiles)
    throw new AppError(
      'FETCH_TOO_LARGE',
      `${folder} holds ${paths.length} files; at most ${maxFiles} are looked at`,
    )
  const hash = createHash('sha256')
  const files: FolderFile[] = []
  for (const path of paths.sort()) {
    const place = join(folder, path)
    const found = await orReport(path, issues, () => fingerprint(place))
    if (!found) continue
    hash.update(`${JSON.stringify(path)} ${found.sizeBytes} ${found.mark}\n`)
    files.push({
      path,
      sizeBytes: found.sizeBytes,
      read: async () => (await readLocalFile(place)).text,
    })
  }
  return { files, bodyHash: hash.digest('hex'), issues }
}

/** What tells that a file changed. */
async function fingerprint(path: string): Promise<{ sizeBytes: number; mark: string }> {
  if (isText(path) || /\.(?:ya?ml|toml)$/.test(path)) {
    const { sizeBytes, bodyHash } = await readLocalFile(path)
    return { sizeBytes, mark: bodyHash }
  }
  const { size, mtimeMs } = await assertRegular(path)
  return { sizeBytes: size, mark: String(Math.round(mtimeMs)) }
}

async function listFilesOf(stem: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${stem}.`) && isOfInterest(entry.name))
    .map(({ name }) => name)
}

async function listFiles(folder: string, under: string, issues: Issue[]): Promise<string[]> {
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
    if (isSettings(path) && entry.isFile()) paths.push(path)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory() && !skippedFolders.has(entry.name))
      for (const below of await listFiles(folder, path, issues)) paths.push(below)
    else if (entry.isFile() && isOfInterest(path)) paths.push(path)
  }
  return paths
}

async function orReport<Value>(
  where: string,
  issues: Issue[],
  read: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await read()
  } catch (cause) {
    const error =
      cause instanceof AppError
        ? cause
        : new AppError('SOURCE_UNREADABLE', `${where} cannot be read: ${reasonOf(cause)}`, { cause })
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
