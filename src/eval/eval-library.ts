import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildDocument, hashParts } from '../../ingest/build-document.js'
import { keyPassages, vectorSpaces } from '../../ingest/embed-passages.js'
import type { Catalog, DocumentWrite, StoredPassage, VectorSpace } from '../catalog/catalog.js'
import type { Config } from '../config.js'
import { modelIdentityKey, type ModelIdentity } from '../embed/embedder.js'
import { findModel } from '../embed/model-files.js'
import { hasCode } from '../errors.js'
import { openCatalog } from '../adapters.js'
import { reindexLibrary } from '../library/reindex-library.js'
import { openSearch, type Searching } from '../open-search.js'
import type { EvalEpisode } from './eval-episode.js'

/** A library of its own for a set, kept below the user's: the same episodes and the same model give the same one. */

export interface EvalLibrary extends Searching {
  /** Of everything that is searched: texts, times and model. */
  hash: string
  /** Where it is kept: a library's data folder. */
  folder: string
  model: string
  close(): Promise<void>
}

export interface EvalLibraryOptions {
  config: Config
  /** A catalog that may have some of the vectors already. */
  known?: Pick<Catalog, 'findVectors'>
  onProgress(line: string): void
}

type Prepared = Omit<DocumentWrite, 'vectors'>

/** Says that all is in; without it the next run goes on where this one ended. */
const wholeMark = 'whole'

/**
 * Opens the library of these episodes, making it first when it is not there. Making it embeds all texts: a minute for
 * 40,000 words. One that was cut off is gone on with.
 * @throws MODEL_*, CATALOG_*, INDEX_*
 */
export async function openEvalLibrary(
  episodes: readonly EvalEpisode[],
  { config, known, onProgress }: EvalLibraryOptions,
): Promise<EvalLibrary> {
  const { identity } = await findModel(config)
  const hash = hashLibrary(episodes, identity)
  const folder = join(config.dataFolder, 'eval', hash)
  const library: Config = { ...config, dataFolder: folder }
  if (!existsSync(join(folder, wholeMark))) {
    await mkdir(folder, { recursive: true })
    await writeEpisodes(episodes, { library, identity, known, onProgress })
    await reindexLibrary(library, onProgress)
    await writeFile(join(folder, wholeMark), '')
  }
  const searching = await openCurrent(library, onProgress)
  return { ...searching, hash, folder, model: modelIdentityKey(identity) }
}

/** The index of another version is built anew; no text is embedded again for it. */
async function openCurrent(library: Config, onProgress: (line: string) => void) {
  const onError = (error: unknown): void => onProgress(String(error))
  try {
    return await openSearch(library, onError)
  } catch (error) {
    if (!hasCode(error, 'INDEX_MISMATCH')) throw error
    await reindexLibrary(library, onProgress)
    return openSearch(library, onError)
  }
}

/** As a pull cuts it. Cost: some 15 ms for an hour of talk. */
export function prepareEpisode({ source, parts, adOverrides }: EvalEpisode): Prepared {
  const built = buildDocument(source, parts, adOverrides)
  const passages = keyPassages(built.passages, built.document.title)
  const { cues } = parts
  return { document: built.document, cues, passages, contentHash: hashOf([built.document, passages]) }
}

async function writeEpisodes(
  episodes: readonly EvalEpisode[],
  { library, identity, known, onProgress }: WriteContext,
): Promise<void> {
  const catalog = await openCatalog(library)
  try {
    const sources = new Map(episodes.map(({ source }) => [source.id, source]))
    await catalog.addSources([...sources.values()])
    for (const [index, episode] of episodes.entries()) {
      onProgress(`cutting: ${index + 1}/${episodes.length} episodes`)
      const write = prepareEpisode(episode)
      const vectors = known ? await findKnown(write.passages, identity, known) : []
      await catalog.writeDocument({ ...write, vectors })
    }
  } finally {
    await catalog.close()
  }
}

interface WriteContext extends Pick<EvalLibraryOptions, 'onProgress'> {
  known: EvalLibraryOptions['known'] | undefined
  library: Config
  identity: ModelIdentity
}

/** What the user's library has embedded already: its sentences are the same. */
async function findKnown(
  passages: readonly StoredPassage[],
  identity: ModelIdentity,
  known: Pick<Catalog, 'findVectors'>,
): Promise<DocumentWrite['vectors']> {
  const find = async (space: VectorSpace, hashes: string[]) => {
    const vectors = await known.findVectors(space, [...new Set(hashes)])
    return { space, vectors: [...vectors].map(([hash, bytes]) => ({ hash, bytes })) }
  }
  const spaces = vectorSpaces({ identity })
  return Promise.all([
    find(
      spaces.passages,
      passages.map(({ inputHash }) => inputHash),
    ),
    find(
      spaces.sentences,
      passages.flatMap(({ sentenceHashes }) => sentenceHashes),
    ),
  ])
}

/** Cut anew for each hash, of all that there are. */
const probedEpisodes = 5

/**
 * What goes into the library and how it is cut. A few episodes are cut for it: a change of how passages are cut, or of
 * what is embedded for them, that got no version of its own makes another library, too.
 */
function hashLibrary(episodes: readonly EvalEpisode[], identity: ModelIdentity): string {
  const step = Math.max(1, Math.floor(episodes.length / probedEpisodes))
  const probes = episodes.filter((_, index) => index % step === 0).slice(0, probedEpisodes)
  const inputs = episodes.map(({ source, parts, adOverrides }) => [
    source.guid,
    hashParts(parts, adOverrides),
  ])
  return hashOf([
    modelIdentityKey(identity),
    inputs,
    probes.map((probe) => prepareEpisode(probe).contentHash),
  ])
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20)
