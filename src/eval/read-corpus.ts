import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLocation } from '../../ingest/fetch/open-location.js'
import type { ReferenceReader } from '../../ingest/fetch/kept-references.js'
import { readReference } from '../../ingest/fetch/read-reference.js'
import { readItem } from '../../ingest/read-item.js'
import { readSource } from '../../ingest/sources/recognize-source.js'
import type { ReadSource, SourceBody, SourceItem } from '../../ingest/sources/source-format.js'
import { sourceId } from '../domain/ids.js'
import type { Source } from '../domain/source.js'
import { AppError } from '../errors.js'
import { keepSpeechAlone, type EvalEpisode } from './eval-episode.js'
import { readSectionedEpisodes, sectionedEpisodesPath } from './read-optech.js'

/** A folder, or a file, of episodes → what is said in them. Posts, and episodes without cues, are left out. */

export interface CorpusOptions {
  allowPrivate: boolean
  /** The library's folder: what is got of YouTube stays below it. */
  dataFolder: string
}

/** All of several. @throws EVAL_INPUT_INVALID when two have one name: their episodes could not be told apart */
export async function readCorpora(
  locations: readonly string[],
  options: CorpusOptions,
): Promise<EvalEpisode[]> {
  const corpora: EvalEpisode[][] = []
  const guids = new Map<string, string>()
  for (const location of locations) {
    const episodes = await readCorpus(location, options)
    const guid = episodes[0]?.source.guid ?? ''
    const other = guids.get(guid)
    if (other !== undefined)
      throw new AppError(
        'EVAL_INPUT_INVALID',
        `${other} and ${location} are one show by their name or guid: rename one of them.`,
      )
    guids.set(guid, location)
    corpora.push(episodes)
  }
  return corpora.flat()
}

/**
 * @param location a folder, or what `cuepoint add` takes
 * @throws EVAL_INPUT_INVALID when nothing is said in it, FETCH_*, SOURCE_*
 */
async function readCorpus(location: string, options: CorpusOptions): Promise<EvalEpisode[]> {
  const episodes = existsSync(join(location, sectionedEpisodesPath))
    ? await readSectionedEpisodes(location, describeSource(location, null))
    : await readSourceEpisodes(location, options)
  if (episodes.length > 0) return episodes
  throw new AppError(
    'EVAL_INPUT_INVALID',
    `${location} holds no episode with a transcript: name a folder or a feed that does.`,
  )
}

async function readSourceEpisodes(location: string, options: CorpusOptions): Promise<EvalEpisode[]> {
  const opened = await openLocation(location, {}, options)
  // Only what is known already can be unchanged.
  if (opened.status === 'unchanged') return []
  const { body } = opened
  const read = await readSource(body)
  const source = describeSource(location, read)
  const references = plainReferences(body, options)
  const episodes: EvalEpisode[] = []
  for (const item of read.items) {
    if (item.document.kind === 'post') continue
    const parts = keepSpeechAlone((await readItem(withoutNotes(item), references)).parts)
    if (parts.cues.length > 0) episodes.push({ source, parts, adOverrides: [], names: namesOf(item, body) })
  }
  return episodes
}

/** Chapters in the notes would be read as chapters, and those in files need not be read at all. */
const withoutNotes = (item: SourceItem): SourceItem => ({
  ...item,
  document: { ...item.document, description: '', chapters: [], sections: [] },
  chaptersUrl: null,
})

/** Reads what items refer to, and keeps nothing. */
function plainReferences(body: SourceBody, { allowPrivate }: CorpusOptions): ReferenceReader {
  return {
    async read(url, parse) {
      const answer = await readReference(url, body, { allowPrivate })
      if (answer.status === 'unchanged') throw new AppError('FETCH_FAILED', `${url} sent no text.`)
      return parse(answer.text, answer.mediaType)
    },
  }
}

/** A folder is known by its own name, so that the library is the same wherever it lies. */
function describeSource(location: string, read: ReadSource | null): Source {
  const name = basename(resolve(location))
  const isNamed = read !== null && read.kind === 'feed'
  const guid = isNamed ? read.guid : `eval:${name}`
  return {
    id: sourceId(guid),
    kind: read?.kind ?? 'transcripts',
    location: guid,
    guid,
    title: isNamed ? read.title : name,
    url: null,
    imageUrl: null,
    language: read?.language ?? null,
    addedAt: new Date(0).toISOString(),
    pulledAt: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    goneAt: null,
  }
}

function namesOf({ document, transcripts }: SourceItem, { location, isFolder }: SourceBody): string[] {
  const { guid, url, otherUrls, enclosure, title } = document
  const folder = isFolder ? location : dirname(location)
  const addresses = [enclosure?.url ?? null, ...transcripts.map((transcript) => transcript.url)]
  const paths = addresses
    .filter((address) => address !== null)
    .map((address) =>
      address.startsWith('file:') ? relative(folder, fileURLToPath(address)).replaceAll('\\', '/') : address,
    )
  return [guid, url, ...otherUrls, ...paths, title].flatMap((name) => name || [])
}
