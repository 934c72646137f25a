import { mkdir } from 'node:fs/promises'
import { compiledUrl } from '../../compiled.js'
import { AppError, reasonOf } from '../../errors.js'
import { ThreadClient } from '../../threads/thread-client.js'
import type { IndexIdentity, SearchIndex } from '../search-index.js'
import { EmbeddedIndex } from './embedded-index.js'
import type { IndexEngineOptions, IndexRole } from './index-engine.js'
import type { IndexThreadApi } from './index-thread.js'

export interface OpenOptions {
  /**
   * - `writer`: the one process that applies changes; makes the index when there is none
   * - `reader`: any number beside it; sees what it commits, writes nothing
   */
  role: IndexRole
  /** For tests: a graph from this many vectors on instead of `defaultExactScanMaxVectors`. */
  exactScanMaxVectors?: number
}

/**
 * Opens the index in a folder. Words and vectors go on loading after it resolves: searches wait for them.
 * @throws INDEX_LOCKED when another process is the writer, INDEX_MISMATCH when it was made with another identity,
 *   INDEX_UNAVAILABLE when it is damaged or (for a reader) not there yet, INDEX_SAVE_FAILED when it cannot be made
 */
export async function openEmbeddedIndex(
  folder: string,
  identity: IndexIdentity,
  { role, exactScanMaxVectors }: OpenOptions,
): Promise<SearchIndex> {
  if (role === 'writer') await makeFolder(folder)
  const toError = (reason: string, cause: unknown) =>
    new AppError(
      'INDEX_UNAVAILABLE',
      `The index ${folder} does not answer, ${reason}: start Cuepoint again.`,
      { cause },
    )
  const options: IndexEngineOptions = {
    folder,
    identity,
    role,
    ...(exactScanMaxVectors === undefined ? {} : { exactScanMaxVectors }),
  }
  const thread = new ThreadClient<IndexThreadApi>(
    compiledUrl(import.meta.url, './index-thread.js'),
    options,
    {
      toError,
    },
  )
  try {
    await thread.call('open')
  } catch (error) {
    await thread.close()
    throw error
  }
  return new EmbeddedIndex(thread)
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new AppError(
      'INDEX_SAVE_FAILED',
      `The index folder ${folder} cannot be made (${reasonOf(error)}): make it writable, or name another library with CUEPOINT_DATA.`,
      { cause: error },
    )
  }
}
